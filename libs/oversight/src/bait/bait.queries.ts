import type { Decision } from '#audit';
import type { Work } from '#database';

/** Somebody of a unit, as a choice. */
export interface UnitPerson {
  accountId: string;
  name: string;
  role: string;
}

/** A unit that keeps cases: whose name an old file may bear, and in whose list it may lie. */
export interface BaitUnit {
  agencyId: string;
  agencyName: string;
  left: UnitPerson[];
  readers: UnitPerson[];
}

export interface BaitReading {
  at: Date;
  personName: string;
  role: string;
  agencyName: string;
  act: string;
  decision: Decision;
}

/** A bait as its keepers know it: how it looks to others, and who has read it. */
export interface Bait {
  id: string;
  number: string;
  agencyName: string;
  initials: string | null;
  ownerName: string;
  readerNames: string[];
  laidByName: string;
  laidAt: Date;
  endedAt: Date | null;
  readings: BaitReading[];
}

/** Of one bait the newest; more than that nobody reads. */
const READINGS_SHOWN = 50;

export async function baitsOf(work: Work): Promise<Bait[]> {
  const baits = await work.query<Omit<Bait, 'readings'>>('select * from simpul.baits()');
  const readings = await work.query<BaitReading & { baitId: string }>(
    `select r.bait_id as "baitId", r.at, a.display_name as "personName", a.role, a.agency_name as "agencyName", r.act, r.decision
       from (select r.id, r.bait_id, r.account_id, r.act, r.decision, r.at,
                     row_number() over (partition by r.bait_id order by r.at desc, r.id) as n from simpul.bait_reading r) r
       join simpul.account a on a.id = r.account_id
      where r.n <= ${READINGS_SHOWN} order by r.at desc, r.id`,
  );
  return baits.map((bait) => ({
    ...bait,
    readings: readings.filter(({ baitId }) => baitId === bait.id),
  }));
}

/** Units with somebody who has left and somebody who is there; the others cannot have one. */
export async function unitsForBait(work: Work): Promise<BaitUnit[]> {
  const people = await work.query<
    UnitPerson & { agencyId: string; agencyName: string; active: boolean; owns: boolean }
  >(
    `select id as "accountId", display_name as name, role, agency_id as "agencyId", agency_name as "agencyName", active,
            role <> 'psychologist' as owns
       from simpul.account
      where role in ('intake_counselor', 'case_worker', 'psychologist', 'supervisor')
      order by agency_name, display_name, id`,
  );
  const units = new Map<string, BaitUnit>();
  for (const { agencyId, agencyName, active, owns, accountId, name, role } of people) {
    const unit = units.get(agencyId) ?? { agencyId, agencyName, left: [], readers: [] };
    units.set(agencyId, unit);
    if (active) unit.readers.push({ accountId, name, role });
    else if (owns) unit.left.push({ accountId, name, role });
  }
  return [...units.values()].filter(({ readers }) => readers.length > 0);
}
