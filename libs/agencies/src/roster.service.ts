import { randomUUID } from 'node:crypto';
import { may, type Actor } from '#access';
import { Ledger } from '#audit';
import { UnitOfWork, type Work } from '#database';
import { Invalid, NotFound } from '#refusals';
import { Injectable } from '@nestjs/common';
import { rosterFaults, type RosterEntry } from './rules/roster-faults.js';

/** A shift or an absence as the roster's page shows it. */
export interface RosterLine {
  readonly id: string;
  readonly accountId: string;
  readonly displayName: string;
  readonly standInAccountId: string | null;
  readonly standInName: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export interface Colleague {
  readonly accountId: string;
  readonly displayName: string;
  readonly role: string;
}

export interface AgencyRoster {
  readonly agencyId: string;
  readonly shifts: readonly RosterLine[];
  readonly absences: readonly RosterLine[];
  readonly fallback: { readonly accountId: string; readonly displayName: string } | null;
  /** Those who may be written in; empty for whoever may only read. */
  readonly colleagues: readonly Colleague[];
  readonly mayEdit: boolean;
}

const TABLES = { shift: 'simpul.duty_shift', absence: 'simpul.absence' } as const;
export type LineKind = keyof typeof TABLES;

const LOOK_AHEAD_DAYS = 62;
const LINES_MAX = 500;
const WEEK_MS = 7 * 24 * 3_600_000;

/** The acts on a duty roster: its own head writes it, everybody reads it. Names of colleagues; nothing of any case. */
@Injectable()
export class RosterService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
  ) {}

  /** What is written from now on, for two months. */
  async read(actor: Actor, agencyId: string): Promise<AgencyRoster> {
    return this.unitOfWork.look(actor, async (work) => {
      const [agency] = await work.query('select 1 from simpul.agency where id = $1', [agencyId]);
      if (!agency) throw new NotFound();
      const mayEdit = may(actor.role, 'roster.edit') && actor.agencyId === agencyId;
      const [fallback] = await work.query<{ accountId: string; displayName: string }>(
        `select f.account_id as "accountId", a.display_name as "displayName"
           from simpul.duty_fallback f join simpul.account a on a.id = f.account_id where f.agency_id = $1`,
        [agencyId],
      );
      return {
        agencyId,
        shifts: await this.lines(work, 'shift', agencyId),
        absences: await this.lines(work, 'absence', agencyId),
        fallback: fallback ?? null,
        colleagues: mayEdit ? await this.colleagues(work, agencyId) : [],
        mayEdit,
      };
    });
  }

  /**
   * Writes a shift or an absence into the own agency's roster; a shift may repeat for some weeks, at the same local hour
   * (Indonesia knows no daylight saving). Returns the ids. 422 with the faults of rules/roster-faults.ts.
   */
  async add(actor: Actor, kind: LineKind, entry: RosterEntry, repeatWeeks = 0): Promise<string[]> {
    return this.unitOfWork.run(actor, { name: 'roster.edit' }, async (work) => {
      const colleagues = (await this.colleagues(work, actor.agencyId)).map(({ accountId }) => accountId);
      const last = later(entry, repeatWeeks);
      const faults = [
        ...rosterFaults(kind, entry, colleagues, work.at),
        ...rosterFaults(kind, last, colleagues, work.at).filter(({ code }) => code === 'roster.tooFarAhead'),
      ];
      if (faults.length > 0) throw new Invalid(faults);
      const ids: string[] = [];
      for (let week = 0; week <= repeatWeeks; week++)
        ids.push(await this.insert(work, actor, kind, later(entry, week)));
      await this.ledger.append(work, {
        act: kind === 'shift' ? 'roster.shiftAdded' : 'roster.absenceAdded',
        object: { kind: 'roster', id: ids[0]! },
        facts: {
          person: entry.accountId,
          ...(entry.standInAccountId && { standIn: entry.standInAccountId }),
          from: entry.startsAt.toISOString(),
          to: entry.endsAt.toISOString(),
          repeated: repeatWeeks,
        },
      });
      return ids;
    });
  }

  /** Takes a line back; it stays in the table. NotFound outside the own agency, and when it was taken back already. */
  async remove(actor: Actor, kind: LineKind, id: string): Promise<void> {
    await this.unitOfWork.run(
      actor,
      { name: 'roster.edit', object: { kind: 'roster', id } },
      async (work) => {
        const [row] = await work.query(
          `update ${TABLES[kind]} set removed_at = simpul.now(), removed_by = $2
          where id = $1 and removed_at is null and agency_id = (select ctx.agency_id()) returning id`,
          [id, actor.accountId],
        );
        if (!row) throw new NotFound();
        await this.ledger.append(work, {
          act: kind === 'shift' ? 'roster.shiftRemoved' : 'roster.absenceRemoved',
          object: { kind: 'roster', id },
        });
      },
    );
  }

  /** Names who is called when nobody is on duty. 422 `roster.notAColleague`. */
  async setFallback(actor: Actor, accountId: string): Promise<void> {
    await this.unitOfWork.run(actor, { name: 'roster.edit' }, async (work) => {
      const colleagues = await this.colleagues(work, actor.agencyId);
      if (!colleagues.some((colleague) => colleague.accountId === accountId))
        throw new Invalid([{ pointer: '/accountId', code: 'roster.notAColleague' }]);
      await work.query(
        `insert into simpul.duty_fallback (id, agency_id, account_id, changed_by) values ($1, $2, $3, $4)
         on conflict (agency_id) do update
            set account_id = excluded.account_id, changed_at = simpul.now(), changed_by = excluded.changed_by`,
        [randomUUID(), actor.agencyId, accountId, actor.accountId],
      );
      await this.ledger.append(work, {
        act: 'roster.fallbackNamed',
        object: { kind: 'agency', id: actor.agencyId },
        facts: { person: accountId },
      });
    });
  }

  private async insert(work: Work, actor: Actor, kind: LineKind, entry: RosterEntry): Promise<string> {
    const id = randomUUID();
    await work.query(
      `insert into ${TABLES[kind]} (id, agency_id, account_id, stand_in_account_id, starts_at, ends_at, created_by)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        id,
        actor.agencyId,
        entry.accountId,
        entry.standInAccountId ?? null,
        entry.startsAt,
        entry.endsAt,
        actor.accountId,
      ],
    );
    return id;
  }

  private lines(work: Work, kind: LineKind, agencyId: string): Promise<RosterLine[]> {
    return work.query<RosterLine>(
      `select s.id, s.account_id as "accountId", a.display_name as "displayName",
              s.stand_in_account_id as "standInAccountId", b.display_name as "standInName",
              s.starts_at as "startsAt", s.ends_at as "endsAt"
         from ${TABLES[kind]} s join simpul.account a on a.id = s.account_id
         left join simpul.account b on b.id = s.stand_in_account_id
        where s.agency_id = $1 and s.removed_at is null and s.ends_at > simpul.now()
          and s.starts_at < simpul.now() + make_interval(days => ${LOOK_AHEAD_DAYS})
        order by s.starts_at, a.display_name, s.id limit ${LINES_MAX}`,
      [agencyId],
    );
  }

  private colleagues(work: Work, agencyId: string): Promise<Colleague[]> {
    return work.query<Colleague>(
      `select id as "accountId", display_name as "displayName", role from simpul.account
        where agency_id = $1 and active order by display_name, id`,
      [agencyId],
    );
  }
}

/** The same entry some weeks later. */
function later(entry: RosterEntry, weeks: number): RosterEntry {
  const shift = (at: Date): Date => new Date(at.getTime() + weeks * WEEK_MS);
  return { ...entry, startsAt: shift(entry.startsAt), endsAt: shift(entry.endsAt) };
}
