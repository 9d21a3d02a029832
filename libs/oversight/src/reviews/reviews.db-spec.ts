import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '#config';
import { done, ReferralStage, until } from '#harness';
import { ReviewPicking } from '#oversight';
import type { INestApplicationContext } from '@nestjs/common';
import { createWorker } from '../../../../apps/worker/src/create-worker.js';

interface Item {
  id: string;
  reason: string;
  status: string;
  outcome: string | null;
  subjectName: string;
  caseNumber?: string;
  entries: number;
  dueAt: string | null;
  reviewedBy: string | null;
  note: string | null;
  availableOutcomes: string[];
}
interface List {
  items: Item[];
  next: string | null;
}

const SUPERVISOR = 'kepala@uptd-ppa';
const WORKER = 'pendamping@uptd-ppa';
const WATCHER = 'integritas@inspektorat';

describe('the review of a day', () => {
  let stage: ReferralStage;
  let worker: INestApplicationContext;
  let caseId: string;

  beforeAll(async () => {
    stage = await ReferralStage.open();
    caseId = (await stage.sent()).caseId;
    worker = await createWorker(loadConfig(stage.database.env));
    const one = stage.api.as(WORKER);
    for (let index = 0; index < 8; index++) done(await one.get(`/cases/${caseId}`));
    done(await one.post(`/cases/${caseId}/reveal`, { reason: 'CONTACT', purpose: 'Menelepon klien.' }));
    done(await one.post(`/cases/${caseId}/reveal`, { reason: 'CONTACT', purpose: 'Menelepon klien lagi.' }));
    for (let index = 0; index < 3; index++)
      await stage.api.as('pendamping2@uptd-ppa').get(`/cases/${caseId}`);
    done(
      await stage.api
        .as(SUPERVISOR)
        .post(`/cases/${caseId}/reveal`, { reason: 'CONTACT', purpose: 'Memeriksa.' }),
    );
    const auditor = stage.api.as('auditor@inspektorat');
    // There is nothing to export before the first seal.
    await until('it is sealed', async () => (await auditor.get('/audit/checkpoints/latest')).status === 200);
    done(await auditor.get('/audit/export?reason=VERIFICATION'));
    await stage.database.setClock('2026-04-14T23:30:00+07:00');
    done(await one.get(`/cases/${caseId}`));
    await stage.database.setClock('2026-04-15T06:00:00+07:00');
    await worker.get(ReviewPicking).pass();
  });
  afterAll(async () => {
    await worker?.close();
    await stage?.close();
  });

  const list = async (who: string, state = 'open'): Promise<Item[]> =>
    done(await stage.api.as(who).get<List>(`/reviews?state=${state}`)).items;
  const brief = (items: Item[]): string[] =>
    items.map(({ subjectName, reason, entries }) => `${subjectName}: ${reason} x${entries}`).sort();
  const find = (items: Item[], reason: string): Item => items.find((item) => item.reason === reason)!;

  it('puts before the supervisor what the people of the office did, with its reason and its time', async () => {
    const items = await list(SUPERVISOR);
    expect(brief(items)).toEqual([
      'Dewi Hikayat: nightReading x1',
      'Dewi Hikayat: reveal x2',
      'Dewi Hikayat: sample x3',
      'Lestari Contoh: denied x3',
    ]);
    expect(find(items, 'reveal').caseNumber).toMatch(/^PBM-/);
    // Three working days after the picking on Wednesday morning.
    for (const { dueAt } of items) expect(dueAt).toMatch(/^2026-04-20T/);
  });

  it('stands on the first page of whoever reviews, and of nobody else', async () => {
    const waits = async (who: string): Promise<boolean> => {
      const { groups } = done(
        await stage.api.as(who).get<{ groups: { items: { verb: string }[] }[] }>('/worklist'),
      );
      return groups.some(({ items }) => items.some(({ verb }) => verb === 'review'));
    };
    expect([await waits(SUPERVISOR), await waits(WORKER)]).toEqual([true, false]);
  });

  it('puts before those who watch over the offices what supervisors and auditors did, by pseudonym', async () => {
    const items = (await list(WATCHER)).filter(({ availableOutcomes }) => availableOutcomes.length > 0);
    expect(brief(items)).toEqual(
      expect.arrayContaining(['Herlina Fiksi: reveal x1', 'Utami Umpama: export x1']),
    );
    expect(items.every(({ caseNumber }) => caseNumber === undefined)).toBe(true);
    expect(brief(await list(SUPERVISOR)).join()).not.toContain('Herlina');
    // The auditor does not see what was picked about the auditor, not even by asking for it by its id.
    const own = find(items, 'export').id;
    expect(brief(await list('auditor@inspektorat')).join()).not.toContain('Utami');
    expect((await stage.api.as('auditor@inspektorat').get(`/reviews/${own}`)).status).toBe(404);
  });

  it('draws the same sample again, and goes through a day once', async () => {
    const before = brief(await list(SUPERVISOR));
    expect(await worker.get(ReviewPicking).pass()).toEqual([]);
    expect(brief(await list(SUPERVISOR))).toEqual(before);
    const [picking] = (await stage.admin.query<{ seed: string }>('select seed from simpul.review_picking'))
      .rows;
    expect(picking!.seed).toMatch(/^2026-04-14 /);
  });

  it('says in sentences what it is about', async () => {
    const { id } = find(await list(SUPERVISOR), 'reveal');
    const detail = done(
      await stage.api.as(SUPERVISOR).get<{ entries: { sentence: string }[] }>(`/reviews/${id}`),
    );
    expect(detail.entries.map(({ sentence }) => sentence)).toEqual([
      'membuka identitas untuk menghubungi klien',
      'membuka identitas untuk menghubungi klien',
    ]);
  });

  it('is shown to nobody else, and to people of another side for reading only', async () => {
    const { id } = find(await list(SUPERVISOR), 'reveal');
    for (const who of [WORKER, 'kepala@rsud-igd', 'admin@diskominfo'])
      expect([who, (await stage.api.as(who).get('/reviews')).status]).toEqual([who, 403]);
    const others = await stage.api
      .as(WATCHER)
      .post<{ code: string }>(`/reviews/${id}/decision`, { outcome: 'IN_ORDER' });
    expect([others.status, others.body.code]).toEqual([403, 'review.othersToReview']);
    // Row-level security says so by itself.
    const moved = await stage.asRole(
      WATCHER,
      `update simpul.review_item set status = 'done', outcome = 'IN_ORDER', reviewed_by = ctx.account_id(),
              reviewed_at = simpul.now() where id = $1 returning id`,
      [id],
    );
    expect(moved).toEqual([]);
  });

  it('nobody reviews themselves, under any account', async () => {
    const { id } = find(await list(SUPERVISOR), 'reveal');
    const person = `(select person_id from simpul.account where email like '${SUPERVISOR}%')`;
    await stage.admin.query(
      `update simpul.account set person_id = ${person} where email like '${WORKER}%' returning person_id`,
    );
    expect(brief(await list(SUPERVISOR))).toEqual(['Lestari Contoh: denied x3']);
    const own = await stage.api.as(SUPERVISOR).post(`/reviews/${id}/decision`, { outcome: 'IN_ORDER' });
    expect(own.status).toBe(404);
    await stage.admin.query(
      `update simpul.account set person_id = gen_random_uuid() where email like '${WORKER}%'`,
    );
  });

  it('asks whoever decides for a proof that they sit there', async () => {
    const { id } = find(await list(SUPERVISOR), 'nightReading');
    await stage.database.setClock('2026-04-15T06:06:00+07:00');
    // With the cookie alone: the stage's people prove themselves when they are asked.
    const late = await stage.api.nobody.post<{ code: string }>(
      `/reviews/${id}/decision`,
      { outcome: 'IN_ORDER' },
      { cookie: stage.api.cookieOf(SUPERVISOR) },
    );
    expect([late.status, late.body.code]).toEqual([403, 'step-up-needed']);
    await stage.database.setClock('2026-04-15T06:30:00+07:00');
  });

  it('is asked about, then ended with words; a concern reaches the integrity officer', async () => {
    const supervisor = stage.api.as(SUPERVISOR);
    const { id } = find(await list(SUPERVISOR), 'nightReading');
    const bare = await supervisor.post<{ errors: { pointer: string }[] }>(`/reviews/${id}/decision`, {
      outcome: 'ASK',
    });
    expect([bare.status, bare.body.errors[0]?.pointer]).toEqual([422, '/note']);
    const asked = done(
      await supervisor.post<Item>(`/reviews/${id}/decision`, {
        outcome: 'ASK',
        note: 'CATATAN-RAHASIA mengapa malam?',
      }),
    );
    expect(asked).toMatchObject({ status: 'asked', availableOutcomes: ['IN_ORDER', 'CONCERN'] });
    const again = await supervisor.post<{ code: string }>(`/reviews/${id}/decision`, {
      outcome: 'ASK',
      note: 'x',
    });
    expect([again.status, again.body.code]).toEqual([409, 'review.asked']);
    const ended = done(
      await supervisor.post<Item>(`/reviews/${id}/decision`, {
        outcome: 'CONCERN',
        note: 'Tidak ada alasan.',
      }),
    );
    expect(ended).toMatchObject({ status: 'done', outcome: 'CONCERN', reviewedBy: 'Herlina Fiksi' });
    expect(ended.note).toBe('CATATAN-RAHASIA mengapa malam?\n\nTidak ada alasan.');
    const told = async (): Promise<string[]> =>
      (
        await stage.admin.query<{ told: string }>(
          `select a.role || ' ' || n.message as told from simpul.notification n join simpul.account a on a.id = n.account_id
            where n.message in ('review.asked', 'review.concern') order by 1`,
        )
      ).rows.map((row) => row.told);
    await until('they are told', async () => (await told()).length >= 4);
    expect(await told()).toEqual([
      'auditor review.concern',
      'case_worker review.asked',
      'integrity_officer review.concern',
      'integrity_officer review.concern',
    ]);
    const { rows } = await stage.admin.query<{ text: string }>(
      `select row_to_json(i)::text || row_to_json(e)::text as text
         from simpul.review_item i, ledger.entry e where e.object_id = i.id`,
    );
    for (const { text } of rows) expect(text).not.toContain('CATATAN-RAHASIA');
  });

  it('meets the clock with the last of the day, and shows by whom each was reviewed', async () => {
    const supervisor = stage.api.as(SUPERVISOR);
    const clock = async (): Promise<string> =>
      (
        await stage.admin.query<{ status: string }>(
          `select d.status from simpul.deadline d join simpul.review_day r on r.id = d.about_id where r.side = 'office'`,
        )
      ).rows[0]!.status;
    const left = await list(SUPERVISOR);
    for (const { id } of left) {
      expect(await clock()).toBe('running');
      done(await supervisor.post(`/reviews/${id}/decision`, { outcome: 'IN_ORDER' }));
    }
    expect(await clock()).toBe('met');
    const ended = await list(SUPERVISOR, 'done');
    expect(ended).toHaveLength(4);
    expect(new Set(ended.map(({ reviewedBy }) => reviewedBy))).toEqual(new Set(['Herlina Fiksi']));
    const late = await supervisor.post<{ code: string }>(`/reviews/${left[0]!.id}/decision`, {
      outcome: 'IN_ORDER',
    });
    expect([late.status, late.body.code]).toEqual([409, 'review.done']);
  });

  it('shows nothing of a case that was sealed since, in no row and by no id', async () => {
    const all = [...(await list(SUPERVISOR)), ...(await list(SUPERVISOR, 'done'))];
    const its = all.filter(({ caseNumber }) => caseNumber !== undefined);
    expect(its.length).toBeGreaterThan(0);
    await stage.admin.query('update simpul.case_file set sealed = true where id = $1', [caseId]);
    const left = [...(await list(SUPERVISOR)), ...(await list(SUPERVISOR, 'done'))];
    expect(left.filter(({ id }) => its.some((item) => item.id === id))).toEqual([]);
    expect((await stage.api.as(SUPERVISOR).get(`/reviews/${its[0]!.id}`)).status).toBe(404);
    // A clock that nobody could meet: those who guard see it, by pseudonym, and end it in the office's stead.
    await stage.admin.query(
      `update simpul.review_item set status = 'open', outcome = null, reviewed_by = null, reviewed_at = null where id = $1`,
      [its[0]!.id],
    );
    const guarded = (await list(WATCHER)).find(({ id }) => id === its[0]!.id)!;
    expect(guarded.caseNumber).toBeUndefined();
    expect(guarded.availableOutcomes).toContain('IN_ORDER');
    done(await stage.api.as(WATCHER).post(`/reviews/${its[0]!.id}/decision`, { outcome: 'IN_ORDER' }));
    expect((await list('auditor@inspektorat')).map(({ id }) => id)).not.toContain(its[0]!.id);
    const seen = await stage.asRole(
      SUPERVISOR,
      'select 1 from simpul.review_item where case_ref = simpul.ledger_ref($1)',
      [caseId],
    );
    expect(seen).toEqual([]);
  });

  it('puts an exception, a sharing without consent, a late change and a look from outside before the supervisor', async () => {
    const other = await stage.openCase();
    await stage.admin.query(
      `update simpul.case_file set reported_at = reported_at - interval '100 days' where id = $1`,
      [other],
    );
    for (const [who, act, facts] of [
      [WORKER, 'screening.approved', {}],
      [WORKER, 'consent.recorded', { basis: 'KEWAJIBAN_HUKUM' }],
      [WORKER, 'case.edited', {}],
      ['pendamping2@uptd-ppa', 'case.read', {}],
    ] as const)
      await stage.admin.query(
        `insert into ledger.entry (id, at, act, decision, actor_id, actor_role, actor_agency, case_ref, facts, leaf)
         select gen_random_uuid(), '2026-04-15T10:00:00+07:00', $2, 'allowed', a.id, a.role, a.agency_id, k.ledger_ref, $3, '\\x0000'
           from simpul.account a, simpul.case_key k where a.email = $1 || '.simpul.example' and k.case_id = $4`,
        [who, act, facts, other],
      );
    await stage.database.setClock('2026-04-16T06:00:00+07:00');
    await worker.get(ReviewPicking).pass();
    const items = brief(await list(SUPERVISOR)).join('\n');
    for (const line of [
      'Dewi Hikayat: override x1',
      'Dewi Hikayat: legalDuty x1',
      'Dewi Hikayat: lateEdit x',
      'Lestari Contoh: outOfScope x1',
    ])
      expect(items).toContain(line);
  });
});
