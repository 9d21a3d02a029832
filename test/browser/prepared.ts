import { done } from '../harness/index.js';
import type { Stage } from './stage.js';

/** A report by telephone whose only person is invented. */
export const REPORT = {
  channel: 'TELEPON',
  reporter: { kind: 'KORBAN' },
  clientSafeNow: 'YES',
  narrative: 'Cerita.',
  violenceTypes: ['PSIKIS'],
  contexts: ['KDRT'],
  victims: [{ name: 'Puri Rekaan', sex: 'P', ageYears: 41 }],
  reportedPersons: [{ relation: 'SUAMI_ISTRI' }],
};

/** What is asked for in each of these referrals. */
export const WORDS = 'Pemeriksaan leher.';

/** A referral of a case of its own that has just gone out, with the client's agreement. */
export const sent = async (
  stage: Stage,
  agency: string,
  receiverKind: string,
): Promise<{ id: string; of: string; consentId: string }> => {
  const { of, draft, consentIds } = await drafted(stage, agency, [receiverKind]);
  done(await stage.api.as('pendamping@uptd-ppa').post(`/referrals/${draft}/sending`));
  return { id: draft, of, consentId: consentIds[0]! };
};

export const drafted = async (
  stage: Stage,
  agency: string,
  kinds: string[],
): Promise<{ draft: string; of: string; consentIds: string[] }> => {
  const worker = stage.api.as('pendamping@uptd-ppa');
  const { caseId: of } = done(await worker.post<{ caseId: string }>('/reports', REPORT));
  done(await worker.post(`/cases/${of}/screenings`, { redFlags: [], risk: 'SEDANG', reason: 'Sebab.' }));
  const scopes = ['IDENTITY', 'CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY'];
  const asked = { textVersion: 'persetujuan/2026-1', language: 'INDONESIA', noWitness: 'ALONE' };
  const consentIds: string[] = [];
  for (const receiverKind of kinds) {
    const consent = { basis: 'PERSETUJUAN', answer: 'GIVEN', receiverKind, scopes, givenBy: 'SELF' };
    const body = { ...consent, ...asked, howRecorded: 'LISAN' };
    consentIds.push(done(await worker.post<{ id: string }>(`/cases/${of}/consents`, body)).id);
  }
  const { items } = done(await worker.get<{ items: { id: string; code: string }[] }>('/agencies'));
  const draft = {
    toAgencyId: items.find(({ code }) => code === agency)!.id,
    ...{ serviceCode: 'KESEHATAN', urgency: 'SEGERA', request: WORDS },
  };
  const { id } = done(await worker.post<{ id: string }>(`/cases/${of}/referrals`, draft));
  return { draft: id, of, consentIds };
};

/** As a field for date and time wants it, in the city's zone. */
export const cityTime = (at: Date): string =>
  new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16);
