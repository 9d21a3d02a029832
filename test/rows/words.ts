import { linesOf, type Command, type RowLine } from './page.js';

export type Row = Record<string, unknown>;

/** Somebody who asks the database: a person in a context, or a program in none. */
export interface Asker {
  name: string;
  /** The role of the database. */
  as: string;
  token: string | null;
  code: string;
  role: string;
  account: string | null;
  agency: string | null;
  human: string | null;
  /** Somebody whose session opens nothing yet; the ledger alone takes a denial in their name. */
  waits?: { account: string; role: string; agency: string };
}

/** Every row of every table, read past all policies. */
export class World {
  private readonly indexes = new Map<string, Map<unknown, Row>>();
  constructor(
    readonly tables: ReadonlyMap<string, Row[]>,
    readonly now: number,
  ) {}
  rows(name: string): Row[] {
    return this.tables.get(name) ?? [];
  }
  one(name: string, id: unknown, column = 'id'): Row | undefined {
    if (id == null) return undefined;
    const key = `${name}.${column}`;
    let index = this.indexes.get(key);
    if (!index) {
      index = new Map(this.rows(name).map((row) => [row[column], row]));
      this.indexes.set(key, index);
    }
    return index.get(id);
  }
}

/**
 * Whether the page lets the command through for this asker, said in words and computed in JavaScript from the rows: no
 * function of the database is asked, or it would be its own witness.
 */
export class Oracle {
  constructor(readonly world: World) {}

  private readonly seen = new WeakMap<Row, Map<Asker, boolean>>();

  select(table: string, row: Row, asker: Asker): boolean {
    return remembered(this.seen, row, asker, () => this.old('SELECT', table, row, asker));
  }

  /** Whether the row as it stands is reached at all. */
  old(command: Command, table: string, row: Row, asker: Asker): boolean {
    const { may, must } = linesOf(table, asker.as, command);
    return (
      may.some((line) => this.holdsFor(line, row, asker)) &&
      must.every((line) => this.holdsFor(line, row, asker))
    );
  }

  insert(table: string, row: Row, asker: Asker): boolean {
    const { may, must } = linesOf(table, asker.as, 'INSERT');
    return (
      may.some((line) => this.holdsFor(line, row, asker) && this.says(line, row, asker)) &&
      must.every((line) => this.holdsFor(line, row, asker))
    );
  }

  /** Whether an UPDATE finds the row at all. `opened`: reading is open to everybody, but for what holds besides. */
  reaches(table: string, row: Row, asker: Asker, opened = false): boolean {
    return this.old('UPDATE', table, row, asker) && this.sees(table, row, asker, opened);
  }
  private sees(table: string, row: Row, asker: Asker, opened: boolean): boolean {
    return opened
      ? linesOf(table, asker.as, 'SELECT').must.every((line) => this.holdsFor(line, row, asker))
      : this.select(table, row, asker);
  }

  update(table: string, row: Row, changed: Row, asker: Asker, opened = false): boolean {
    const { may, must } = linesOf(table, asker.as, 'UPDATE');
    // PostgreSQL asks each policy twice, one may reach the row and another let the new one pass.
    return (
      may.some((line) => this.passes(line, row, changed, asker)) &&
      must.every((line) => this.passes(line, row, changed, asker) && this.holdsFor(line, changed, asker)) &&
      this.sees(table, row, asker, opened) &&
      this.sees(table, changed, asker, opened)
    );
  }

  private passes(line: RowLine, row: Row, changed: Row, asker: Asker): boolean {
    return this.holdsFor(line, row, asker) && this.says(line, changed, asker);
  }
  private holdsFor(line: RowLine, row: Row, asker: Asker): boolean {
    const all = (word: string): boolean =>
      word.split('+').every((part) => this.holds(part, line.table, row, asker));
    return line.who.some(all) && line.while.every(all);
  }
  private says(line: RowLine, row: Row, asker: Asker): boolean {
    return line.says.every((word) => this.holds(word, line.table, row, asker));
  }

  private holds(word: string, table: string, row: Row, asker: Asker): boolean {
    const [, column, sign, value] = /^(\w+)(!=|=|~)(.+)$/.exec(word) ?? [];
    if (column) return this.compares(row, column, sign!, value!, asker);
    if (/^[A-Z]{2}$/.test(word)) return asker.code === word;
    if (word.startsWith('with:')) return this.withParent(word.slice(5), row, asker);
    const known = WORDS[word];
    if (!known) throw new Error(`rows.md: nobody knows "${word}"`);
    return known({ world: this.world, row, asker, table, oracle: this });
  }

  private withParent(parent: string, row: Row, asker: Asker): boolean {
    const id = row[`${parent}_id`] ?? (ABOUT.includes(parent) ? row.about_id : undefined);
    const found = this.world.one(`simpul.${parent}`, id);
    return found !== undefined && this.select(`simpul.${parent}`, found, asker);
  }

  private compares(row: Row, column: string, sign: string, value: string, asker: Asker): boolean {
    const is = row[column];
    if (sign === '~') return typeof is === 'string' && is.startsWith(value);
    if (sign === '!=') return is != null && !value.split(',').includes(String(is));
    const account = this.world.one('simpul.account', is);
    switch (value) {
      case 'me':
        return is != null && is === asker.account;
      case 'agency':
        return is != null && is === asker.agency;
      case 'person':
        return is != null && is === asker.human;
      case 'waiting-account':
        return is != null && is === asker.waits?.account;
      case 'waiting-role':
        return is != null && is === asker.waits?.role;
      case 'waiting-agency':
        return is != null && is === asker.waits?.agency;
      case 'another-person':
        return asker.human !== null && is !== asker.human;
      case 'role':
        return is != null && is === asker.role;
      case 'null':
        return is == null;
      case '!null':
        return is != null;
      case 'now':
        return Date.parse(String(is)) === this.world.now;
      case 'colleague?':
      case 'colleague':
        if (is == null) return value.endsWith('?');
        return account !== undefined && account.agency_id === asker.agency;
      case 'same-human':
        return account !== undefined && asker.human !== null && account.person_id === asker.human;
      case 'other-human':
        return account?.person_id !== (asker.human ?? undefined);
      case 'its-agency':
        return is === this.world.one('simpul.agency', row.agency_id)?.[column.replace('agency_', '')];
      case 'of-the-case': {
        const its = this.world.one('simpul.case_file', row.case_id);
        return is === its?.[{ from_agency_id: 'agency_id', case_number: 'number' }[column] ?? column];
      }
      case 'own-case?': {
        const its = this.world.one('simpul.case_file', is);
        return is == null || (its !== undefined && this.select('simpul.case_file', its, asker));
      }
      default:
        return is != null && value.split(',').includes(String(is));
    }
  }
}

interface Asked {
  world: World;
  row: Row;
  asker: Asker;
  table: string;
  oracle: Oracle;
}

const WRITES = ['IC', 'CW', 'SV'];
/** LH: the holder of a one-time link, who has no account that lives. */
const RECEIVES = ['AO', 'AH', ...WRITES, 'LH'];
/** What a time limit may be about besides a case, a referral or a report. */
const ABOUT = ['review_day', 'emergency_access'];

/** The case that a row hangs on; the ledger knows it by its other name. */
function caseOf({ world, row, table }: Asked): Row | undefined {
  if (table === 'simpul.case_file') return row;
  if (table === 'ledger.entry' || table === 'simpul.review_item')
    return world.one('simpul.case_file', world.one('simpul.case_key', row.case_ref, 'ledger_ref')?.case_id);
  return world.one('simpul.case_file', row.case_id);
}
function referralOf({ world, row, table }: Asked): Row | undefined {
  return table === 'simpul.referral' ? row : world.one('simpul.referral', row.referral_id);
}
const livesNow = (world: World, { since, until }: Row): boolean =>
  Date.parse(String(since)) <= world.now && (until == null || Date.parse(String(until)) > world.now);

interface Kept {
  kept: boolean;
  excluded: boolean;
}
const KEPT = new WeakMap<Row, Map<Asker, Kept>>();

/** Rows and askers do not change while they are asked about. */
function remembered<T>(where: WeakMap<Row, Map<Asker, T>>, row: Row, asker: Asker, answer: () => T): T {
  let answers = where.get(row);
  if (!answers) where.set(row, (answers = new Map()));
  let known = answers.get(asker);
  if (known === undefined) answers.set(asker, (known = answer()));
  return known;
}

/** Whether a case is kept from somebody, and whether by an interest, which takes its referrals as well. */
function keptFrom(world: World, file: Row | undefined, asker: Asker): Kept {
  if (!file) return { kept: false, excluded: false };
  return remembered(KEPT, file, asker, () => isKeptFrom(world, file, asker));
}
function isKeptFrom(world: World, file: Row, asker: Asker): Kept {
  if (asker.account === null) return { kept: file.sealed === true, excluded: false };
  const excluded =
    world
      .rows('simpul.case_conflict')
      .some((one) => one.case_id === file.id && one.person_id === asker.human && one.lifted_at == null) ||
    worksWithTheReported(world, file, asker);
  const named = world
    .rows('simpul.seal_member')
    .some(
      (one) =>
        one.case_id === file.id &&
        one.account_id === asker.account &&
        one.until == null &&
        livesNow(world, one),
    );
  return { kept: excluded || (file.sealed === true && !named), excluded };
}
function worksWithTheReported(world: World, file: Row, asker: Asker): boolean {
  if (file.owner_account_id === asker.account || isMember(world, file, asker)) return false;
  const mine = world.one('simpul.agency', asker.agency)!;
  return world
    .rows('simpul.person')
    .filter((one) => one.case_id === file.id && one.kind === 'REPORTED')
    .some((one) => {
      const employer = world.one('simpul.agency', one.employer_agency_id);
      if (!employer) return false;
      if (employer.id === mine.id) return true;
      const sister = employer.conflict_group != null && employer.conflict_group === mine.conflict_group;
      return sister && file.agency_id !== mine.id && asker.code !== 'IO';
    });
}
function isMember(world: World, file: Row, asker: Asker): boolean {
  return world
    .rows('simpul.case_member')
    .some(
      (member) =>
        member.case_id === file.id && member.account_id === asker.account && livesNow(world, member),
    );
}
function isOnTeam(world: World, file: Row | undefined, asker: Asker): boolean {
  if (!file || asker.account === null || keptFrom(world, file, asker).kept) return false;
  const named = world
    .rows('simpul.seal_member')
    .some(
      (one) =>
        one.case_id === file.id &&
        one.account_id === asker.account &&
        one.until == null &&
        livesNow(world, one),
    );
  return file.owner_account_id === asker.account || named || isMember(world, file, asker);
}
function isOfUnit(world: World, file: Row | undefined, asker: Asker): boolean {
  if (!file || asker.code !== 'SV' || file.agency_id !== asker.agency) return false;
  return !keptFrom(world, file, asker).kept;
}
function hasEmergencyAccess(world: World, file: Row, asker: Asker): boolean {
  return world
    .rows('simpul.emergency_access')
    .some(
      (one) =>
        one.case_id === file.id &&
        one.account_id === asker.account &&
        one.ended_at == null &&
        Date.parse(String(one.opened_at)) <= world.now &&
        Date.parse(String(one.until)) > world.now,
    );
}
function isInEmergency(world: World, file: Row | undefined, asker: Asker): boolean {
  return file !== undefined && !keptFrom(world, file, asker).kept && hasEmergencyAccess(world, file, asker);
}
/** Emergency access, and no other relation that would let one write. */
function isOnlyInEmergency(world: World, file: Row | undefined, asker: Asker): boolean {
  if (!file || !hasEmergencyAccess(world, file, asker) || file.owner_account_id === asker.account)
    return false;
  return !isMember(world, file, asker) && !(asker.code === 'SV' && file.agency_id === asker.agency);
}
function isReceiver(world: World, referral: Row | undefined, asker: Asker): boolean {
  return (
    referral !== undefined &&
    referral.to_agency_id === asker.agency &&
    referral.sent_at != null &&
    RECEIVES.includes(asker.code) &&
    (asker.code !== 'LH' ||
      world
        .rows('simpul.referral_link')
        .some((link) => link.account_id === asker.account && link.referral_id === referral.id)) &&
    !keptFrom(world, world.one('simpul.case_file', referral.case_id), asker).excluded
  );
}
/** Whether the row is of a thing that is kept from the asker: a case, a report or the ledger's name of it, a referral. */
function isKept({ world, row, table, asker }: Asked): boolean {
  const ofCase = (id: unknown): boolean => keptFrom(world, world.one('simpul.case_file', id), asker).kept;
  const ofReport = (id: unknown): boolean => ofCase(world.one('simpul.report', id)?.case_id);
  const ofReferral = (referral: Row | undefined): boolean => {
    const { kept, excluded } = keptFrom(world, world.one('simpul.case_file', referral?.case_id), asker);
    return kept && (excluded || referral!.sent_at == null || referral!.to_agency_id !== asker.agency);
  };
  const ofName = (name: unknown): boolean =>
    ofCase(world.one('simpul.case_key', name, 'ledger_ref')?.case_id);
  switch (table) {
    case 'simpul.case_file':
      return ofCase(row.id);
    case 'simpul.report':
      return ofCase(row.case_id);
    case 'simpul.referral':
      return ofReferral(row);
    case 'simpul.review_item':
      return ofName(row.case_ref);
    case 'ledger.entry': {
      const thing = row.object_id;
      return (
        ofName(row.case_ref) ||
        ofCase(thing) ||
        ofReport(thing) ||
        ofReferral(world.one('simpul.referral', thing))
      );
    }
    default:
      return row.referral_id == null
        ? ofCase(row.case_id) || ofReport(row.report_id)
        : ofReferral(world.one('simpul.referral', row.referral_id));
  }
}
function basesStand(world: World, referral: Row): boolean {
  return (referral.basis_ids as string[]).every((id) => {
    const basis = world.one('simpul.lawful_basis', id);
    return (
      basis !== undefined &&
      basis.withdrawn_at == null &&
      basis.answer !== 'REFUSED' &&
      (basis.against_refusal !== true || basis.decision === 'COUNTERSIGNED') &&
      (basis.expires_at == null || Date.parse(String(basis.expires_at)) > world.now)
    );
  });
}
function seesReferral(world: World, referral: Row, asker: Asker): boolean {
  const file = world.one('simpul.case_file', referral.case_id);
  return (
    isReceiver(world, referral, asker) ||
    isOnTeam(world, file, asker) ||
    isOfUnit(world, file, asker) ||
    isInEmergency(world, file, asker)
  );
}

/** What a row says to a word that looks at more than one thing, so that rows that miss it differently are told apart. */
export function shadeOf(word: string, table: string, row: Row, oracle: Oracle): string {
  const { world } = oracle;
  if (word === 'an-approved-version' || word === 'approved-by-me')
    return world
      .rows('simpul.rule_proposal')
      .filter((one) => one.id === row.id || one.slug === row.slug)
      .map((one) => [one.id === row.id, one.slug === row.slug, one.status, one.kind].join())
      .sort()
      .join();
  if (/^(?:not-cancelled|readable|newest|of-an-open-one|sent|of-that-case|with:referral)$/.test(word)) {
    const its = table === 'simpul.referral' ? row : world.one('simpul.referral', row.referral_id);
    return [its?.status, its?.sent_at == null, row.case_id == null || its?.case_id === row.case_id].join();
  }
  if (word.startsWith('case-')) {
    const its = world.one('simpul.case_file', row.case_id);
    return [its?.mandate, its?.closed_at == null].join();
  }
  return '';
}

function conferenceIs({ world, row }: Asked, states: readonly string[]): boolean {
  const conference = world.one('simpul.conference', row.conference_id);
  return conference?.case_id === row.case_id && states.includes(String(conference?.status));
}

const WORDS: Record<string, (asked: Asked) => boolean> = {
  all: () => true,
  nobody: () => false,
  signed: ({ asker }) => asker.account !== null,
  waits: ({ asker }) => asker.waits !== undefined,
  writes: ({ asker }) => WRITES.includes(asker.code),
  team: (asked) => isOnTeam(asked.world, caseOf(asked), asked.asker),
  unit: (asked) => isOfUnit(asked.world, caseOf(asked), asked.asker),
  emergency: (asked) => isInEmergency(asked.world, caseOf(asked), asked.asker),
  'not-of-emergency': (asked) => !isOnlyInEmergency(asked.world, caseOf(asked), asked.asker),
  'not-by-link': ({ asker }) => asker.code !== 'LH',
  "the-link's": ({ world, row, asker }) =>
    world
      .rows('simpul.referral_link')
      .some(
        (link) => link.account_id === asker.account && link.referral_id === row.id && link.revoked_at == null,
      ),
  'with-its-alarm': ({ world, row, asker, oracle }) =>
    world
      .rows('simpul.alarm')
      .some(
        (alarm) =>
          alarm.kind === 'UNUSUAL_READING' &&
          alarm.account_id === row.account_id &&
          alarm.code === row.rule &&
          oracle.select('simpul.alarm', alarm, asker),
      ),
  'not-of-bait': ({ world, row, table }) => {
    if (table === 'ledger.entry')
      return (
        row.object_kind !== 'bait' &&
        !(
          row.actor_role === 'integrity_officer' &&
          ['report.received', 'closing.proposed'].includes(String(row.act))
        )
      );
    const id = table === 'simpul.case_file' ? row.id : row.case_id;
    return !world.rows('simpul.bait').some((bait) => bait.case_id === id);
  },
  sent: (asked) => (referralOf(asked)?.sent_at ?? null) !== null,
  lead: (asked) =>
    isOnTeam(asked.world, caseOf(asked), asked.asker) &&
    caseOf(asked)?.owner_account_id === asked.asker.account,
  receiver: (asked) => isReceiver(asked.world, referralOf(asked), asked.asker),
  'not-kept': (asked) => !isKept(asked),
  'of-a-sealed-case': (asked) => caseOf(asked)?.sealed === true,
  'not-excluded': (asked) => !keptFrom(asked.world, caseOf(asked), asked.asker).excluded,
  'of-no-interest': ({ world, row }) => {
    if (row.status !== 'APPROVED' && row.status !== 'CLOSED') return true;
    const proposer = world.one('simpul.account', row.screened_by ?? row.proposed_by);
    return !world
      .rows('simpul.case_conflict')
      .some(
        (one) =>
          one.case_id === row.case_id && one.person_id === proposer?.person_id && one.lifted_at == null,
      );
  },
  'receiver-of-the-case': ({ world, row, asker }) =>
    world
      .rows('simpul.referral')
      .some((referral) => referral.case_id === row.case_id && seesReferral(world, referral, asker)),
  'named-in-a-received-referral': ({ world, row, asker }) =>
    world
      .rows('simpul.referral')
      .some(
        (referral) =>
          referral.case_id === row.case_id &&
          !referral.bare &&
          (referral.basis_ids as unknown[]).includes(row.id) &&
          seesReferral(world, referral, asker),
      ),
  readable: (asked) => {
    const referral = referralOf(asked);
    return (
      referral !== undefined &&
      !referral.bare &&
      !['draft', 'cancelled'].includes(String(referral.status)) &&
      basesStand(asked.world, referral)
    );
  },
  'to-agency': (asked) => referralOf(asked)?.to_agency_id === asked.asker.agency,
  'from-agency': (asked) => referralOf(asked)?.from_agency_id === asked.asker.agency,
  seated: ({ world, row, asker, table, oracle }) =>
    world
      .rows('simpul.conference_seat')
      .some(
        (seat) =>
          seat.conference_id === (table === 'simpul.conference' ? row.id : row.conference_id) &&
          ((row.scopes ?? []) as string[]).every((scope) => (seat.scopes as string[]).includes(scope)) &&
          oracle.select('simpul.conference_seat', seat, asker),
      ),
  'conference-planned': (asked) => conferenceIs(asked, ['PLANNED']),
  'conference-open': (asked) => conferenceIs(asked, ['PLANNED', 'HELD']),
  'conference-signed': (asked) => conferenceIs(asked, ['SIGNED']),
  'own-bases-stand': ({ world, row }) => basesStand(world, row),
  'of-a-team-note': ({ world, row }) => {
    const note = world.one('simpul.case_note', row.note_id);
    return note !== undefined && note.case_id === row.case_id && note.audience === 'TEAM';
  },
  'not-cancelled': (asked) => {
    const status = referralOf(asked)?.status;
    return status !== undefined && status !== 'cancelled';
  },
  'of-an-open-one': (asked) => referralOf(asked)?.ended_at === null,
  newest: (asked) => referralOf(asked)?.packet_version === asked.row.version,
  told: ({ row, asker }) => (row.told as unknown[]).includes(asker.account),
  'case-open': (asked) => caseOf(asked)?.closed_at === null,
  'case-closed': (asked) => (caseOf(asked)?.closed_at ?? null) !== null,
  'case-family': (asked) => caseOf(asked)?.mandate === 'FAMILY',
  'of-nothing-else': ({ row }) =>
    row.case_id == null && row.referral_id == null && row.report_id == null && row.about_id != null,
  'of-an-open-link': ({ world, row }) => {
    const link = world.one('simpul.referral_link', row.link_id);
    return (
      link !== undefined &&
      link.kind === 'LINK' &&
      link.referral_id === row.referral_id &&
      link.case_id === row.case_id &&
      link.revoked_at == null &&
      link.spent_at == null
    );
  },
  'to-its-mailbox': (asked) =>
    asked.row.address != null &&
    asked.world.one('simpul.agency', referralOf(asked)?.to_agency_id)?.email === asked.row.address,
  'of-that-case': (asked) => asked.row.case_id == null || referralOf(asked)?.case_id === asked.row.case_id,
  'of-the-own-side': ({ world, row, asker }) =>
    (world.one('simpul.review_day', row.review_day_id)?.side === 'office') === (asker.code === 'SV'),
  'an-approved-version': ({ world, row }) =>
    world
      .rows('simpul.rule_proposal')
      .some(
        (one) =>
          one.id === row.id && one.slug === row.slug && one.status === 'APPROVED' && one.kind === 'VERSION',
      ),
  'approved-by-me': ({ world, row, asker }) =>
    world
      .rows('simpul.rule_proposal')
      .some((one) => one.slug === row.slug && one.status === 'APPROVED' && one.decided_by === asker.account),
};
