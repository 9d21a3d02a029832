import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { done, ReferralStage, type Person, type RefusalBody } from '#harness';

interface Shown {
  id: string;
  at: string;
  place: string;
  escort: string;
  escortName: string | null;
  accommodations: string[];
  status: string;
  fellAway: boolean;
  reason: string | null;
  followUp: string | null;
  availableActs: string[];
}
interface Page {
  appointments: Shown[];
  maySetAppointment: boolean;
  nextAppointmentAt: string | null;
  deadlines: {
    ruleId: string;
    status: string;
    dueAt: string;
    owes: { agencyName?: string; accountName?: string };
  }[];
}

const NEW = { place: 'INSTANSI_PENERIMA', escort: 'TIDAK_ADA', accommodations: [] as string[] };

describe('an appointment', () => {
  let stage: ReferralStage;
  beforeAll(async () => {
    stage = await ReferralStage.open();
  });
  afterAll(() => stage?.close());
  beforeEach(() => clock('14T19:30'));

  const clock = (day: string) => stage.database.setClock(`2026-04-${day}:00+07:00`);
  const page = async (person: Person, id: string): Promise<Page> =>
    done(await person.get<Page>(`/referrals/${id}`));
  const latest = async (person: Person, id: string): Promise<Shown> =>
    (await page(person, id)).appointments[0]!;
  const post = (person: Person, id: string, noun: string, body: object = {}) =>
    person.post<RefusalBody>(`/referrals/${id}/appointments${noun}`, body);
  const open = async (person: Person, id: string, family: string) =>
    (await page(person, id)).deadlines.filter(
      ({ ruleId, status }) => ruleId.startsWith(family) && ['running', 'missed'].includes(status),
    );
  const told = async (topic: string, id: string): Promise<number | null> =>
    (
      await stage.admin.query(`select 1 from simpul.outbox where topic = $1 and ids->>'referralId' = $2`, [
        topic,
        id,
      ])
    ).rowCount;

  async function accepted(): Promise<{ caseId: string; id: string; consentId: string }> {
    const sent = await stage.sent();
    done(await stage.act(stage.hospital, sent.id, 'acceptance'));
    return sent;
  }
  async function planned(body: object = {}) {
    const { caseId, id } = await accepted();
    done(await post(stage.hospital, id, '', { ...NEW, at: '2026-04-16T09:00:00+07:00', ...body }));
    return { caseId, id, at: await latest(stage.hospital, id) };
  }
  const me = async (mailbox: string): Promise<string> =>
    (
      await stage.admin.query<{ id: string }>('select id from simpul.account where email = $1', [
        `${mailbox}.simpul.example`,
      ])
    ).rows[0]!.id;

  it('is set by the receiver, ahead; both sides see it, and the receiver owes its result', async () => {
    const { id } = await accepted();
    expect((await page(stage.hospital, id)).maySetAppointment).toBe(true);
    expect((await page(stage.sender, id)).maySetAppointment).toBe(false);
    const codes = async (person: Person, at: string) => {
      const { body } = await post(person, id, '', { ...NEW, at });
      return body.errors?.[0]?.code ?? body.code;
    };
    expect(await codes(stage.hospital, '2026-04-14T19:29:00+07:00')).toBe('appointment.past');
    expect(await codes(stage.hospital, '2027-04-16T09:00:00+07:00')).toBe('appointment.tooFar');
    expect(await codes(stage.sender, '2026-04-16T09:00:00+07:00')).toBe('appointment.notYourCalendar');
    done(await post(stage.hospital, id, '', { ...NEW, at: '2026-04-16T09:00:00+07:00' }));
    expect(await codes(stage.hospital, '2026-04-17T09:00:00+07:00')).toBe('appointment.alreadyPlanned');
    for (const person of [stage.hospital, stage.sender])
      expect(await page(person, id)).toMatchObject({
        nextAppointmentAt: '2026-04-16T02:00:00.000Z',
        appointments: [{ status: 'PLANNED', place: 'INSTANSI_PENERIMA', fellAway: false }],
      });
    // One working day after the meeting, at the closing minute, and reminded of before it.
    const [owed] = await open(stage.hospital, id, 'appointment-result');
    expect(owed?.dueAt).toBe('2026-04-17T09:30:00.000Z');
    const { rows } = await stage.admin.query(
      `select s.fire_at from simpul.deadline_step s join simpul.deadline d on d.id = s.deadline_id
        where d.referral_id = $1 and d.slug = 'appointment-result' and s.rung = 'reminder' order by 1`,
      [id],
    );
    expect(rows.map(({ fire_at: at }) => (at as Date).toISOString())).toEqual([
      '2026-04-15T00:30:00.000Z',
      '2026-04-16T00:30:00.000Z',
    ]);
  });

  it('agreed with the acceptance is one as well', async () => {
    const { id } = await stage.sent();
    const acceptance = { appointmentAt: '2026-04-15T08:00:00+07:00', place: 'Poli 3' };
    done(await stage.act(stage.hospital, id, 'acceptance', acceptance));
    expect(await latest(stage.sender, id)).toMatchObject({
      at: '2026-04-15T01:00:00.000Z',
      status: 'PLANNED',
    });
    expect(await open(stage.hospital, id, 'appointment-result')).toHaveLength(1);
  });

  it('has somebody of the own side come along, with a clock of their own; needs are told where a basis goes', async () => {
    const { id, at } = await planned();
    const arrange = (person: Person, body: object) =>
      post(person, id, `/${at.id}/arrangement`, { escort: 'TIM_KASUS', accommodations: [], ...body });
    const stranger = await arrange(stage.hospital, { escortAccountId: await me('petugas@rsud-igd') });
    expect(stranger.body.errors?.[0]).toMatchObject({ code: 'appointment.escortNotOfSide' });
    done(await arrange(stage.hospital, {}));
    const escortAccountId = await me('pendamping@uptd-ppa');
    done(await arrange(stage.sender, { escortAccountId, accommodations: ['RUANG_TERPISAH'] }));
    const seen = await latest(stage.hospital, id);
    expect(seen).toMatchObject({ escort: 'TIM_KASUS', accommodations: ['RUANG_TERPISAH'] });
    expect(seen.escortName).not.toBeNull();
    expect(await open(stage.sender, id, 'appointment-escort')).toHaveLength(1);
    // The receiver rearranges what it prepares, and the colleague whom the team named stays.
    done(await arrange(stage.hospital, { accommodations: ['RUANG_TERPISAH', 'ANGKUTAN'] }));
    expect((await latest(stage.sender, id)).escortName).toBe(seen.escortName);
    done(await arrange(stage.sender, { escort: 'ORANG_LAIN', accommodations: ['RUANG_TERPISAH'] }));
    expect(await open(stage.sender, id, 'appointment-escort')).toEqual([]);
    done(await arrange(stage.sender, { escortAccountId }));
    expect(await open(stage.sender, id, 'appointment-escort')).toHaveLength(1);
  });

  it('tells nothing of needs without a basis for that class of data', async () => {
    const caseId = await stage.openCase();
    await stage.consent(caseId, 'RSUD', { scopes: ['IDENTITY', 'CHRONOLOGY', 'HEALTH_PSYCH'] });
    const ofDanger = ['safeContact', 'risk.level', 'risk.healthFlags', 'accommodations'];
    const levels = Object.fromEntries(ofDanger.map((field) => [field, 'NONE']));
    const id = await stage.draft(caseId, 'rsud-igd', 'KESEHATAN', { levels });
    done(await stage.sender.post(`/referrals/${id}/sending`));
    done(await stage.act(stage.hospital, id, 'acceptance', { appointmentAt: '2026-04-16T09:00:00+07:00' }));
    const at = await latest(stage.sender, id);
    const { status, body } = await post(stage.sender, id, `/${at.id}/arrangement`, {
      escort: 'TIDAK_ADA',
      accommodations: ['JURU_BAHASA_ISYARAT'],
    });
    expect([status, body.errors]).toMatchObject([
      422,
      [{ pointer: '/accommodations', code: 'appointment.noBasis' }],
    ]);
  });

  it('is moved by whose calendar it is, and called off by either; each is told, and the clocks go along', async () => {
    const { id, at } = await planned();
    const move = { at: '2026-04-20T10:00:00+07:00', reason: 'PERMINTAAN_KLIEN' };
    expect((await post(stage.sender, id, `/${at.id}/new-time`, move)).body.code).toBe(
      'appointment.notYourCalendar',
    );
    done(await post(stage.hospital, id, `/${at.id}/new-time`, move));
    const { appointments } = await page(stage.sender, id);
    expect(appointments.map(({ status, reason }) => [status, reason])).toEqual([
      ['PLANNED', null],
      ['MOVED', 'PERMINTAAN_KLIEN'],
    ]);
    expect((await open(stage.hospital, id, 'appointment-result')).map(({ dueAt }) => dueAt)).toEqual([
      '2026-04-21T09:00:00.000Z',
    ]);
    expect((await post(stage.hospital, id, `/${at.id}/attendance`)).body.code).toBe('appointment.isMoved');
    done(await post(stage.sender, id, `/${appointments[0]!.id}/cancellation`, { reason: 'KEAMANAN' }));
    expect(await open(stage.hospital, id, 'appointment-result')).toEqual([]);
    expect(await told('referral.appointmentByReceiver', id)).toBe(2);
    expect(await told('referral.appointmentBySender', id)).toBe(1);
    expect((await page(stage.hospital, id)).maySetAppointment).toBe(true);
  });

  it('that took place asks nothing more', async () => {
    const { id, at } = await planned();
    expect((await post(stage.hospital, id, `/${at.id}/attendance`)).body.code).toBe('appointment.notYet');
    await clock('16T08:40');
    done(await post(stage.hospital, id, `/${at.id}/attendance`));
    expect(await open(stage.hospital, id, 'appointment-')).toEqual([]);
    expect(await latest(stage.sender, id)).toMatchObject({ status: 'ATTENDED', availableActs: [] });
  });

  it('that could not be kept has the case team get in touch; a try that failed ends nothing', async () => {
    const { id, at } = await planned();
    await clock('16T08:59');
    const missed = { reason: 'ADA_YANG_MENGHALANGI' };
    expect((await post(stage.hospital, id, `/${at.id}/no-show`, missed)).body.code).toBe(
      'appointment.notYet',
    );
    await clock('16T09:40');
    done(await post(stage.hospital, id, `/${at.id}/no-show`, missed));
    const [owed] = await open(stage.sender, id, 'appointment-followup');
    expect(owed).toMatchObject({ ruleId: 'appointment-followup-high', dueAt: '2026-04-16T08:40:00.000Z' });
    expect(await open(stage.hospital, id, 'appointment-result')).toEqual([]);
    expect(await told('referral.appointmentMissed', id)).toBe(1);
    const reach = (person: Person, outcome: string) => post(person, id, `/${at.id}/follow-up`, { outcome });
    expect((await reach(stage.hospital, 'JANJI_BARU')).status).toBe(403);
    done(await reach(stage.sender, 'BELUM_TERHUBUNG'));
    expect(await open(stage.sender, id, 'appointment-followup')).toHaveLength(1);
    expect(await latest(stage.sender, id)).toMatchObject({ followUp: 'BELUM_TERHUBUNG' });
    expect(await latest(stage.hospital, id)).toMatchObject({ followUp: null });
    done(await reach(stage.sender, 'JANJI_BARU'));
    expect(await open(stage.sender, id, 'appointment-followup')).toEqual([]);
    // That another is wanted is all that the receiver learns of what was said.
    expect(await latest(stage.hospital, id)).toMatchObject({ followUp: 'JANJI_BARU' });
    expect(await told('referral.appointmentBySender', id)).toBe(1);
    expect((await reach(stage.sender, 'BELUM_INGIN')).body.code).toBe('appointment.alreadyFollowedUp');
  });

  it('falls away with its referral; another referral’s goes on', async () => {
    const { caseId, id, at } = await planned();
    await stage.consent(caseId, 'POLRES', { scopes: ['IDENTITY', 'CHRONOLOGY', 'RISK_SAFETY'] });
    const other = await stage.draft(caseId, 'polres-ppa', 'PENEGAKAN_HUKUM', { purposeFields: {} });
    done(await stage.sender.post(`/referrals/${other}/sending`));
    const police = stage.api.as('petugas@polres-ppa');
    done(await stage.act(police, other, 'acceptance', { appointmentAt: '2026-04-17T09:00:00+07:00' }));
    done(await stage.act(stage.sender, id, 'cancellation', { reason: 'Tidak jadi.' }));
    expect(await latest(stage.sender, id)).toMatchObject({ status: 'PLANNED', fellAway: true });
    expect((await page(stage.sender, id)).nextAppointmentAt).toBeNull();
    expect((await post(stage.sender, id, `/${at.id}/cancellation`, { reason: 'KEAMANAN' })).body.code).toBe(
      'appointment.notRunning',
    );
    expect(await open(stage.sender, id, 'appointment-')).toEqual([]);
    expect(await open(police, other, 'appointment-result')).toHaveLength(1);
    expect((await police.post(`/referrals/${id}/appointments/${at.id}/attendance`, {})).status).toBe(404);
  });

  it('is gone from the receiver with its basis, by the database itself', async () => {
    const { caseId, id, at } = await planned();
    const rows = (mailbox: string) =>
      stage.asRole(mailbox, 'select id from simpul.appointment where referral_id = $1', [id]);
    expect(await rows('petugas@rsud-igd')).toHaveLength(1);
    expect(await rows('petugas@polres-ppa')).toEqual([]);
    const [{ id: consentId }] = (
      await stage.admin.query<{ id: string }>('select id from simpul.lawful_basis where case_id = $1', [
        caseId,
      ])
    ).rows as [{ id: string }];
    done(await stage.sender.post(`/consents/${consentId}/withdrawal`, { reason: 'Berubah pikiran.' }));
    expect(await rows('petugas@rsud-igd')).toEqual([]);
    expect((await post(stage.hospital, id, `/${at.id}/cancellation`, { reason: 'KEAMANAN' })).status).toBe(
      409,
    );
    expect(await rows('pendamping@uptd-ppa')).toHaveLength(1);
  });
});
