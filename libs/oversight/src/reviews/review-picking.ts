import { randomUUID } from 'node:crypto';
import { Ledger } from '#audit';
import { Outbox, UnitOfWork, type Work } from '#database';
import { CITY_ZONE, DeadlinesService } from '#deadlines';
import { Inject, Injectable } from '@nestjs/common';
import { KNOWN_ACTS } from '../known-acts.js';
import { boundsOf, dayBefore, daysToGoThrough, minuteOfDay } from '../rules/city-day.js';
import { kindOf } from '../rules/kinds-of-acts.js';
import { groupsOf, reasonFor, type Group, type Reviewable } from '../rules/reasons-to-review.js';
import { sampleOf, sampleSize } from '../rules/sampling.js';
import { sideOf, type Side } from '../rules/who-reviews.js';

/** After an outage only so many days are gone through: older ones nobody would read. */
const DAYS_MAX = 14;
/** Acts that matter without a case too. */
const WITHOUT_A_CASE = KNOWN_ACTS.filter((act) => ['exported', 'revealed'].includes(kindOf(act)));

type Entry = Reviewable & { agencyId: string; officeHasSupervisor: boolean };
type Row = Omit<Entry, 'minuteOfDay'>;
interface Desk {
  side: Side;
  agencyId: string;
  entries: Entry[];
}

/**
 * Goes through each day that is over and puts before somebody else what the rules name, with a sample of the rest. The
 * picks, their clock, the ledger's entry and the message to the reviewers are one transaction per day.
 */
@Injectable()
export class ReviewPicking {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly deadlines: DeadlinesService,
    private readonly outbox: Outbox,
    @Inject(CITY_ZONE) private readonly zone: string,
  ) {}

  /** Gives back the days that it went through. Runs as often as it likes: a day has one picking. */
  async pass(): Promise<string[]> {
    const days = await this.unitOfWork.lookAsSystem(async (work) => {
      const [newest] = await work.query<{ day: string }>(
        'select day::text from simpul.review_picking order by day desc limit 1',
      );
      return daysToGoThrough(newest?.day ?? null, dayBefore(work.at, this.zone), DAYS_MAX);
    });
    for (const day of days)
      await this.unitOfWork.runAsSystem({ name: 'review.picked' }, (work) => this.goThrough(work, day));
    return days;
  }

  private async goThrough(work: Work, day: string): Promise<void> {
    const entries = await this.entriesOf(work, day);
    const seed = await this.claim(work, day, entries.length);
    let items = 0;
    if (seed !== null)
      for (const desk of await this.desksOf(work, entries)) items += await this.fill(work, day, desk, seed);
    await this.ledger.append(work, { act: 'review.picked', facts: { entries: entries.length, items } });
  }

  private async entriesOf(work: Work, day: string): Promise<Entry[]> {
    const { from, to } = boundsOf(day, this.zone);
    const rows = await work.query<Row>(
      `select id, act, decision, at, actor_id as "actorId", actor_role as "actorRole", actor_agency as "agencyId",
              case_ref as "caseRef", facts, outside, on_duty as "onDuty", closed_at as "closedAt",
              reported_at as "reportedAt", office_has_supervisor as "officeHasSupervisor"
         from simpul.reviewable_entries($1, $2, $3)`,
      [from, to, WITHOUT_A_CASE],
    );
    return rows.map((row) => ({ ...row, minuteOfDay: minuteOfDay(row.at, this.zone) }));
  }

  /** Null: another worker went through this day. */
  private async claim(work: Work, day: string, entries: number): Promise<string | null> {
    const [root] = await work.query<{ number: string; root: string }>('select * from simpul.newest_root()');
    // Before the first checkpoint there is nothing that nobody chose; the day's own name keeps the draw repeatable.
    const seed = `${day} ${root?.root ?? 'none'}`;
    const [claimed] = await work.query(
      `insert into simpul.review_picking (id, day, seed, checkpoint_number, entries)
       values ($1, $2, $3, $4, $5) on conflict do nothing returning id`,
      [randomUUID(), day, seed, root?.number ?? null, entries],
    );
    return claimed ? seed : null;
  }

  /** The entries by whose people must review them. */
  private async desksOf(work: Work, entries: readonly Entry[]): Promise<Desk[]> {
    const [watchers] = await work.query<{ id: string }>(
      `select agency_id as id from simpul.account where active and role in ('auditor', 'integrity_officer')
        group by agency_id, agency_name order by bool_or(role = 'auditor') desc, agency_name limit 1`,
    );
    const desks = new Map<string, Desk>();
    for (const entry of entries) {
      const side = sideOf(entry.actorRole, entry.officeHasSupervisor);
      const agencyId = side === 'office' ? entry.agencyId : watchers?.id;
      if (!agencyId) continue;
      const key = `${side} ${agencyId}`;
      const desk = desks.get(key) ?? { side, agencyId, entries: [] };
      desk.entries.push(entry);
      desks.set(key, desk);
    }
    return [...desks.values()];
  }

  private async fill(
    work: Work,
    day: string,
    { side, agencyId, entries }: Desk,
    seed: string,
  ): Promise<number> {
    const looks = entries.filter((entry) => reasonFor(entry) === 'sample').map(({ id }) => id);
    const groups = groupsOf(entries, new Set(sampleOf(seed, looks, sampleSize(looks.length))));
    if (groups.length === 0) return 0;
    const dayId = randomUUID();
    await work.query('insert into simpul.review_day (id, day, side, agency_id) values ($1, $2, $3, $4)', [
      dayId,
      day,
      side,
      agencyId,
    ]);
    for (const group of groups) await insertItem(work, dayId, group);
    await this.deadlines.start(work, {
      event: 'trail.picked',
      at: work.at,
      aboutId: dayId,
      subject: { tracks: [], contexts: [], violenceTypes: [], risk: null },
      owes: { agencyId },
    });
    await this.outbox.announce(work, 'review.picked', { dayId, agencyId });
    return groups.length;
  }
}

async function insertItem(work: Work, dayId: string, group: Group): Promise<void> {
  const times = group.entries.map(({ at }) => at);
  await work.query(
    `insert into simpul.review_item (id, review_day_id, reason, subject_account_id, case_ref, entry_ids, first_at, last_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      randomUUID(),
      dayId,
      group.reason,
      group.actorId,
      group.caseRef,
      group.entries.map(({ id }) => id),
      times[0],
      times.at(-1),
    ],
  );
}
