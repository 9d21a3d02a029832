import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '#config';
import { done, ReferralStage } from '#harness';
import { OutboxRelay } from '#queue';
import { createWorker } from '../../../apps/worker/src/create-worker.js';

const TABLES = [
  'referral',
  'disclosure',
  'referral_message',
  'feedback',
  'referral_move',
  'lawful_basis',
  'case_key',
];
const TEAM_ONLY = [
  'case_file',
  'person',
  'referral_draft',
  'loop_confirmation',
  'screening',
  'report',
  'case_note',
];

describe('what SQL alone gives a receiver', () => {
  let stage: ReferralStage;
  let caseId: string;
  let id: string;
  const count = async (mailbox: string, table: string): Promise<number> => {
    const [row] = await stage.asRole<{ n: number }>(
      mailbox,
      `select count(*)::int as n from simpul.${table}`,
    );
    return row!.n;
  };
  const counts = async (mailbox: string, tables: string[]): Promise<Record<string, number>> => {
    const found: Record<string, number> = {};
    for (const table of tables) found[table] = await count(mailbox, table);
    return found;
  };

  beforeAll(async () => {
    stage = await ReferralStage.open();
    caseId = await stage.openCase();
    await stage.consent(caseId, 'RSUD');
    await stage.consent(caseId, 'POLRES', { scopes: ['IDENTITY'] });
    id = await stage.draft(caseId);
  });
  afterAll(() => stage?.close());

  it('is nothing of a draft', async () => {
    expect(await counts('petugas@rsud-igd', [...TABLES, ...TEAM_ONLY])).toEqual(
      Object.fromEntries([...TABLES, ...TEAM_ONLY].map((table) => [table, 0])),
    );
  });

  it('is the referral, its disclosure and the one basis it rests on, once it was sent', async () => {
    done(await stage.act(stage.sender, id, 'sending'));
    done(await stage.act(stage.hospital, id, 'question', { text: 'Alergi?' }));
    expect(await counts('petugas@rsud-igd', TABLES)).toMatchObject({
      ...{ referral: 1, disclosure: 1, referral_message: 1, feedback: 0, lawful_basis: 1, case_key: 1 },
    });
    expect(await counts('petugas@rsud-igd', TEAM_ONLY)).toEqual(
      Object.fromEntries(TEAM_ONLY.map((table) => [table, 0])),
    );
    const moves = await stage.asRole<{ act: string }>(
      'petugas@rsud-igd',
      'select act from simpul.referral_move',
    );
    expect(moves.map((move) => move.act).sort()).toEqual(['ask', 'send']);
  });

  it('is nothing to another agency, to an auditor or a planner', async () => {
    for (const mailbox of [
      'petugas@polres-ppa',
      'auditor@inspektorat',
      'perencana@bappeda',
      'kepala@dppkbpppa',
    ])
      expect(await counts(mailbox, TABLES)).toEqual(Object.fromEntries(TABLES.map((table) => [table, 0])));
  });

  it('lets no receiver move what is not its to move', async () => {
    const attempt = (sql: string): Promise<unknown> => stage.asRole('petugas@rsud-igd', sql, [id]);
    done(await stage.act(stage.sender, id, 'answer', { text: 'Tidak.' }));
    await expect(
      attempt(
        `update simpul.referral set status = 'completed', outcome = 'SELESAI', ended_at = now() where id = $1`,
      ),
    ).rejects.toMatchObject({ code: '23514' });
    await expect(
      attempt(`update simpul.referral set confirmed_at = now() where id = $1`),
    ).rejects.toMatchObject({ code: '23514' });
    await expect(
      attempt(`update simpul.referral set to_agency_id = from_agency_id where id = $1`),
    ).rejects.toMatchObject({ code: '23514' });
    await expect(attempt(`update simpul.referral set case_id = id where id = $1`)).rejects.toMatchObject({
      code: '42501',
    });
    await expect(attempt(`delete from simpul.referral where id = $1`)).rejects.toMatchObject({
      code: '42501',
    });
    await expect(
      attempt(`update simpul.disclosure set basis = '[]' where referral_id = $1`),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('is only the tombstone after the sender withdrew it', async () => {
    done(await stage.act(stage.sender, id, 'cancellation', { reason: 'Tidak perlu lagi.' }));
    expect(
      await counts('petugas@rsud-igd', ['referral', 'disclosure', 'referral_message', 'feedback']),
    ).toEqual({
      ...{ referral: 1, disclosure: 0, referral_message: 0, feedback: 0 },
    });
  });
});

describe('a withdrawn consent', () => {
  let stage: ReferralStage;
  beforeAll(async () => {
    stage = await ReferralStage.open();
  });
  afterAll(() => stage?.close());

  it('closes the packet at once, stops the open referral by the worker, and starts the outer clock', async () => {
    const { caseId, id, consentId } = await stage.sent();
    const before = await stage.page(stage.hospital, id);
    expect(before.disclosure!.fields.length).toBeGreaterThan(5);
    done(await stage.sender.post(`/consents/${consentId}/withdrawal`, { reason: 'Berubah pikiran.' }));

    // No job has run: the policy has closed, and the receiver can do nothing with it any more.
    const closed = await stage.page(stage.hospital, id);
    expect(closed).toMatchObject({
      status: 'requested',
      tombstone: { reason: 'CONSENT' },
      availableActs: [],
    });
    expect(JSON.stringify(closed)).not.toMatch(/Kinanti|Leher/);
    const [seen] = await stage.asRole<{ n: number }>(
      'petugas@rsud-igd',
      'select count(*)::int as n from simpul.disclosure',
    );
    expect(seen!.n).toBe(0);
    const act = await stage.act(stage.hospital, id, 'acceptance');
    expect([act.status, act.body.code]).toEqual([409, 'referral.consentWithdrawn']);

    const worker = await createWorker(loadConfig(stage.database.env));
    try {
      await worker.get(OutboxRelay, { strict: false }).pass();
    } finally {
      await worker.close();
    }
    const stopped = await stage.page(stage.sender, id);
    expect(stopped).toMatchObject({ status: 'cancelled' });
    expect(stopped.moves.at(-1)).toMatchObject({ act: 'cancel', actorName: null });
    expect(stopped.deadlines.map((one) => [one.ruleId, one.status])).toEqual([
      ['referral-ack-high', 'cancelled'],
    ]);
    const { rows } = await stage.admin.query(
      `select slug, status, due_at from simpul.deadline where case_id = $1 and slug = 'pdp-consent-withdrawn'`,
      [caseId],
    );
    expect(rows).toEqual([
      { slug: 'pdp-consent-withdrawn', status: 'running', due_at: new Date('2026-04-17T19:30:00+07:00') },
    ]);
  });

  it('stops a sending that would rest on it, and cannot be withdrawn twice', async () => {
    const caseId = await stage.openCase();
    const consentId = await stage.consent(caseId, 'RSUD');
    const id = await stage.draft(caseId);
    done(await stage.sender.post(`/consents/${consentId}/withdrawal`, {}));
    const refused = await stage.act(stage.sender, id, 'sending');
    expect([refused.status, refused.body.code]).toEqual([409, 'referral.consentMissing']);
    expect(refused.body.missing!.every((one) => one.code === 'consent.withdrawn')).toBe(true);
    const again = await stage.sender.post<{ code: string }>(`/consents/${consentId}/withdrawal`, {});
    expect([again.status, again.body.code]).toEqual([409, 'consent.alreadyWithdrawn']);
  });

  it('is also what a later refusal means', async () => {
    const { id, caseId } = await stage.sent();
    await stage.consent(caseId, 'RSUD', { answer: 'REFUSED', scopes: ['IDENTITY'] });
    expect(await stage.page(stage.hospital, id)).toMatchObject({ tombstone: { reason: 'CONSENT' } });
  });

  it('expires by the database’s clock', async () => {
    const caseId = await stage.openCase();
    await stage.consent(caseId, 'RSUD', { expiresAt: '2026-04-14T20:00:00+07:00' });
    const id = await stage.draft(caseId);
    done(await stage.act(stage.sender, id, 'sending'));
    expect((await stage.page(stage.hospital, id)).tombstone).toBeUndefined();
    await stage.database.setClock('2026-04-14T20:00:00+07:00');
    expect((await stage.page(stage.hospital, id)).tombstone).toMatchObject({ reason: 'CONSENT' });
    await stage.database.setClock('2026-04-14T19:30:00+07:00');
  });
});

describe('the inbox', () => {
  let stage: ReferralStage;
  beforeAll(async () => {
    stage = await ReferralStage.open();
  });
  afterAll(() => stage?.close());

  it('shows twenty at a time, the oldest unanswered first, with nothing about a person', async () => {
    const caseId = await stage.openCase();
    await stage.consent(caseId, 'RSUD');
    const sent: string[] = [];
    for (let index = 0; index < 23; index++) {
      const id = await stage.draft(caseId);
      await stage.database.setClock(`2026-04-14T19:31:${String(index).padStart(2, '0')}+07:00`);
      done(await stage.act(stage.sender, id, 'sending'));
      sent.push(id);
    }
    interface Inbox {
      items: { id: string; nextDeadline: { dueAt: string } | null }[];
      next: string | null;
      counts: Record<string, number>;
    }
    const first = done(await stage.hospital.get<Inbox>('/inbox?tab=answer'));
    expect(first.items.map((row) => row.id)).toEqual(sent.slice(0, 20));
    expect(first.counts).toEqual({ answer: 23, report: 0, running: 0 });
    expect(first.items[0]!.nextDeadline).not.toBeNull();
    expect(JSON.stringify(first)).not.toMatch(/Kinanti|Leher|caseId/);
    const second = done(await stage.hospital.get<Inbox>(`/inbox?tab=answer&cursor=${first.next}`));
    expect(second.items.map((row) => row.id)).toEqual(sent.slice(20));
    expect(second.next).toBeNull();

    done(await stage.act(stage.hospital, sent[0]!, 'acceptance'));
    done(await stage.act(stage.hospital, sent[1]!, 'rejection', { reason: 'KAPASITAS_PENUH' }));
    for (const [tab, id] of [
      ['running', sent[0]],
      ['ended', sent[1]],
    ] as const)
      expect(done(await stage.hospital.get<Inbox>(`/inbox?tab=${tab}`)).items.map((row) => row.id)).toEqual([
        id,
      ]);
    expect(done(await stage.api.as('petugas@polres-ppa').get<Inbox>('/inbox')).items).toEqual([]);
    expect((await stage.hospital.get('/inbox?cursor=%00')).status).toBe(422);
  });
});
