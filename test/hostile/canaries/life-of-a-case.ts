import { done, type ReferralStage } from '#harness';
import type { FurnishedCase } from '../../access/furnished-case.js';
import type { KnownIds } from '../../access/valid-bodies.js';
import { acting, type Form, type Heard } from './acting.js';
import type { Planting } from './planting.js';

const without = (body: Form, ...names: string[]): Form =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));

/**
 * A short life of a case, over both sides of a referral, with a planted word in every free field of every form that
 * such a life fills in. `heard` gets what each act answered.
 */
export async function liveACase(
  stage: ReferralStage,
  planting: Planting,
  heard: Heard[],
): Promise<FurnishedCase & { outsideId: string }> {
  const { admin, agencies } = stage;
  const elsewhere = agencies.get('kemenag')!;
  const known: KnownIds = {
    ...{
      caseId: '',
      personId: '',
      accountId: '',
      referralId: '',
      consentId: '',
      deadlineId: '',
      reportId: '',
    },
    ...{
      notificationId: '',
      screeningId: '',
      closingId: '',
      sealId: '',
      conflictId: '',
      colleagueId: '',
      agencyId: elsewhere,
    },
  };
  const one = async (sql: string): Promise<string> =>
    (await admin.query<{ id: string }>(sql, [known.caseId])).rows[0]!.id;
  const act = acting(stage, planting, heard, known);
  const sender = 'pendamping@uptd-ppa';
  const head = 'kepala@uptd-ppa';
  const officer = 'petugas@rsud-igd';

  await act(officer, 'PATCH /notification-channels', '');
  const { id: outsideId } = await act(sender, 'POST /reports', '', (body) => ({
    ...body,
    disposition: 'RECEIVE_ONLY',
  }));
  await act(sender, 'POST /reports/{id}/reveal', outsideId!);
  await act(sender, 'POST /reports/{id}/outside-mandate', outsideId!);
  const report = await act(sender, 'POST /reports', '');
  known.reportId = report.id!;
  known.caseId = report.caseId!;
  known.personId = await one(`select id from simpul.person where case_id = $1 and kind = 'VICTIM'`);
  known.accountId = await one(
    `select id from simpul.account where email = 'pendamping2@uptd-ppa.simpul.example' and $1::uuid is not null`,
  );
  known.screeningId = (await act(sender, 'POST /cases/{id}/screenings', known.caseId)).id!;
  await act(sender, 'POST /cases/{id}/persons', known.caseId);
  await act(sender, 'PATCH /cases/{id}/persons/{personId}', known.caseId);
  await act(sender, 'POST /cases/{id}/notes', known.caseId);
  await act(sender, 'POST /cases/{id}/reveal', known.caseId);
  await act(sender, 'POST /cases/matches', '');
  const step = (body: Form): object => ({
    ...{ kind: 'LP', at: body.at, knownAt: body.knownAt, number: body.number },
    reason: body.reason,
  });
  const { id: stepId } = await act(sender, 'POST /cases/{id}/legal-steps', known.caseId, step);
  // The same once more: whoever records that says why.
  await act(sender, 'POST /cases/{id}/legal-steps', known.caseId, step);
  await act(
    sender,
    'POST /cases/{id}/legal-steps/{stepId}/withdrawal',
    known.caseId,
    (body) => body,
    stepId!,
  );
  // A colleague who is not on the team opens the case for an hour, and says why.
  const number = await one('select number as id from simpul.case_file where id = $1');
  const called = { caseNumber: number };
  await act('pendamping2@uptd-ppa', 'POST /emergency-accesses', '', (body) => ({ ...body, ...called }));
  known.agencyId = agencies.get('rsud-igd')!;
  const self = (body: Form): Form => ({
    ...without(body, 'guardianPersonId', 'guardianRelation', 'childAssent', 'receiverAgencyId'),
    scopes: ['IDENTITY', 'CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY'],
  });
  known.consentId = (await act(sender, 'POST /cases/{id}/consents', known.caseId, self)).id!;
  const other = await act(sender, 'POST /cases/{id}/consents', known.caseId, (body) => ({
    ...self(body),
    receiverKind: 'DINSOS',
    purpose: 'REHABILITASI_SOSIAL',
  }));
  await act(sender, 'POST /consents/{id}/withdrawal', other.id!);
  // Against a no, for a life: the second person does not agree.
  const police = (body: Form): Form => ({ ...self(body), receiverKind: 'POLRES', purpose: undefined });
  await act(sender, 'POST /cases/{id}/consents', known.caseId, (body) => ({
    ...police(body),
    answer: 'REFUSED',
  }));
  const against = await act(sender, 'POST /cases/{id}/consents', known.caseId, (body) => ({
    ...without(police(body), 'answer', 'textVersion', 'language', 'noWitness', 'citation'),
    ...{ basis: 'KEPENTINGAN_VITAL', givenBy: 'NONE' },
  }));
  await act(head, 'POST /consents/{id}/countersignature-refusal', against.id!);
  await act(sender, 'POST /cases/{id}/urgent-calls', known.caseId);
  const { items } = done(
    await stage.api
      .as(head)
      .get<{ items: { id: string; caseId: string; dueAt: string; availableActs: string[] }[] }>('/deadlines'),
  );
  const ofTheCase = items.filter(
    ({ caseId, dueAt }) =>
      caseId === known.caseId && Date.parse(dueAt) > Date.parse('2026-04-14T20:00:00+07:00'),
  );
  const pausable = ofTheCase.find(({ availableActs }) => availableActs.includes('pause'))!;
  known.deadlineId = ofTheCase.find(({ availableActs }) => availableActs.includes('waive'))!.id;
  await act(head, 'POST /deadlines/{id}/pause', pausable.id);
  await act(head, 'POST /deadlines/{id}/resumption', pausable.id);
  await act(sender, 'POST /deadlines/{id}/waiver', known.deadlineId);

  /** The receiver is invited to talk the case over, and reads a note; what was decided is written and signed by nobody yet. */
  const talkedOver = async (): Promise<void> => {
    const call = async (): Promise<string> => {
      const { id } = await act(sender, 'POST /cases/{id}/conferences', known.caseId);
      return id!;
    };
    const off = await call();
    const cancel = 'POST /cases/{id}/conferences/{conferenceId}/cancellation';
    await act(sender, cancel, known.caseId, (body) => body, off);
    const held = await call();
    await act(
      officer,
      'POST /referrals/{id}/conferences/{conferenceId}/dissent',
      known.referralId,
      (body) => body,
      held,
    );
    const itemId = (
      await admin.query<{ id: string }>('select id from simpul.conference_item where conference_id = $1', [
        held,
      ])
    ).rows[0]!.id;
    await admin.query(`update simpul.conference set at = simpul.now() - interval '1 hour' where id = $1`, [
      held,
    ]);
    const minutes = 'POST /cases/{id}/conferences/{conferenceId}/minutes';
    const ofTheItem = ({ items, ...body }: Form): object => {
      const [item] = items as { decisions: Form[] }[];
      const decisions = item!.decisions.map((one) => without(one, 'accountId'));
      return { ...body, items: [{ ...item, itemId, decisions }] };
    };
    await act(sender, minutes, known.caseId, ofTheItem, held);
    await act(sender, 'POST /cases/{id}/shared-notes', known.caseId);
    const share = await one('select id from simpul.note_share where case_id = $1');
    const ending = 'POST /cases/{id}/note-shares/{shareId}/ending';
    await act(sender, 'POST /cases/{id}/shared-notes', known.caseId);
    await act(sender, ending, known.caseId, (body) => body, share);
  };

  const first = (body: Form): Form => without(body, 'followsReferralId', 'levels');
  const draft = async (): Promise<string> =>
    (await act(sender, 'POST /cases/{id}/referrals', known.caseId, first)).id!;
  const sent = async (): Promise<string> => {
    const id = await draft();
    await act(sender, 'POST /referrals/{id}/sending', id);
    return id;
  };
  const cancelled = await sent();
  await act(sender, 'POST /referrals/{id}/cancellation', cancelled);
  const rejected = await sent();
  await act(officer, 'POST /referrals/{id}/rejection', rejected);
  known.referralId = await draft();
  await act(sender, 'PATCH /referrals/{id}', known.referralId, first);
  await act(sender, 'POST /referrals/{id}/sending', known.referralId);
  await act(officer, 'POST /referrals/{id}/question', known.referralId);
  await act(sender, 'POST /referrals/{id}/answer', known.referralId);
  const nobodyNamed = (body: Form): Form => ({
    ...without(body, 'responsibleAccountId'),
    place: 'Ruang IGD',
  });
  await act(officer, 'POST /referrals/{id}/acceptance', known.referralId, nobodyNamed);
  await act(officer, 'POST /referrals/{id}/service-start', known.referralId, ({ note }) => ({ note }));
  await act(officer, 'POST /referrals/{id}/progress', known.referralId);
  await talkedOver();
  await act(officer, 'POST /referrals/{id}/completion', known.referralId);
  await act(sender, 'POST /referrals/{id}/confirmation', known.referralId);
  const failed = await sent();
  await act(officer, 'POST /referrals/{id}/acceptance', failed, nobodyNamed);
  await act(officer, 'POST /referrals/{id}/failure', failed);
  await act(sender, 'POST /referrals/{id}/confirmation', failed, ({ note }) => ({
    clientAnswer: 'NOT_ASKED',
    note,
  }));
  await act(sender, 'POST /cases/{id}/closings', known.caseId);
  known.closingId = await one('select id from simpul.case_closing where case_id = $1');
  await act(head, 'POST /closings/{id}/rejection', known.closingId);
  await act(sender, 'POST /cases/{id}/closings', known.caseId);
  await act(
    head,
    'POST /closings/{id}/approval',
    await one(`select id from simpul.case_closing where case_id = $1 and status = 'PROPOSED'`),
  );
  await act(sender, 'POST /cases/{id}/aftercare-checks', known.caseId);
  await act(sender, 'POST /cases/{id}/reopening', known.caseId);
  // The last one stays a draft, whose receiver knows nothing of it.
  const draftId = await draft();
  return {
    ...known,
    draftId,
    outsideId: outsideId!,
    number: done(await stage.sender.get<{ number: string }>(`/cases/${known.caseId}`)).number,
  };
}
