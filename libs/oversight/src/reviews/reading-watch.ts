import { randomUUID } from 'node:crypto';
import { Ledger } from '#audit';
import { Outbox, UnitOfWork, type Work } from '#database';
import { CITY_ZONE } from '#deadlines';
import { Inject, Injectable } from '@nestjs/common';
import { KNOWN_ACTS } from '../known-acts.js';
import { minuteOfDay } from '../rules/city-day.js';
import { kindOf } from '../rules/kinds-of-acts.js';
import {
  LOOKS_BACK_HOURS,
  unusualReading,
  worthComparing,
  type Found,
  type Reading,
  type Usual,
} from '../rules/unusual-reading.js';

/** Searches by name; a list of cases is one only where something was typed. */
const SEARCHES = ['case.listed', 'case.matched'];
const LOOKS = KNOWN_ACTS.filter(
  (act) => ['read', 'revealed'].includes(kindOf(act)) && !SEARCHES.includes(act),
);
/** Over which "usual" is reckoned: four weeks, the newest day not among them. */
const USUAL_DAYS = 28;
const NOTHING_KNOWN: Usual = { own: null, team: null };

interface Row {
  act: string;
  at: Date;
  actorId: string;
  actorRole: string;
  agencyId: string;
  caseRef: string | null;
  searched: boolean;
  onDuty: boolean;
  othersPacket: string | null;
}
interface Person {
  id: string;
  agencyId: string;
  readings: Reading[];
}

/**
 * Goes through what everybody read of late, every few minutes. What a rule has found is not counted again: the next
 * finding of the same rule about the same person takes as much again.
 */
@Injectable()
export class ReadingWatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    @Inject(CITY_ZONE) private readonly zone: string,
  ) {}

  /** Returns how many findings are new. */
  pass(): Promise<number> {
    return this.unitOfWork.runAsSystem({ name: 'reading.found' }, async (work) => {
      // Of two workers the second finds what the first one kept.
      await work.query(`select pg_advisory_xact_lock(hashtextextended('simpul.reading', 0))`);
      const before = await lastFound(work);
      let findings = 0;
      for (const person of await this.peopleOf(work)) {
        const usual = worthComparing(person.readings) ? await usualOf(work, person.id) : NOTHING_KNOWN;
        for (const found of newIn(person, usual, before)) {
          await this.keep(work, person, found, usual);
          findings += 1;
        }
      }
      if (findings === 0) work.markAudited();
      return findings;
    });
  }

  private async peopleOf(work: Work): Promise<Person[]> {
    const since = new Date(work.at.getTime() - LOOKS_BACK_HOURS * 3_600_000);
    const rows = await work.query<Row>(
      `select act, at, actor_id as "actorId", actor_role as "actorRole", actor_agency as "agencyId", case_ref as "caseRef",
              searched, on_duty as "onDuty", others_packet as "othersPacket"
         from simpul.recent_reading($1, $2)`,
      [since, SEARCHES],
    );
    const people = new Map<string, Person>();
    for (const row of rows) {
      const reading = this.toReading(row);
      if (!reading) continue;
      const person = people.get(row.actorId) ?? { id: row.actorId, agencyId: row.agencyId, readings: [] };
      person.readings.push(reading);
      people.set(row.actorId, person);
    }
    return [...people.values()];
  }

  private toReading(row: Row): Reading | null {
    const isSearch = SEARCHES.includes(row.act);
    if (isSearch && !row.searched) return null;
    const { at, actorRole: role, caseRef, onDuty, othersPacket } = row;
    const kind = isSearch ? 'search' : LOOKS.includes(row.act) ? 'look' : 'act';
    const revealed = kindOf(row.act) === 'revealed';
    return {
      kind,
      at,
      minuteOfDay: minuteOfDay(at, this.zone),
      role,
      caseRef,
      onDuty,
      revealed,
      othersPacket,
    };
  }

  private async keep(work: Work, { id, agencyId }: Person, found: Found, usual: Usual): Promise<void> {
    const { rule, counted, from, to } = found;
    const { own, team } = rule === 'MANY_CASES' ? usual : NOTHING_KNOWN;
    const findingId = randomUUID();
    await work.query(
      `insert into simpul.reading_found (id, account_id, rule, counted, own_usual, team_usual, from_at, to_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [findingId, id, rule, counted, own, team, from, to],
    );
    await this.ledger.append(work, {
      act: 'reading.found',
      object: { kind: 'account', id },
      facts: { readingRule: rule, counted, own, team },
    });
    await this.outbox.announce(work, 'reading.unusual', { findingId, subjectId: id, agencyId });
  }
}

function newIn({ id, readings }: Person, usual: Usual, before: ReadonlyMap<string, Date>): Found[] {
  const rules = unusualReading(readings, usual).map(({ rule }) => rule);
  return rules.flatMap((rule) => {
    const last = before.get(`${id} ${rule}`);
    const unseen = last ? readings.filter(({ at }) => at > last) : readings;
    return unusualReading(unseen, usual).filter((found) => found.rule === rule);
  });
}

async function lastFound(work: Work): Promise<ReadonlyMap<string, Date>> {
  const rows = await work.query<{ key: string; at: Date }>(
    `select account_id || ' ' || rule as key, max(created_at) as at from simpul.reading_found
      where created_at > simpul.now() - make_interval(hours => $1) group by account_id, rule`,
    [LOOKS_BACK_HOURS],
  );
  return new Map(rows.map(({ key, at }) => [key, at]));
}

async function usualOf(work: Work, accountId: string): Promise<Usual> {
  const until = new Date(work.at.getTime() - LOOKS_BACK_HOURS * 3_600_000);
  const [usual] = await work.query<Usual>('select own, team from simpul.usual_reading($1, $2, $3, $4)', [
    accountId,
    LOOKS,
    new Date(until.getTime() - USUAL_DAYS * 24 * 3_600_000),
    until,
  ]);
  return usual ?? NOTHING_KNOWN;
}
