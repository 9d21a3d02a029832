import type { Work } from '#database';
import type { Parties, Person } from './rules/parties.js';

/** Roles that are told of things outside their own agency: those on the ladder's upper rungs and the last resort. */
const WATCHING_ROLES = [
  'supervisor',
  'dinas_head',
  'administrator',
  'legal_officer',
  'data_officer',
  'integrity_officer',
  'auditor',
];

/** Everybody whom an event of a case, referral or report could concern. Reads no person of a case, only accounts. */
export async function partiesOf(
  work: Work,
  scope: {
    caseId: string | null;
    referralId: string | null;
    reportId?: string | null;
    /** Whose people are wanted beside those. */
    agencyId?: string | null;
    reviewingAgencyId?: string | null;
    /** Others whom the event names. */
    accountIds?: readonly (string | null)[];
  },
): Promise<Parties> {
  const [referral] = scope.referralId
    ? await work.query<{
        caseId: string;
        toAgencyId: string;
        toParentAgencyId: string | null;
        responsibleAccountId: string | null;
      }>(
        `select r.case_id as "caseId", r.to_agency_id as "toAgencyId", a.parent_id as "toParentAgencyId",
                r.responsible_account_id as "responsibleAccountId"
           from simpul.referral r join simpul.agency a on a.id = r.to_agency_id where r.id = $1`,
        [scope.referralId],
      )
    : [];
  const caseId = scope.caseId ?? referral?.caseId ?? null;
  const [theCase] = caseId
    ? await work.query<{
        agencyId: string;
        ownerAccountId: string;
        teamAccountIds: string[];
        sealed: boolean;
      }>(
        `select f.sealed, f.agency_id as "agencyId", f.owner_account_id as "ownerAccountId",
                coalesce((select array_agg(m.account_id) from simpul.case_member m
                           where m.case_id = f.id and m.since <= simpul.now() and (m.until is null or m.until > simpul.now())),
                         '{}') as "teamAccountIds"
           from simpul.case_file f where f.id = $1`,
        [caseId],
      )
    : [];
  const [report] = scope.reportId
    ? await work.query<{ agencyId: string; receivedBy: string }>(
        'select agency_id as "agencyId", received_by as "receivedBy" from simpul.report where id = $1',
        [scope.reportId],
      )
    : [];
  const agencies = [
    scope.agencyId,
    theCase?.agencyId,
    report?.agencyId,
    referral?.toAgencyId,
    referral?.toParentAgencyId,
    scope.reviewingAgencyId,
  ].filter((id) => id != null);
  const people = await work.query<Person>(
    `select id as "accountId", person_id as "personId", role, agency_id as "agencyId", agency_kind as "agencyKind", active
       from simpul.account
      where agency_id = any ($1::uuid[]) or id = any ($2::uuid[]) or role = any ($3::text[]) order by id`,
    [
      agencies,
      [
        theCase?.ownerAccountId,
        ...(theCase?.teamAccountIds ?? []),
        referral?.responsibleAccountId,
        report?.receivedBy,
        ...(scope.accountIds ?? []),
      ].filter((id) => id != null),
      WATCHING_ROLES,
    ],
  );
  return {
    people: await thoseWhoMayKnow(work, people, { ...scope, caseId }),
    case: theCase ?? null,
    referral: referral ?? null,
    report: report ?? null,
    reviewingAgencyId: scope.reviewingAgencyId ?? null,
  };
}

/**
 * A case that is sealed, or in which somebody has an interest, is not spoken of to them. An integrity officer stays: what
 * they are told names no case.
 */
async function thoseWhoMayKnow(
  work: Work,
  people: Person[],
  { caseId, referralId }: { caseId: string | null; referralId: string | null },
): Promise<Person[]> {
  if (!caseId) return people;
  const ids = await whoMayKnow(
    work,
    { caseId, referralId },
    people.map(({ accountId }) => accountId),
  );
  return people.filter(({ accountId, role }) => ids.has(accountId) || role === 'integrity_officer');
}

/** Of these accounts, those who may be told of the case or of its referral. */
export async function whoMayKnow(
  work: Work,
  { caseId, referralId }: { caseId: string | null; referralId: string | null },
  accounts: readonly string[],
): Promise<Set<string>> {
  const [row] = await work.query<{ ids: string[] }>('select simpul.who_may_know($1, $2, $3) as ids', [
    caseId,
    referralId,
    accounts,
  ]);
  return new Set(row!.ids);
}
