import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { done, ReferralStage } from '#harness';
import { brokenOf, checkInvariants, type Verdict } from './check.js';
import { INVARIANTS } from './table.js';

/** What must never be in a verdict: it is printed, logged and told. */
const CONTENT = /RAHASIA|Rekaan|Umpama|Kinanti|PBM-2026/;

describe('the guarantee, checked', () => {
  let stage: ReferralStage;
  let referral: { caseId: string; id: string };
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    stage = await ReferralStage.open();
    referral = await stage.sent();
    const [row] = (
      await stage.admin.query<Record<string, string>>(
        `select m.id as move, d.id as deadline, r.id as report,
                (select id from simpul.account where role = 'supervisor' limit 1) as person,
                (select s.id from simpul.deadline_step s where s.deadline_id = d.id order by s.fire_at limit 1) as step,
                (select o.id from simpul.outbox o where o.topic = 'referral.sent') as message
           from simpul.referral_move m, simpul.deadline d, simpul.report r
          where m.referral_id = $1 and m.act = 'send' and d.referral_id = $1 and r.case_id = $2`,
        [referral.id, referral.caseId],
      )
    ).rows;
    const entries = await stage.admin.query<{ act: string; id: string }>(
      `select act, id from ledger.entry where act in ('referral.sent', 'report.received')`,
    );
    const entry = (act: string) => entries.rows.find((one) => one.act === act)!.id;
    Object.assign(ids, row, {
      referral: referral.id,
      caseId: referral.caseId,
      sentEntry: entry('referral.sent'),
      receivedEntry: entry('report.received'),
    });
  });
  afterAll(() => stage?.close());

  /** Breaks something as the superuser, checks with the worker's rights, and takes the breakage back. */
  async function after(breakage: string): Promise<Verdict> {
    const { admin } = stage;
    await admin.query('begin');
    try {
      const filled = breakage.replaceAll(/:(\w+):/g, (_all, name: string) => `'${ids[name]}'`);
      await admin.query(`set local session_replication_role = replica; ${filled}`);
      await admin.query(
        'set local session_replication_role = origin; set local session authorization simpul_worker',
      );
      return await checkInvariants(async <T>(sql: string) => (await admin.query(sql)).rows as T[]);
    } finally {
      await admin.query('rollback');
    }
  }

  const unlessAsleep = (verdict: Verdict) => brokenOf(verdict).filter(({ name }) => name !== 'work-goes-on');

  it('nothing is broken by what people do, and the sums come out even', async () => {
    const acts: [string, object][] = [
      ['receipt', {}],
      ['question', { text: 'Boleh tahu jam datang?' }],
    ];
    const other = await stage.sent();
    for (const [noun, body] of acts) {
      done(await stage.act(stage.hospital, other.id, noun, body));
      expect(unlessAsleep(await after(''))).toEqual([]);
    }
    done(await stage.act(stage.sender, other.id, 'answer', { text: 'Sore ini.' }));
    expect(unlessAsleep(await after(''))).toEqual([]);
    const rest: [string, object][] = [
      ['acceptance', { responsibleName: 'Nanda Umpama' }],
      ['service-start', {}],
      ['progress', { text: 'Berjalan baik.' }],
      ['completion', { outcome: 'SELESAI', text: 'Selesai.' }],
    ];
    let minute = 31;
    for (const [noun, body] of rest) {
      // Two acts never share an instant in life.
      await stage.database.setClock(`2026-04-14T19:${minute++}:00+07:00`);
      done(await stage.act(stage.hospital, other.id, noun, body));
      // No worker lives in this suite: what only it would do is left out of what must hold.
      expect({ noun, broken: unlessAsleep(await after('')) }).toEqual({ noun, broken: [] });
    }
    done(await stage.act(stage.sender, other.id, 'confirmation', { clientAnswer: 'HELPED' }));
    const third = await stage.sent();
    done(await stage.act(stage.hospital, third.id, 'rejection', { reason: 'KAPASITAS_PENUH' }));
    expect(unlessAsleep(await after(''))).toEqual([]);
    const fourth = await stage.sent();
    done(await stage.act(stage.sender, fourth.id, 'cancellation', { reason: 'Tidak diperlukan lagi.' }));
    const verdict = await after('');
    expect(unlessAsleep(verdict)).toEqual([]);
    const f = verdict.figures;
    expect(f.reports).toBe(4);
    expect(f.undecided + f.opened + f.closed + f.joined + f.outside).toBe(f.reports);
    expect([f.sent, f.answered, f.pending, f.escalated, f.cancelled]).toEqual([4, 2, 1, 0, 1]);
  });

  it('nor by asking several: with those who decline, with the one who accepts, and after the last has declined', async () => {
    const health = ['rsud-igd', 'puskesmas-barat', 'puskesmas-timur'];
    const ask = async (): Promise<Record<string, string>> => {
      const caseId = await stage.openCase();
      for (const kind of ['RSUD', 'PUSKESMAS']) await stage.consent(caseId, kind);
      const alsoAgencyIds = health.slice(1).map((code) => stage.agencies.get(code)!);
      done(await stage.act(stage.sender, await stage.draft(caseId), 'fan-out', { alsoAgencyIds }));
      const { rows } = await stage.admin.query<{ code: string; id: string }>(
        'select a.code, r.id from simpul.referral r join simpul.agency a on a.id = r.to_agency_id where r.case_id = $1',
        [caseId],
      );
      return Object.fromEntries(rows.map(({ code, id }) => [code, id]));
    };
    const answer = async (asked: Record<string, string>, code: string, noun: string, body: object) => {
      done(await stage.act(stage.api.as(`petugas@${code}`), asked[code]!, noun, body));
      expect(unlessAsleep(await after(''))).toEqual([]);
    };
    const accepted = await ask();
    expect(unlessAsleep(await after(''))).toEqual([]);
    await answer(accepted, 'rsud-igd', 'rejection', { reason: 'KAPASITAS_PENUH' });
    await answer(accepted, 'puskesmas-timur', 'acceptance', { responsibleName: 'Rini Fiksi' });
    const declined = await ask();
    for (const code of health) await answer(declined, code, 'rejection', { reason: 'KAPASITAS_PENUH' });
    const { sent, answered, pending, escalated, cancelled } = (await after('')).figures;
    expect(answered + pending + escalated + cancelled).toBe(sent);
    expect(cancelled).toBe(2);
  });

  it('a referral sent before any screening has its clock too', async () => {
    const caseId = await stage.openCase({}, null);
    await stage.consent(caseId, 'RSUD');
    const id = await stage.draft(caseId);
    done(await stage.act(stage.sender, id, 'sending'));
    expect(unlessAsleep(await after(''))).toEqual([]);
  });

  const clone = (table: string, id: string, change: string) =>
    `insert into simpul.${table} select (jsonb_populate_record(t, ${change} || jsonb_build_object('id', gen_random_uuid()))).*
       from simpul.${table} t where id = ${id};`;

  it.each([
    [
      'acknowledged-is-durable',
      'move',
      'move',
      'noLedgerEntry',
      `alter table ledger.entry disable trigger append_only;
       delete from ledger.entry where id = (select ledger_entry_id from simpul.referral_move where id = :move:)`,
    ],
    [
      'acknowledged-is-durable',
      'referral',
      'referral',
      'statusWithoutMove',
      `alter table simpul.referral disable trigger all;
       update simpul.referral set status = 'received' where id = :referral:`,
    ],
    [
      'acknowledged-is-durable',
      'deadline',
      'deadline',
      'statusWithoutChange',
      `update simpul.deadline set status = 'met', ended_at = now() where id = :deadline:`,
    ],
    ['acknowledged-is-durable', 'setting', null, 'fsync', `set local simpul.throwaway = 'off'`],
    [
      'one-party-owes',
      'referral',
      'referral',
      'nobodyOwes',
      `update simpul.deadline set status = 'cancelled', ended_at = now() where id = :deadline:`,
    ],
    [
      'one-party-owes',
      'referral',
      'referral',
      'twoOwe',
      clone('deadline', ':deadline:', `'{"slug": "referral-answer-high"}'`),
    ],
    [
      'one-party-owes',
      'referral',
      'referral',
      'owedAfterTheEnd',
      `update simpul.referral set status = 'cancelled', cancelled_by = 'SENDER', ended_at = now() where id = :referral:`,
    ],
    [
      'a-living-owner',
      'case',
      'caseId',
      'ownerGone',
      `update simpul.account set active = false where id = (select owner_account_id from simpul.case_file where id = :caseId:)`,
    ],
    [
      'a-living-owner',
      'referral',
      'referral',
      'responsibleGone',
      `alter table simpul.referral disable trigger all;
       update simpul.referral set responsible_account_id = created_by where id = :referral:;
       update simpul.account set active = false where id = (select created_by from simpul.referral where id = :referral:)`,
    ],
    [
      'a-living-owner',
      'deadline',
      'deadline',
      'owesGone',
      `update simpul.deadline set owing_account_id = (select id from simpul.account where email = 'psikolog@uptd-ppa.simpul.example') where id = :deadline:;
       update simpul.account set active = false where email = 'psikolog@uptd-ppa.simpul.example'`,
    ],
    [
      'a-living-owner',
      'deadline',
      'deadline',
      'hangsOnNothing',
      `update simpul.deadline set owing_account_id = null, owing_agency_id = null, case_id = null, referral_id = null where id = :deadline:`,
    ],
    [
      'a-living-owner',
      'shift',
      'referral',
      'onDutyGone',
      `insert into simpul.duty_shift (id, agency_id, account_id, starts_at, ends_at, created_by)
         select :referral:, agency_id, id, simpul.now(), simpul.now() + interval '1 hour', id from simpul.account where email = 'psikolog@uptd-ppa.simpul.example';
       update simpul.account set active = false where email = 'psikolog@uptd-ppa.simpul.example'`,
    ],
    [
      'work-goes-on',
      'step',
      'step',
      'notFired',
      `update simpul.deadline_step set fire_at = simpul.now() - interval '61 seconds' where id = :step:`,
    ],
    [
      'work-goes-on',
      'message',
      'message',
      'notTried',
      `update simpul.outbox set created_at = simpul.now() - interval '61 seconds' where id = :message:`,
    ],
    [
      'told-once',
      'step',
      'step',
      'toldTwice',
      `drop index simpul.notification_once_per_step;
       insert into simpul.notification (account_id, message, topic, step_id)
       select :person:, 'deadline.due', 'deadline.stepDue', :step: from generate_series(1, 2)`,
    ],
    [
      'told-once',
      'message',
      'message',
      'toldTwice',
      `drop index simpul.notification_once_per_event;
       insert into simpul.notification (account_id, message, topic, outbox_id)
       select :person:, 'referral.sent', 'referral.sent', :message: from generate_series(1, 2)`,
    ],
    [
      'told-once',
      'step',
      'step',
      'notTold',
      `update simpul.deadline_step set told = array[:person:]::uuid[] where id = :step:`,
    ],
    [
      'told-once',
      'step',
      'step',
      'noMessage',
      `update simpul.deadline_step set status = 'fired', fire_at = simpul.now(), fired_at = simpul.now() where id = :step:`,
    ],
    [
      'on-time-or-marked-late',
      'step',
      'step',
      'early',
      `alter table simpul.deadline_step drop constraint deadline_step_check1;
       update simpul.deadline_step set status = 'fired', fired_at = fire_at - interval '1 second' where id = :step:`,
    ],
    [
      'on-time-or-marked-late',
      'step',
      'step',
      'lateUnmarked',
      `update simpul.deadline_step set status = 'fired', fired_at = fire_at + interval '121 seconds' where id = :step:`,
    ],
    [
      'a-person-at-the-end',
      'message',
      'message',
      'nobodyAlarmed',
      `update simpul.outbox set attempt = 7 where id = :message:`,
    ],
    [
      'work-goes-on',
      'delivery',
      'referral',
      'notTried',
      `insert into simpul.notification (id, account_id, message, topic) values (:report:, :person:, 'referral.sent', 'referral.sent');
       insert into simpul.delivery (id, notification_id, account_id, channel, next_attempt_at)
       values (:referral:, :report:, :person:, 'email', simpul.now() - interval '31 minutes')`,
    ],
    [
      'work-goes-on',
      'delivery',
      'referral',
      'waitsUnsaid',
      `insert into simpul.notification (id, account_id, message, topic) values (:report:, :person:, 'referral.sent', 'referral.sent');
       insert into simpul.delivery (id, notification_id, account_id, channel, next_attempt_at)
       values (:referral:, :report:, :person:, 'email', simpul.now() + interval '1 hour')`,
    ],
    [
      'a-person-at-the-end',
      'delivery',
      'referral',
      'lostInADigest',
      `insert into simpul.notification (id, account_id, message, topic) values (:report:, :person:, 'referral.sent', 'referral.sent');
       insert into simpul.delivery (id, notification_id, account_id, channel, status, settled_at, may_wait)
       values (:deadline:, :report:, :person:, 'gateway', 'sent', simpul.now(), true);
       insert into simpul.delivery (id, notification_id, account_id, channel, status, settled_at, may_wait, digest_id)
       values (:referral:, :report:, :person:, 'email', 'merged', simpul.now(), true, :deadline:)`,
    ],
    [
      'a-person-at-the-end',
      'delivery',
      'referral',
      'nobodyAlarmed',
      `insert into simpul.notification (id, account_id, message, topic) values (:report:, :person:, 'referral.sent', 'referral.sent');
       insert into simpul.delivery (id, notification_id, account_id, channel, status, attempts, settled_at, last_failure)
       values (:referral:, :report:, :person:, 'email', 'failed', 8, simpul.now(), 'channel.ETIMEDOUT')`,
    ],
    [
      'a-person-at-the-end',
      'alarm',
      'report',
      'climbsNoMore',
      `insert into simpul.alarm (id, kind, next_climb_at) values (:report:, 'WORKER_CLOCK', simpul.now() - interval '11 minutes')`,
    ],
    [
      'a-person-at-the-end',
      'deadline',
      'deadline',
      'nobodyCalled',
      `update simpul.deadline_step set status = 'cancelled' where deadline_id = :deadline:;
       update simpul.deadline set status = 'missed', missed_at = now() where id = :deadline:`,
    ],
    [
      'a-person-at-the-end',
      'step',
      'step',
      'nobodyTold',
      `update simpul.deadline_step set status = 'fired', fire_at = simpul.now(), fired_at = simpul.now() where id = :step:;
       insert into simpul.outbox (topic, ids, relayed_at, attempt) values ('deadline.stepDue', jsonb_build_object('stepId', :step:::text), now(), 1)`,
    ],
    [
      'moves-are-legal',
      'referral',
      'referral',
      'brokenChain',
      `update simpul.referral_move set from_status = 'accepted' where id = :move:`,
    ],
    [
      'moves-are-legal',
      'referral',
      'referral',
      'illegalMove',
      `update simpul.referral_move set party = 'receiver' where id = :move:`,
    ],
    ['nothing-leaves-unseen', 'report', 'report', 'gone', `delete from simpul.report where id = :report:`],
    [
      'nothing-leaves-unseen',
      'referral',
      'referral',
      'gone',
      `delete from simpul.referral where id = :referral:`,
    ],
    [
      'nothing-leaves-unseen',
      'letter',
      null,
      'numbersMissing',
      `delete from simpul.referral where id = :referral:`,
    ],
    [
      'nothing-leaves-unseen',
      'referral',
      'referral',
      'notSentOnce',
      `delete from simpul.referral_move where id = :move:`,
    ],
    [
      'queue-is-disposable',
      'table',
      null,
      'queueRoleMaySelect:referral',
      `grant select on simpul.referral to simpul_queue`,
    ],
    [
      'ledger-and-rows-agree',
      'move',
      'move',
      'noLedgerEntry',
      `alter table ledger.entry disable trigger append_only;
       delete from ledger.entry where id = (select ledger_entry_id from simpul.referral_move where id = :move:)`,
    ],
    [
      'ledger-and-rows-agree',
      'move',
      'move',
      'otherLedgerEntry',
      `update simpul.referral_move set to_status = 'accepted' where id = :move:`,
    ],
    [
      'ledger-and-rows-agree',
      'report',
      'report',
      'noLedgerEntry',
      `alter table ledger.entry disable trigger append_only;
       delete from ledger.entry where act = 'report.received'`,
    ],
    [
      'ledger-and-rows-agree',
      'entry',
      'sentEntry',
      'noMove',
      `delete from simpul.referral_move where id = :move:`,
    ],
    [
      'ledger-and-rows-agree',
      'entry',
      'receivedEntry',
      'noRow',
      `delete from simpul.report where id = :report:`,
    ],
    [
      'ledger-and-rows-agree',
      'entry',
      'sentEntry',
      'leafWithoutEntry',
      `insert into ledger.leaf (index, entry_id, hash) values (0, :sentEntry:, sha256('x'));
       alter table ledger.entry disable trigger append_only;
       delete from ledger.entry where id = :sentEntry:`,
    ],
    [
      'ledger-and-rows-agree',
      'leaf',
      null,
      'placesMissing',
      `insert into ledger.leaf (index, entry_id, hash) values (1, :sentEntry:, sha256('x'))`,
    ],
  ])('%s: a broken %s is found (%s, %s)', async (name, kind, subject, code, breakage) => {
    const verdict = await after(breakage);
    const finding = verdict.findings.find((each) => each.name === name)!;
    expect(finding.breaches).toContainEqual({ kind, id: subject ? ids[subject] : null, code });
    expect(JSON.stringify(verdict)).not.toMatch(CONTENT);
    expect(unlessAsleep(await after(''))).toEqual([]);
  });

  it('each invariant has a name of its own and a promise', () => {
    expect(new Set(INVARIANTS.map(({ name }) => name)).size).toBe(INVARIANTS.length);
    expect(INVARIANTS).toHaveLength(11);
  });
});
