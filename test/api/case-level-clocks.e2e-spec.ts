import { AuditModule } from '#audit';
import { DatabaseModule, UnitOfWork } from '#database';
import { DeadlinesJobsModule, DeadlinesModule, DeadlinesService, DeadlineSweep } from '#deadlines';
import { done, ReferralStage } from '#harness';
import { VaultModule } from '#vault';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Module({})
class TestWorker {}

interface Clock {
  slug: string;
  status: string;
  due: string | null;
}

const DAY = '2026-04-14';
const MORNING = `${DAY}T08:00:00+07:00`;
const SUBJECT = { tracks: ['KTP'], contexts: ['KDRT'], violenceTypes: ['FISIK'], risk: 'TINGGI' };

/**
 * Each clock of a case: an event starts it, the sweep reminds before its end, another event ends it. Rules and events
 * only: nothing here is known to a program by name.
 */
describe('the clocks of a case', () => {
  let stage: ReferralStage;
  let worker: INestApplicationContext;

  beforeAll(async () => {
    stage = await ReferralStage.open();
    const imports = [
      DatabaseModule.forRole(stage.database.urls.worker),
      VaultModule.withKeyFile(stage.database.env.SIMPUL_MASTER_KEY_FILE),
      AuditModule,
      DeadlinesModule.inZone('Asia/Jakarta'),
      DeadlinesJobsModule,
    ];
    worker = await NestFactory.createApplicationContext({ module: TestWorker, imports }, { logger: false });
  });
  afterAll(async () => {
    await worker?.close();
    await stage?.close();
  });

  const clock = async (caseId: string, slug: string): Promise<Clock[]> =>
    (
      await stage.admin.query<Clock>(
        `select slug, status, to_char(due_at at time zone 'Asia/Jakarta', 'YYYY-MM-DD HH24:MI') as due
           from simpul.deadline where case_id = $1 and slug = $2 order by created_at, due_at`,
        [caseId, slug],
      )
    ).rows;
  const remindedOf = async (caseId: string, slug: string): Promise<number> => {
    await worker.get(DeadlineSweep).pass();
    const { rows } = await stage.admin.query<{ n: number }>(
      `select count(*)::int as n from simpul.deadline_step s join simpul.deadline d on d.id = s.deadline_id
        where d.case_id = $1 and d.slug = $2 and s.rung in ('reminder', 'due') and s.status = 'fired'`,
      [caseId, slug],
    );
    return rows[0]!.n;
  };
  const milestone = async (caseId: string, kind: string): Promise<unknown> =>
    done(await stage.sender.post(`/cases/${caseId}/milestones`, { kind }));
  const note = async (caseId: string): Promise<unknown> =>
    done(await stage.sender.post(`/cases/${caseId}/notes`, { text: 'Dihubungi, aman.', audience: 'TEAM' }));
  const SUPERVISOR = 'kepala@uptd-ppa';
  const RIGHTS = {
    TOLD_OF_CLOSING: 'DONE',
    KNOWS_HOW_TO_RETURN: 'DONE',
    SAFETY_PLAN: 'DONE',
    RESTITUTION_TOLD: 'NOT_APPLICABLE',
    DOCUMENTS_RETURNED: 'DONE',
  };
  const close = async (caseId: string, reason = 'TUJUAN_TERCAPAI'): Promise<void> => {
    done(await stage.sender.post(`/cases/${caseId}/closings`, { reason, rights: RIGHTS, summary: 'Pulih.' }));
    const { closing } = done(
      await stage.sender.get<{ closing: { latest: { id: string } } }>(`/cases/${caseId}`),
    );
    done(await stage.api.as(SUPERVISOR).post(`/closings/${closing.latest.id}/approval`));
  };
  const reopen = async (caseId: string): Promise<void> => {
    done(await stage.sender.post(`/cases/${caseId}/reopening`, { reason: 'Menelepon lagi.' }));
  };
  const check = (caseId: string, outcome: string, note?: string) =>
    stage.sender.post<{ code?: string }>(`/cases/${caseId}/aftercare-checks`, { outcome, note });
  const at = (time: string): Promise<void> => stage.database.setClock(time);

  it.each([
    ['TINGGI', 'monitoring-note-high', '2026-04-21 23:59', '2026-04-20T08:00:00+07:00'],
    ['SEDANG', 'monitoring-note-medium', '2026-04-28 23:59', '2026-04-26T08:00:00+07:00'],
    ['RENDAH', 'monitoring-note-low', '2026-05-14 23:59', '2026-05-11T08:00:00+07:00'],
  ])(
    'risk %s: a note is owed by %s until %s, and a note begins the next period',
    async (risk, slug, due, before) => {
      await at(MORNING);
      const caseId = await stage.openCase({ clientSafeNow: 'YES' }, { redFlags: [], risk });
      expect(await clock(caseId, slug)).toEqual([{ slug, status: 'running', due }]);
      await at(before);
      expect(await remindedOf(caseId, slug)).toBe(1);
      await note(caseId);
      expect((await clock(caseId, slug)).map(({ status }) => status)).toEqual(['met', 'running']);
    },
  );

  it('a basis that was recorded with an end: reminded before it, renewed, taken back, one not for the other', async () => {
    await at(MORNING);
    const caseId = await stage.openCase();
    const until = (expiresAt: string): object => ({ purpose: 'KESEHATAN', expiresAt });
    await stage.consent(caseId, 'RSUD', until('2026-05-14T17:00:00+07:00'));
    const police = await stage.consent(caseId, 'POLRES', { expiresAt: '2026-05-20T17:00:00+07:00' });
    const slug = 'consent-renewal';
    expect(await clock(caseId, slug)).toEqual([
      { slug, status: 'running', due: '2026-05-14 17:00' },
      { slug, status: 'running', due: '2026-05-20 17:00' },
    ]);
    await at('2026-04-29T08:00:00+07:00');
    expect(await remindedOf(caseId, slug)).toBe(0);
    await at('2026-04-30T08:00:00+07:00');
    expect(await remindedOf(caseId, slug)).toBe(1);

    await stage.consent(caseId, 'RSUD', until('2026-08-14T17:00:00+07:00'));
    done(await stage.sender.post(`/consents/${police}/withdrawal`, {}));
    expect(await clock(caseId, slug)).toEqual([
      { slug, status: 'met', due: '2026-05-14 17:00' },
      { slug, status: 'cancelled', due: '2026-05-20 17:00' },
      { slug, status: 'running', due: '2026-08-14 17:00' },
    ]);
    await close(caseId);
    expect((await clock(caseId, slug)).at(-1)).toMatchObject({ status: 'cancelled' });
  });

  it('two bases that end at the same moment are asked for again each for itself', async () => {
    await at(MORNING);
    const caseId = await stage.openCase();
    const slug = 'consent-renewal';
    const end = { purpose: 'KESEHATAN', expiresAt: '2026-05-14T17:00:00+07:00' };
    await stage.consent(caseId, 'RSUD', end);
    await stage.consent(caseId, 'RSUD', { ...end, expiresAt: '2026-08-14T17:00:00+07:00' });
    expect((await clock(caseId, slug)).map(({ status }) => status)).toEqual(['met', 'running']);
    // Recorded after the first of that end was settled: it is owed its own question.
    await stage.consent(caseId, 'POLRES', end);
    expect(await clock(caseId, slug)).toContainEqual({ slug, status: 'running', due: '2026-05-14 17:00' });
  });

  it('a rule may count from when somebody knew, beside what happened and what was reported', async () => {
    await at('2026-04-16T08:00:00+07:00');
    await stage.admin.query(
      `insert into simpul.deadline_rule (slug, version, trigger_event, action, owing_kinds, amount, unit, clock, applies_when, basis,
         citation, certainty, reminder_offsets, escalate_to, notes, kind, needs_legal_check, wording, valid_from)
       values ('complaint-known', 1, 'incident.known', 'Catat sejak diketahui', '{UPTD_PPA}', 48, 'HOUR', 'RUNNING', 'ALWAYS', 'LOCAL',
         'contoh', 'L', '{-1h}', 'KEPALA_UPTD_PPA', '', 'DUTY', false, '48 jam', '2026-01-01')`,
    );
    const slug = 'complaint-known';
    const times = { occurredAt: '2026-04-14T20:00:00+07:00', knownAt: '2026-04-15T09:00:00+07:00' };
    const caseId = await stage.openCase({ ...times, receivedAt: '2026-04-15T11:00:00+07:00' });
    expect(await clock(caseId, slug)).toEqual([{ slug, status: 'running', due: '2026-04-17 09:00' }]);
    expect(await clock(await stage.openCase(), slug)).toEqual([]);
  });

  it('a basis whose end passed unseen is missed, and the supervisor hears of it', async () => {
    await at(MORNING);
    const caseId = await stage.openCase();
    await stage.consent(caseId, 'RSUD', { expiresAt: '2026-05-14T17:00:00+07:00' });
    await at('2026-05-14T17:00:00+07:00');
    await worker.get(DeadlineSweep).pass();
    expect(await clock(caseId, 'consent-renewal')).toMatchObject([{ status: 'missed' }]);
    await at('2026-05-16T08:00:00+07:00');
    await worker.get(DeadlineSweep).pass();
    const { rows } = await stage.admin.query(
      `select s.rung, s.tells from simpul.deadline_step s join simpul.deadline d on d.id = s.deadline_id
        where d.case_id = $1 and d.slug = 'consent-renewal' and s.status = 'fired' order by s.fire_at desc limit 1`,
      [caseId],
    );
    expect(rows).toEqual([{ rung: 'supervisor', tells: ['KEPALA_UPTD_PPA'] }]);
  });

  it('after-care at one, three and six months: each check meets the first that is owed; re-opening ends them', async () => {
    await at(MORNING);
    const caseId = await stage.openCase();
    await close(caseId);
    const checks = ['aftercare-1', 'aftercare-3', 'aftercare-6'];
    const all = async (): Promise<Clock[]> => {
      const found: Clock[] = [];
      for (const slug of checks) found.push(...(await clock(caseId, slug)));
      return found;
    };
    expect((await all()).map(({ due }) => due)).toEqual([
      '2026-05-14 23:59',
      '2026-07-13 23:59',
      '2026-10-11 23:59',
    ]);
    expect(await clock(caseId, 'monitoring-note-high')).toMatchObject([{ status: 'cancelled' }]);
    await at('2026-05-11T08:00:00+07:00');
    expect(await remindedOf(caseId, 'aftercare-1')).toBe(1);
    done(await check(caseId, 'NOT_REACHED', 'Tidak diangkat.'));
    expect((await all()).map(({ status }) => status)).toEqual(['running', 'running', 'running']);
    expect((await check(caseId, 'NEEDS_HELP')).status).toBe(422);
    done(await check(caseId, 'SAFE'));
    expect((await all()).map(({ status }) => status)).toEqual(['met', 'running', 'running']);
    await reopen(caseId);
    expect((await all()).map(({ status }) => status)).toEqual(['met', 'cancelled', 'cancelled']);
    expect((await clock(caseId, 'monitoring-note-high')).at(-1)).toMatchObject({ status: 'running' });
  });

  it('whoever wants no further checks gets none, and nobody is checked on who died', async () => {
    await at(MORNING);
    const declines = await stage.openCase();
    await close(declines, 'PENERIMA_MUNDUR');
    done(await check(declines, 'DECLINED'));
    for (const slug of ['aftercare-1', 'aftercare-3', 'aftercare-6'])
      expect(await clock(declines, slug)).toMatchObject([{ status: 'cancelled' }]);
    const died = await stage.openCase();
    await close(died, 'MENINGGAL');
    expect(await clock(died, 'aftercare-1')).toEqual([]);
    expect((await check(died, 'SAFE')).body.code).toBe('aftercare.notOwed');
    expect(await clock(died, 'monitoring-note-high')).toMatchObject([{ status: 'cancelled' }]);
  });

  it.each([
    [
      'shelter-stay-max',
      ['shelter.entered'],
      '2026-04-21 23:59',
      '2026-04-18T08:00:00+07:00',
      'shelter.left',
    ],
    [
      'shelter-stay-max',
      ['shelter.entered'],
      '2026-04-21 23:59',
      '2026-04-18T08:00:00+07:00',
      'shelter.extended',
    ],
    [
      'protection-order-validity',
      ['protection_order.issued'],
      '2027-04-14 23:59',
      '2027-03-15T08:00:00+07:00',
      'protection_order.ended',
    ],
    [
      'protection-order-extension',
      ['protection_order.issued'],
      '2027-04-07 23:59',
      '2027-03-24T08:00:00+07:00',
      'protection_order.extension_applied',
    ],
    [
      'restitution-after-judgment',
      ['judgment.final_known'],
      '2026-07-13 23:59',
      '2026-05-14T08:00:00+07:00',
      'restitution.filed_with_court',
    ],
    [
      'pdp-access',
      ['data_subject.access_requested'],
      '2026-04-17 08:00',
      '2026-04-15T08:00:00+07:00',
      'data_subject.access_answered',
    ],
  ])('%s after %p is due %s, reminds from %s, and ends with %s', async (slug, starts, due, before, end) => {
    await at(MORNING);
    const caseId = await stage.openCase();
    for (const kind of starts) await milestone(caseId, kind);
    expect(await clock(caseId, slug)).toEqual([{ slug, status: 'running', due }]);
    await at(before);
    expect(await remindedOf(caseId, slug)).toBe(1);
    await milestone(caseId, end);
    expect(await clock(caseId, slug)).toEqual([{ slug, status: 'met', due }]);
  });

  it('a stay that was extended begins anew when the new period is entered', async () => {
    await at(MORNING);
    const caseId = await stage.openCase();
    await milestone(caseId, 'shelter.entered');
    await at('2026-04-20T10:00:00+07:00');
    await milestone(caseId, 'shelter.extended');
    await at('2026-04-20T10:01:00+07:00');
    await milestone(caseId, 'shelter.entered');
    expect(await clock(caseId, 'shelter-stay-max')).toMatchObject([
      { status: 'met' },
      { status: 'running', due: '2026-04-27 23:59' },
    ]);
  });

  it('each emergency opening is owed its own review by the person named for it', async () => {
    await at(MORNING);
    const caseId = await stage.openCase();
    const { rows } = await stage.admin.query<{ id: string; agency_id: string }>(
      `select id, agency_id from simpul.account where email = 'kepala@uptd-ppa.simpul.example'`,
    );
    const head = rows[0]!;
    const clocks = worker.get(DeadlinesService);
    const opened = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'];
    await worker.get(UnitOfWork).keep(null, async (work) => {
      for (const aboutId of opened)
        await clocks.start(work, {
          event: 'break_glass.used',
          at: new Date('2026-04-14T02:00:00Z'),
          caseId,
          aboutId,
          subject: SUBJECT,
          owes: { agencyId: head.agency_id, accountId: head.id },
        });
    });
    const slug = 'break-glass-review';
    expect(await clock(caseId, slug)).toEqual([
      { slug, status: 'running', due: '2026-04-15 16:00' },
      { slug, status: 'running', due: '2026-04-15 16:00' },
    ]);
    await at('2026-04-15T16:00:00+07:00');
    expect(await remindedOf(caseId, slug)).toBe(2);
    await worker
      .get(UnitOfWork)
      .keep(null, (work) =>
        clocks.meet(work, { caseId, event: 'break_glass.reviewed', at: work.at, aboutId: opened[0] }),
      );
    expect((await clock(caseId, slug)).map(({ status }) => status).sort()).toEqual(['met', 'missed']);
  });
});
