import type { Work } from '#database';
import { Injectable } from '@nestjs/common';
import { onDutyAt, present, type OnDuty, type Roster, type Span } from './rules/duty-now.js';

/** Who answers at an agency now. */
export type NamedOnDuty = OnDuty & { readonly displayName: string };

/** The rosters of some agencies at one moment, with everybody who works there. */
export class DutyNow {
  constructor(
    private readonly rosters: ReadonlyMap<string, Roster>,
    private readonly people: ReadonlyMap<string, { displayName: string; active: boolean }>,
    private readonly at: Date,
  ) {}

  /** Those on duty at the agency; empty where it has no roster, or nobody is left. */
  of(agencyId: string): readonly NamedOnDuty[] {
    const roster = this.rosters.get(agencyId);
    if (!roster) return [];
    return onDutyAt(roster, this.at, (id) => this.works(id)).map((one) => ({
      ...one,
      displayName: this.people.get(one.accountId)?.displayName ?? '',
    }));
  }

  /** The person, or whoever stands in for them while they are away; null when neither is there. */
  presentInsteadOf(accountId: string): string | null {
    const absences = [...this.rosters.values()].flatMap((roster) => roster.absences);
    // Nobody says that they are away: whether they still work here is known to whoever asks.
    if (!absences.some((absence) => absence.accountId === accountId)) return accountId;
    return present({ absences }, accountId, this.at, (id) => this.works(id));
  }

  private works(accountId: string): boolean {
    return this.people.get(accountId)?.active ?? false;
  }
}

const EVERY_AGENCY = null;

/** Reads of the roster inside a unit of work. */
@Injectable()
export class DutyRoster {
  /** Who is on duty at this moment, at these agencies or (null) at all of them. */
  async now(work: Work, agencyIds: readonly string[] | null = EVERY_AGENCY): Promise<DutyNow> {
    const rows = await work.query<Span & { kind: 'shift' | 'absence' | 'fallback'; agencyId: string }>(
      `select 'shift' as kind, agency_id as "agencyId", account_id as "accountId",
              stand_in_account_id as "standInAccountId", starts_at as "startsAt", ends_at as "endsAt"
         from simpul.duty_shift
        where removed_at is null and starts_at <= simpul.now() and ends_at > simpul.now()
          and ($1::uuid[] is null or agency_id = any ($1))
       union all
       select 'absence', agency_id, account_id, stand_in_account_id, starts_at, ends_at from simpul.absence
        where removed_at is null and starts_at <= simpul.now() and ends_at > simpul.now()
          and ($1::uuid[] is null or agency_id = any ($1))
       union all
       select 'fallback', agency_id, account_id, null, null, null from simpul.duty_fallback
        where $1::uuid[] is null or agency_id = any ($1)
        order by 1, 5, 3`,
      [agencyIds],
    );
    const named = rows.flatMap(({ accountId, standInAccountId }) => [accountId, standInAccountId]);
    const people = await work.query<{ id: string; displayName: string; active: boolean }>(
      'select id, display_name as "displayName", active from simpul.account where id = any ($1)',
      [[...new Set(named.filter((id) => id !== null))]],
    );
    return new DutyNow(rostersOf(rows), new Map(people.map((person) => [person.id, person])), work.at);
  }
}

function rostersOf(
  rows: readonly (Span & { kind: 'shift' | 'absence' | 'fallback'; agencyId: string })[],
): Map<string, Roster> {
  const rosters = new Map<string, { shifts: Span[]; absences: Span[]; fallbackAccountId: string | null }>();
  for (const row of rows) {
    const roster = rosters.get(row.agencyId) ?? { shifts: [], absences: [], fallbackAccountId: null };
    rosters.set(row.agencyId, roster);
    if (row.kind === 'shift') roster.shifts.push(row);
    else if (row.kind === 'absence') roster.absences.push(row);
    else roster.fallbackAccountId = row.accountId;
  }
  return rosters;
}
