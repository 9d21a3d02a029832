import { done, type ReferralStage } from '#harness';

/** Stands in the case of another office and in nothing that anybody types here. */
export const THEIRS =
  /Zulmarika|Ombaktara|Quilasari|1674016103889974|0813-0000-77|81300007|kisah-mereka|gang-mereka|sekolah-mereka|titipan-mereka|catatan-mereka|keluhan-mereka|alasan-mereka|rujukan-mereka/i;

/** A case of PUSPAGA with a referral to the health office: nobody who attacks is of either. */
export async function theirCase(stage: ReferralStage): Promise<Record<string, string>> {
  const theirs = stage.api.as('konselor@puspaga');
  const { caseId, id: reportId } = done(
    await theirs.post<{ caseId: string; id: string }>('/reports', {
      channel: 'TELEPON',
      reporter: { kind: 'KELUARGA', name: 'Quilasari', phone: '0813-0000-7701' },
      clientSafeNow: 'YES',
      narrative: 'kisah-mereka',
      violenceTypes: ['FISIK'],
      contexts: ['KDRT'],
      victims: [
        {
          name: 'Zulmarika Ombaktara',
          nik: '1674016103889974',
          sex: 'P',
          birthDate: '1988-03-21',
          phone: '0813-0000-7702',
          address: 'gang-mereka 5',
          school: 'sekolah-mereka',
          safeContact: { channel: 'TELEPON', value: '0813-0000-7703', note: 'titipan-mereka' },
        },
      ],
      reportedPersons: [{ name: 'Ombaktara Umpama', sex: 'L', relation: 'SUAMI_ISTRI' }],
    }),
  );
  const screening = { redFlags: ['CEKIKAN'], risk: 'TINGGI', reason: 'alasan-mereka' };
  const { id: screeningId } = done(
    await theirs.post<{ id: string }>(`/cases/${caseId}/screenings`, screening),
  );
  done(await theirs.post(`/cases/${caseId}/notes`, { text: 'catatan-mereka', audience: 'TEAM' }));
  const { id: consentId } = done(
    await theirs.post<{ id: string }>(`/cases/${caseId}/consents`, {
      basis: 'PERSETUJUAN',
      answer: 'GIVEN',
      receiverKind: 'DINKES',
      scopes: ['IDENTITY', 'CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY'],
      givenBy: 'SELF',
      howRecorded: 'LISAN',
      ...{ textVersion: 'persetujuan/2026-1', language: 'INDONESIA', noWitness: 'ALONE' },
    }),
  );
  const { id: referralId } = done(
    await theirs.post<{ id: string }>(`/cases/${caseId}/referrals`, {
      toAgencyId: stage.agencies.get('dinkes'),
      serviceCode: 'KESEHATAN',
      urgency: 'BIASA',
      request: 'rujukan-mereka',
      summary: 'rujukan-mereka',
      purposeFields: { complaint: 'keluhan-mereka' },
    }),
  );
  done(await theirs.post(`/referrals/${referralId}/sending`));
  const { rows } = await stage.admin.query<{ person: string; deadline: string; account: string }>(
    `select (select id from simpul.person where case_id = $1 and kind = 'VICTIM') as person,
            (select id from simpul.deadline where case_id = $1 limit 1) as deadline,
            (select owner_account_id from simpul.case_file where id = $1) as account`,
    [caseId],
  );
  return {
    cases: caseId,
    reports: reportId,
    screenings: screeningId,
    consents: consentId,
    referrals: referralId,
    persons: rows[0]!.person,
    deadlines: rows[0]!.deadline,
    accounts: rows[0]!.account,
  };
}
