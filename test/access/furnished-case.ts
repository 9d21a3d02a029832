import { done, type ReferralStage } from '#harness';
import type { KnownIds } from './valid-bodies.js';

/** What stands in the case and must be in no answer to somebody who may not know of it. */
export const CANARIES =
  /Kinanti|Wirasena|Bima|NARASI-RAHASIA|CATATAN-RAHASIA|1674014107929951|Jalan Umpama|SD Contoh 3|0000-?420[19]|Pemeriksaan leher|PBM-2026/;

const CLOSING = {
  reason: 'TUJUAN_TERCAPAI',
  rights: {
    TOLD_OF_CLOSING: 'DONE',
    KNOWS_HOW_TO_RETURN: 'DONE',
    SAFETY_PLAN: 'DONE',
    RESTITUTION_TOLD: 'NOT_APPLICABLE',
    DOCUMENTS_RETURNED: 'DONE',
  },
  summary: 'CATATAN-RAHASIA',
};

/** Ids for the second variable of a path: a note, who reads it, a step of the police, a conference, what was decided. */
export interface Parts {
  noteId: string;
  shareId: string;
  stepId: string;
  conferenceId: string;
  /** What the team owes, and what the invited agency does. */
  decisionId: string;
  agencysDecisionId: string;
  appointmentId: string;
}

export interface FurnishedCase extends KnownIds {
  number: string;
  /** A draft that was never sent: its receiver knows nothing. */
  draftId: string;
  parts?: Parts;
}

/**
 * A case of `pendamping@uptd-ppa` with one of everything that hangs on a case: notes, a reveal, a milestone, consents, a
 * referral sent to the hospital with a question and its answer, another sent to the police, a draft, a closing.
 */
export async function furnishedCase(stage: ReferralStage, report: object = {}): Promise<FurnishedCase> {
  const caseId = await stage.openCase(report);
  // Before anything is sent: what is under way stands in the way of an end.
  done(await stage.sender.post(`/cases/${caseId}/closings`, CLOSING));
  const one = async (sql: string): Promise<string> =>
    (await stage.admin.query<{ id: string }>(sql, [caseId])).rows[0]!.id;
  const closingId = await one('select id from simpul.case_closing where case_id = $1');
  done(await stage.sender.post(`/closings/${closingId}/withdrawal`));
  const consentId = await stage.consent(caseId, 'RSUD');
  const referralId = await stage.draft(caseId);
  done(await stage.sender.post(`/referrals/${referralId}/sending`));
  done(await stage.sender.post(`/cases/${caseId}/notes`, { text: 'CATATAN-RAHASIA', audience: 'TEAM' }));
  done(await stage.sender.post(`/cases/${caseId}/reveal`, { reason: 'CONTACT', purpose: 'Menelepon.' }));
  done(await stage.sender.post(`/cases/${caseId}/milestones`, { kind: 'service.first_given' }));
  await stage.consent(caseId, 'POLRES', { scopes: ['IDENTITY', 'CHRONOLOGY', 'RISK_SAFETY'] });
  const toPolice = await stage.draft(caseId, 'polres-ppa', 'PENEGAKAN_HUKUM', { purposeFields: {} });
  done(await stage.sender.post(`/referrals/${toPolice}/sending`));
  const draftId = await stage.draft(caseId, 'dinsos-rehab', 'REHABILITASI_SOSIAL', { purposeFields: {} });
  done(await stage.hospital.post(`/referrals/${referralId}/question`, { text: 'Kapan?' }));
  done(await stage.sender.post(`/referrals/${referralId}/answer`, { text: 'Besok.' }));
  // An open proposal would change what the case allows: decided, and a note of an interest of nobody.
  const sealId = await one(
    `insert into simpul.case_seal (case_id, kind, reason, team, proposed_by, proposed_by_person, proposed_by_role, status,
                                   decided_by, decided_by_person, decided_by_role, decided_at)
     select f.id, 'SEAL', 'CLIENT_ASKED', array[a.id, a.id], a.id, a.person_id, a.role, 'WITHDRAWN', a.id, a.person_id,
            a.role, simpul.now()
       from simpul.case_file f join simpul.account a on a.id = f.owner_account_id where f.id = $1 returning id`,
  );
  const conflictId = await one(
    `insert into simpul.case_conflict (case_id, person_id, source) values ($1, gen_random_uuid(), 'MATCH') returning id`,
  );
  return {
    caseId,
    sealId,
    conflictId,
    colleagueId: await one(
      `select id from simpul.account where email like 'psikolog@uptd-ppa%' and $1::uuid is not null`,
    ),
    number: await one('select number as id from simpul.case_file where id = $1'),
    referralId,
    draftId,
    consentId,
    personId: await one(`select id from simpul.person where case_id = $1 and kind = 'VICTIM' limit 1`),
    deadlineId: await one(
      'select id from simpul.deadline where case_id = $1 and referral_id is null limit 1',
    ),
    reportId: await one('select id from simpul.report where case_id = $1'),
    screeningId: await one('select id from simpul.screening where case_id = $1'),
    accountId: await one(
      `select id from simpul.account where role = 'case_worker' and id <> (
         select owner_account_id from simpul.case_file where id = $1) limit 1`,
    ),
    closingId,
    notificationId: caseId,
    agencyId: stage.agencies.get('rsud-igd')!,
  };
}

const PART = /\{(stepId|noteId|shareId|conferenceId|decisionId|appointmentId)\}/g;
/** For a case whose parts were not made (`withParts`). */
const OF_NOTHING = '00000000-0000-4000-8000-000000000000';

/** A route's path with the ids of things of that case in it. */
export function addressOf(path: string, known: KnownIds & { parts?: Parts }): string {
  const part = (name: keyof Parts): string =>
    known.parts?.[name === 'decisionId' && path.startsWith('/referrals') ? 'agencysDecisionId' : name] ??
    OF_NOTHING;
  return path
    .replace('{personId}', known.personId)
    .replace('{accountId}', known.accountId)
    .replace('/notifications/{id}', `/notifications/${known.notificationId}`)
    .replace('/consents/{id}', `/consents/${known.consentId}`)
    .replace('/referrals/{id}', `/referrals/${known.referralId}`)
    .replace('/deadlines/{id}', `/deadlines/${known.deadlineId}`)
    .replace('/reports/{id}', `/reports/${known.reportId}`)
    .replace('/closings/{id}', `/closings/${known.closingId}`)
    .replace('/seals/{id}', `/seals/${known.sealId}`)
    .replace('/conflicts/{id}', `/conflicts/${known.conflictId}`)
    .replace('/screenings/{id}', `/screenings/${known.screeningId}`)
    .replace('/cases/{id}', `/cases/${known.caseId}`)
    .replaceAll(PART, (_, name: keyof Parts) => part(name));
}
