import { done, type ReferralStage } from '#harness';
import type { FurnishedCase } from './furnished-case.js';

/** Gives a furnished case one of each of its parts, so that whoever may act on them can, and nobody else finds them. */
export async function withParts(stage: ReferralStage, known: FurnishedCase): Promise<FurnishedCase> {
  const { caseId, referralId } = known;
  const post = async (path: string, body: object): Promise<{ id: string }> =>
    done(await stage.sender.post<{ id: string }>(`/cases/${caseId}/${path}`, body));
  const one = async (sql: string): Promise<string> =>
    (await stage.admin.query<{ id: string }>(sql, [caseId])).rows[0]!.id;
  await post('notes', { text: 'CATATAN-RAHASIA bagian.', audience: 'TEAM' });
  await post('shared-notes', {
    text: 'Klien sudah lebih tenang.',
    referralIds: [referralId],
    classes: ['RISK_SAFETY'],
  });
  await post('legal-steps', { kind: 'LP', at: '2026-04-13T09:00:00+07:00' });
  await post('conferences', {
    at: '2026-04-20T09:00:00+07:00',
    place: 'Ruang rapat.',
    items: [{ question: 'Siapa mendampingi kontrol?', classes: ['RISK_SAFETY'] }],
    referralIds: [referralId],
  });
  const conferenceId = await one('select id from simpul.conference where case_id = $1');
  // Its day has come: what was said and decided is written down, and nobody has signed.
  await stage.admin.query(
    `update simpul.conference set at = simpul.now() - interval '1 hour' where id = $1`,
    [conferenceId],
  );
  const decided = { text: 'Antar kontrol.', dueAt: '2026-04-28T09:00:00+07:00' };
  const itemId = await one('select id from simpul.conference_item where case_id = $1');
  const accountId = await one('select owner_account_id as id from simpul.case_file where id = $1');
  await post(`conferences/${conferenceId}/minutes`, {
    attendedReferralIds: [referralId],
    items: [
      {
        itemId,
        discussion: 'Dibahas.',
        decisions: [
          { ...decided, referralId },
          { ...decided, accountId },
        ],
      },
    ],
  });
  await stage.admin.query(
    `insert into simpul.appointment (referral_id, case_id, at, place, escort, set_by)
       values ($1, $2, simpul.now() + interval '1 day', 'TELEPON', 'TIDAK_ADA', $3)`,
    [referralId, caseId, accountId],
  );
  const decision = (of: string): Promise<string> =>
    one(`select id from simpul.conference_decision where case_id = $1 and referral_id is ${of}`);
  return {
    ...known,
    parts: {
      noteId: await one(
        'select id from simpul.case_note where case_id = $1 and id not in (select note_id from simpul.note_share) limit 1',
      ),
      shareId: await one('select id from simpul.note_share where case_id = $1'),
      stepId: await one('select id from simpul.legal_step where case_id = $1'),
      conferenceId,
      decisionId: await decision('null'),
      agencysDecisionId: await decision('not null'),
      appointmentId: await one('select id from simpul.appointment where case_id = $1'),
    },
  };
}
