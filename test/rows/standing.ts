import { remembered, type Asked, type Asker, type Row, type World } from './asked.js';

export const WRITES = ['IC', 'CW', 'SV'];
/** LH: the holder of a one-time link, who has no account that lives. */
export const RECEIVES = ['AO', 'AH', ...WRITES, 'LH'];

/** The case that a row hangs on; the ledger knows it by its other name. */
export function caseOf({ world, row, table }: Asked): Row | undefined {
  if (table === 'simpul.case_file') return row;
  if (table === 'ledger.entry' || table === 'simpul.review_item')
    return world.one('simpul.case_file', world.one('simpul.case_key', row.case_ref, 'ledger_ref')?.case_id);
  return world.one('simpul.case_file', row.case_id);
}
export function referralOf({ world, row, table }: Asked): Row | undefined {
  return table === 'simpul.referral' ? row : world.one('simpul.referral', row.referral_id);
}
const livesNow = (world: World, { since, until }: Row): boolean =>
  Date.parse(String(since)) <= world.now && (until == null || Date.parse(String(until)) > world.now);

interface Kept {
  kept: boolean;
  excluded: boolean;
}
const KEPT = new WeakMap<Row, Map<Asker, Kept>>();

/** Whether a case is kept from somebody, and whether by an interest, which takes its referrals as well. */
export function keptFrom(world: World, file: Row | undefined, asker: Asker): Kept {
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
  return { kept: excluded || (file.sealed === true && !isNamed(world, file, asker)), excluded };
}
function isNamed(world: World, file: Row, asker: Asker): boolean {
  return world
    .rows('simpul.seal_member')
    .some(
      (one) =>
        one.case_id === file.id &&
        one.account_id === asker.account &&
        one.until == null &&
        livesNow(world, one),
    );
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
export function isOnTeam(world: World, file: Row | undefined, asker: Asker): boolean {
  if (!file || asker.account === null || keptFrom(world, file, asker).kept) return false;
  return (
    file.owner_account_id === asker.account || isNamed(world, file, asker) || isMember(world, file, asker)
  );
}
export function isOfUnit(world: World, file: Row | undefined, asker: Asker): boolean {
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
export function isInEmergency(world: World, file: Row | undefined, asker: Asker): boolean {
  return file !== undefined && !keptFrom(world, file, asker).kept && hasEmergencyAccess(world, file, asker);
}
/** Emergency access, and no other relation that would let one write. */
export function isOnlyInEmergency(world: World, file: Row | undefined, asker: Asker): boolean {
  if (!file || !hasEmergencyAccess(world, file, asker) || file.owner_account_id === asker.account)
    return false;
  return !isMember(world, file, asker) && !(asker.code === 'SV' && file.agency_id === asker.agency);
}
export function isReceiver(world: World, referral: Row | undefined, asker: Asker): boolean {
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
export function isKept({ world, row, table, asker }: Asked): boolean {
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
/** Why what a row rests on does not stand, each reason once. */
export function overOf(world: World, { basis_ids: ids }: Row): string {
  const whys = (ids as string[]).map((id) => {
    const basis = world.one('simpul.lawful_basis', id);
    if (!basis || basesStand(world, { basis_ids: [id] })) return '';
    return [
      basis.withdrawn_at != null,
      basis.answer === 'REFUSED',
      basis.against_refusal,
      basis.expires_at != null,
    ].join();
  });
  return [...new Set(whys)].sort().join(';');
}

export function basesStand(world: World, referral: Row): boolean {
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
export function seesReferral(world: World, referral: Row, asker: Asker): boolean {
  const file = world.one('simpul.case_file', referral.case_id);
  return (
    isReceiver(world, referral, asker) ||
    isOnTeam(world, file, asker) ||
    isOfUnit(world, file, asker) ||
    isInEmergency(world, file, asker)
  );
}
