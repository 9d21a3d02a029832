import type { Asked, Asker, Row, Sight } from './asked.js';
import {
  basesStand,
  caseOf,
  isInEmergency,
  isKept,
  isOfUnit,
  isOnlyInEmergency,
  isOnTeam,
  isReceiver,
  keptFrom,
  overOf,
  RECEIVES,
  referralOf,
  seesReferral,
  WRITES,
} from './standing.js';

/** What a row says to a word that looks at more than one thing, so that rows that miss it differently are told apart. */
export function shadeOf(word: string, table: string, row: Row, asker: Asker, oracle: Sight): string {
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
    const bases = its && overOf(world, its);
    return [
      its?.status,
      its?.sent_at == null,
      its?.bare,
      bases,
      row.case_id == null || its?.case_id === row.case_id,
    ].join();
  }
  if (word === 'own-bases-stand') return overOf(world, row);
  if (word === 'of-an-open-link') {
    const its = world.one('simpul.referral_link', row.link_id);
    const isOf = [its?.referral_id === row.referral_id, its?.case_id === row.case_id];
    return [its?.kind, its?.revoked_at == null, its?.spent_at == null, ...isOf].join();
  }
  if (word.startsWith('conference-')) {
    const its = world.one('simpul.conference', row.conference_id);
    return [its?.status, its?.case_id === row.case_id].join();
  }
  if (word === 'receiver') {
    const its = table === 'simpul.referral' ? row : world.one('simpul.referral', row.referral_id);
    return [its?.to_agency_id === asker.agency, its?.sent_at == null, RECEIVES.includes(asker.code)].join();
  }
  const [, column] = /(\w+)=of-the-case$/.exec(word) ?? [];
  if (column) return String(row[column] == null);
  if (word === 'of-nothing-else')
    return ['case_id', 'referral_id', 'report_id', 'about_id'].map((column) => row[column] == null).join();
  if (/^(?:team|unit|emergency)$/.test(word)) {
    // To whom a referral was sent sees it, and not the case.
    const its = world.one('simpul.referral', row.referral_id);
    return String(its !== undefined && oracle.select('simpul.referral', its, asker));
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

export const WORDS: Record<string, (asked: Asked) => boolean> = {
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
