import type pg from 'pg';
import type { FurnishedCase } from '../access/furnished-case.js';
import { nearMisses } from './near-misses.js';
import { agency, columnsOf, copy, textOf, who, type Statement } from './statements.js';

const LEAD = who('pendamping@uptd-ppa');
const MEMBER = who('cw-team@uptd-ppa');
const HEAD = who('sv-office@uptd-ppa');
const UNIT = agency('uptd-ppa');
const LEGAL = who('lo-outside@bagian-hukum');
const OFFICER = who('ao-receiver@rsud-igd');
const SOMEBODY = who('orang-lain');
const HASH = `sha256(gen_random_uuid()::text::bytea)`;

/** What hangs on no case. The rows need not have come about by an act: policies ask only what they say. */
const REST: Statement[] = [
  // One human being with two accounts: whoever proposed as the lead decides nothing as a supervisor.
  `update simpul.account set person_id = (select person_id from simpul.account where id = ${LEAD}) where id = ${who('sv-team@uptd-ppa')}`,
  // Nobody of the cross, in an office of its own: whose name and office are always the wrong ones to write.
  copy(
    'agency',
    'g',
    { code: `'lain'`, name: `'Kantor Lain'` },
    `from simpul.agency g where code = 'dinkes'`,
  ),
  `insert into simpul.account (email, display_name, role, agency_id, agency_kind, agency_code, agency_name, password_hash)
     select 'orang-lain.simpul.example', 'Orang Lain', 'case_worker', id, kind, code, name, '-' from simpul.agency where code = 'lain'`,
  // Supervisors of the unit, if only their sessions opened anything.
  ...['pindah', 'must-change-password', 'waits-for-release', 'factor-demanded'].map(
    (mailbox) =>
      `insert into simpul.account (email, display_name, role, agency_id, agency_kind, agency_code, agency_name, password_hash)
         select '${mailbox}.simpul.example', 'Orang Rekaan', 'supervisor', id, kind, code, name, '-' from simpul.agency where code = 'uptd-ppa'`,
  ),
  // A newcomer whom nobody has let in yet.
  `insert into simpul.account (email, display_name, role, agency_id, agency_kind, agency_code, agency_name, password_hash,
                               waits_for_release, made_by)
     select 'baru.simpul.example', 'Orang Rekaan', 'case_worker', id, kind, code, name, '-', true, ${SOMEBODY}
       from simpul.agency where code = 'lain'`,
  // A colleague whose password an administrator gave, and nobody has said yet that it is they.
  `insert into simpul.account (email, display_name, role, agency_id, agency_kind, agency_code, agency_name, password_hash,
                               waits_for_release, reset_by, reset_at)
     select 'kembali.simpul.example', 'Orang Rekaan', 'case_worker', id, kind, code, name, '-', true, ${SOMEBODY}, simpul.now()
       from simpul.agency where code = 'lain'`,
  ...['uptd-ppa', 'rsud-igd', 'dinkes'].flatMap((code) => [
    `insert into simpul.directory_change (agency_id, version, how, fields, before, after, changed_by)
       select ${agency(code)}, 2, 'EDITED', '{unit}', '{}', '{}', ${HEAD}`,
    `insert into simpul.absence (account_id, agency_id, created_by, starts_at, ends_at)
       select ${SOMEBODY}, ${agency(code)}, ${HEAD}, simpul.now(), simpul.now() + interval '1 day'`,
    `insert into simpul.duty_shift (account_id, agency_id, created_by, starts_at, ends_at)
       select ${SOMEBODY}, ${agency(code)}, ${HEAD}, simpul.now(), simpul.now() + interval '1 day'`,
    `insert into simpul.duty_fallback (account_id, agency_id, changed_by) select ${SOMEBODY}, ${agency(code)}, ${HEAD}`,
    `insert into simpul.alarm (kind, agency_id, told, next_climb_at) select 'CHANNEL_FAILED', ${agency(code)}, array[${LEAD}], simpul.now()`,
    `insert into simpul.alarm (kind, agency_id, told, acknowledged_by, acknowledged_at, next_climb_at)
       select 'MESSAGE_STUCK', ${agency(code)}, array[${OFFICER}], ${SOMEBODY}, simpul.now(), simpul.now()`,
    `insert into simpul.alarm (kind, agency_id, told, resolved_at, resolved_by, note_sealed)
       select 'WORKER_CLOCK', ${agency(code)}, array[${LEAD}], simpul.now(), ${SOMEBODY}, '\\x00'`,
  ]),
  `insert into simpul.account_identity (account_id, issuer, subject) select ${LEAD}, 'https://kota.example', 'x'`,
  `insert into simpul.account_recovery (account_id, proposed_by, half) select ${LEAD}, ${HEAD}, '\\x00'`,
  `insert into simpul.departure (account_id, proposed_by) select ${LEAD}, ${who('orang-lain')}`,
  `insert into simpul.departure_item (departure_id, kind, object_id, to_account_id)
     select id, 'SHIFT', gen_random_uuid(), ${MEMBER} from simpul.departure`,
  `insert into simpul.hsds_row (resource, row_id, body, imported_by) select 'unit', 'x', '{}', ${HEAD}`,
  `insert into simpul.case_transfer (case_id, case_number, referral_id, from_agency_id, to_agency_id, reason, offered_by)
     select r.case_id, r.case_number, r.id, r.from_agency_id, r.to_agency_id, 'CLIENT_MOVED', ${LEAD} from simpul.referral r
      where r.sent_at is not null limit 1`,
  `insert into simpul.calendar_warning (week_of, year) values ('2026-12-07', 2027)`,
  `insert into simpul.directory_warning (week_of) values ('2026-12-07')`,
  ...[LEAD, MEMBER, OFFICER, SOMEBODY].flatMap((whose) => [
    `insert into simpul.contact_choice (account_id, email, gateway) select ${whose}, true, false`,
    `insert into simpul.push_device (account_id, browser, system, endpoint_mark, subscription_sealed)
       select ${whose}, 'CHROME', 'ANDROID', encode(${HASH}, 'hex'), '\\x00'`,
    `insert into simpul.notification (account_id, message, topic) select ${whose}, 'case.opened', 'case.opened'`,
    `insert into simpul.outbox (topic, ids, actor_id, created_at) select 'case.opened', '{}', ${whose}, simpul.now() - interval '1 hour'`,
    `insert into simpul.outbox (topic, ids, actor_id) select 'case.opened', '{}', ${whose}`,
    `insert into ledger.entry (id, at, actor_id, actor_role, actor_agency, act, object_kind, object_id, decision, facts, leaf)
       select gen_random_uuid(), simpul.now(), null, 'system', null, 'session.open', 'account', ${whose}, 'refused', '{}', ${HASH}`,
    `insert into ledger.entry (id, at, actor_id, actor_role, actor_agency, act, object_kind, object_id, decision, facts, leaf)
       select gen_random_uuid(), simpul.now(), null, 'system', null, 'account.ended', 'account', ${whose}, 'allowed', '{}', ${HASH}`,
    `insert into ledger.entry (id, at, actor_id, actor_role, actor_agency, act, object_kind, object_id, decision, facts, leaf)
       select gen_random_uuid(), simpul.now(), null, 'system', null, 'account.ended', 'other', ${whose}, 'allowed', '{}', ${HASH}`,
    `insert into ledger.entry (id, at, actor_id, actor_role, actor_agency, act, object_kind, object_id, decision, facts, leaf)
       select gen_random_uuid(), simpul.now(), null, 'system', null, 'session.open', 'other', ${whose}, 'allowed', '{}', ${HASH}`,
    `insert into ledger.entry (id, at, actor_id, actor_role, actor_agency, act, object_kind, object_id, decision, facts, leaf)
       select gen_random_uuid(), simpul.now(), null, 'system', null, 'other.act', 'account', ${whose}, 'allowed', '{}', ${HASH}`,
  ]),
  `insert into simpul.delivery (account_id, channel, notification_id) select account_id, 'email', id from simpul.notification`,
  `insert into simpul.factor (account_id, kind, secret) select ${LEAD}, 'totp', '\\x00'`,
  `insert into simpul.recovery_code (account_id, code_hash) select ${LEAD}, ${HASH}`,
  `insert into simpul.sign_in_step (expires_at, purpose, token_hash) select simpul.now(), 'second', ${HASH}`,
  `insert into simpul.invariant_check (alarmed, breaches, broken, checked) values (false, 0, '{}', 1)`,
  `insert into simpul.outbox_delivery (consumer, outbox_id) select 'x', id from simpul.outbox limit 1`,
  `insert into simpul.review_picking (day, entries, seed) values ('2026-04-13', 1, 'x')`,
  `insert into simpul.review_day (agency_id, day, side) select ${UNIT}, '2026-04-13'::date, 'office' union all
     select ${UNIT}, '2026-04-13', 'integrity' union all select ${agency('rsud-igd')}, '2026-04-13', 'office'`,
  `insert into simpul.review_item (review_day_id, entry_ids, first_at, last_at, reason, subject_account_id, asked_by, asked_at)
     select d.id, array[gen_random_uuid()], simpul.now(), simpul.now(), 'chance', whose, asked, case when asked is not null then simpul.now() end
       from simpul.review_day d, unnest(array[${HEAD}, ${LEAD}, ${who('au-outside@inspektorat')}]) whose, unnest(array[null, ${SOMEBODY}]) asked`,
  copy(
    'deadline',
    'd',
    { case_id: 'null', referral_id: 'null', report_id: 'null', about_id: 'r.id' },
    `from simpul.review_day r, (select * from simpul.deadline limit 1) d`,
  ),
  `insert into simpul.witness_standing (witness) values ('kampus.example')`,
  `insert into ledger.checkpoint (number, size, root, peaks, xid_to, note) values (1, 1, sha256(''), '{}', pg_current_xact_id(), '-')`,
  `insert into ledger.cosignature (checkpoint, witness, line) values (1, 'kampus.example', E'— kampus abc=\\n')`,
  `insert into ledger.leaf (index, entry_id, hash) select 0, id, sha256('') from ledger.entry limit 1`,
  `insert into ledger.node (level, index, hash) values (8, 0, sha256(''))`,
  ...['OPEN', 'APPROVED', 'WITHDRAWN'].flatMap((status) =>
    ['VERSION', 'RETIREMENT'].map(
      (kind) =>
        `insert into simpul.rule_proposal (id, slug, applies_to_open, effective_from, kind, proposed_by, proposed_by_person, reason, rule, status, decided_at, decided_by, decided_by_person)
           select r.id, r.slug, false, '2026-05-01', '${kind}', ${SOMEBODY}, gen_random_uuid(), '-', case when '${kind}' = 'VERSION' then '{}'::jsonb end,
                  '${status}', case when '${status}' <> 'OPEN' then simpul.now() end, case when '${status}' <> 'OPEN' then ${LEGAL} end,
                  case when '${status}' <> 'OPEN' then gen_random_uuid() end
             from simpul.deadline_rule r where not exists (select 1 from simpul.rule_proposal p where p.slug = r.slug) order by slug limit 1`,
    ),
  ),
  // The same slug under another id: approved, but not this version.
  copy(
    'deadline_rule',
    'r',
    { version: '99' },
    `from simpul.deadline_rule r join simpul.rule_proposal p on p.id = r.id where p.status = 'APPROVED' and p.kind = 'VERSION'`,
  ),
  `update simpul.holiday set removed_at = simpul.now(), removed_by = ${LEGAL}, removal_reason = '-' where id = (select id from simpul.holiday limit 1)`,
  `update simpul.office_hours set removed_at = simpul.now(), removed_by = ${LEGAL}, removal_reason = '-' where id = (select id from simpul.office_hours limit 1)`,
];

/** What is found in somebody's reading, and the alarm of it. */
const READING = [LEAD, who('io-outside@inspektorat')].flatMap((whose) => [
  `insert into simpul.alarm (kind, agency_id, account_id, code, told, next_climb_at)
     select 'UNUSUAL_READING', ${UNIT}, ${whose}, 'MANY_CASES', array[${HEAD}, ${OFFICER}], simpul.now()`,
  `insert into simpul.reading_found (account_id, rule, counted, from_at, to_at)
     select ${whose}, 'MANY_CASES', 40, simpul.now() - interval '1 hour', simpul.now()`,
]);

/** The third case is bait: read by its lead and by a guard, with the alarm of it, and what the ledger says of it. */
const BAIT = [
  `insert into simpul.bait (case_id, ledger_ref, laid_by)
     select case_id, ledger_ref, ${who('io-outside@inspektorat')} from simpul.case_key where case_id = $1 and $2 = 2`,
  ...[LEAD, who('io-outside@inspektorat')].flatMap((whose) => [
    `insert into simpul.bait_reading (bait_id, entry_id, account_id, person_id, act, decision, at)
       select b.id, gen_random_uuid(), a.id, a.person_id, 'case.read', 'allowed', simpul.now()
         from simpul.bait b, simpul.account a where b.case_id = $1 and a.id = ${whose}`,
    `insert into simpul.alarm (kind, agency_id, account_id, code, told, next_climb_at)
       select 'BAIT_READ', ${UNIT}, ${whose}, b.id::text, array[${HEAD}, ${OFFICER}], simpul.now()
         from simpul.bait b where b.case_id = $1`,
  ]),
  ...['report.received', 'closing.proposed', 'case.sightRead'].map(
    (act) =>
      `insert into ledger.entry (id, at, actor_id, actor_role, actor_agency, act, object_kind, object_id, case_ref, decision, facts, leaf)
         select gen_random_uuid(), simpul.now(), b.laid_by, 'integrity_officer', ${UNIT}, '${act}', 'report', gen_random_uuid(),
                b.ledger_ref, 'allowed', '{}', ${HASH} from simpul.bait b where b.case_id = $1`,
  ),
  `insert into ledger.entry (id, at, actor_id, actor_role, actor_agency, act, object_kind, object_id, case_ref, decision, facts, leaf)
     select gen_random_uuid(), simpul.now(), null, 'system', null, 'bait.found', 'bait', b.id, b.ledger_ref, 'allowed', '{}', ${HASH}
       from simpul.bait b where b.case_id = $1`,
];

/** Access in an emergency: one that lasts, one that was ended, one over by itself. */
const EMERGENCIES = [
  { whose: who('cw-outside@puspaga'), opened: `interval '0'`, ended: 'null', words: 'null' },
  {
    whose: who('ps-outside@puspaga'),
    opened: `interval '10 minutes'`,
    ended: 'simpul.now()',
    words: `'\\x00'`,
  },
  { whose: who('cw-office@uptd-ppa'), opened: `interval '60 minutes'`, ended: 'null', words: `'\\x00'` },
  // Of the office that the case belongs to, and not its head.
  { whose: who('ic-office@uptd-ppa'), opened: `interval '0'`, ended: 'null', words: 'null' },
  // None that an act would give: a receiver's, and a guard's, whom another policy lets write.
  { whose: who('ic-receiver@rsud-igd'), opened: `interval '0'`, ended: 'null', words: 'null' },
  { whose: who('io-outside@inspektorat'), opened: `interval '0'`, ended: 'null', words: 'null' },
].map(
  ({ whose, opened, ended, words }) =>
    `insert into simpul.emergency_access (case_id, account_id, person_id, reason, words_sealed, opened_at, until, ended_at, ended_by)
       select $1, id, person_id, 'DANGER_NOW', ${words}, simpul.now() - ${opened}, simpul.now() - ${opened} + interval '60 minutes',
              ${ended}, case when ${ended} is not null then id end from simpul.account where id = ${whose}`,
);

/** What the furnished cases lack: rows of the other states, so that each state that a policy asks for has a counterpart. */
const OF_A_CASE: Statement[] = [
  ...EMERGENCIES,
  ...BAIT,
  `insert into simpul.referral_link (referral_id, case_id, kind, token_hash, code_hash, issued_by, expires_at)
     select id, $1, 'LINK', ${HASH}, ${HASH}, ${LEAD}, simpul.now() + interval '1 day' from simpul.referral where case_id = $1`,
  `insert into simpul.link_mail (link_id, referral_id, case_id, address, asked_by)
     select l.id, r.id, $1, g.email, ${LEAD} from simpul.referral_link l join simpul.referral r on r.id = l.referral_id
       join simpul.agency g on g.id = r.to_agency_id where l.case_id = $1 and l.kind = 'LINK' and g.email is not null`,
  `insert into simpul.aftercare_check (at, case_id, done_by, outcome) select simpul.now(), $1, ${MEMBER}, 'SAFE'`,
  `insert into simpul.feedback (agency_id, at, author_id, case_id, kind, referral_id)
     select to_agency_id, simpul.now(), ${OFFICER}, $1, 'START', id from simpul.referral where case_id = $1`,
  `insert into simpul.loop_confirmation (at, case_id, client_answer, confirmed_by, referral_id)
     select simpul.now(), $1, 'HELPED', ${MEMBER}, id from simpul.referral where case_id = $1 limit 1`,
  `insert into simpul.urgent_call (case_id, checked, at, recorded_by) select $1, 'CODE_WORD', simpul.now(), ${LEAD}`,
  `insert into simpul.case_note (case_id, author_id, audience, text_sealed)
     select $1, whose, audience, '\\x00' from unnest(array[${LEAD}, ${MEMBER}, ${who('ps-team@uptd-ppa')}]) whose, unnest(array['TEAM', 'CLINICAL']) audience`,
  ...['PLANNED', 'HELD', 'SIGNED', 'CANCELLED'].flatMap((status) => [
    `insert into simpul.conference (case_id, status, at, place_sealed, called_by, minutes_at, minutes_by, minutes_by_person,
                                    signed_at, signed_by, signed_by_person, cancel_reason_sealed)
       select $1, s, simpul.now(), '\\x00', ${LEAD}, case when s in ('HELD', 'SIGNED') then simpul.now() end,
              case when s in ('HELD', 'SIGNED') then ${SOMEBODY} end, case when s in ('HELD', 'SIGNED') then gen_random_uuid() end,
              case when s = 'SIGNED' then simpul.now() end, case when s = 'SIGNED' then ${SOMEBODY} end,
              case when s = 'SIGNED' then gen_random_uuid() end, case when s = 'CANCELLED' then '\\x00'::bytea end
         from (values ('${status}')) v (s)`,
  ]),
  `insert into simpul.conference_item (conference_id, case_id, position, scopes, question_sealed)
     select c.id, c.case_id, n, case n when 1 then '{OWN_REFERRAL}'::text[] else '{OWN_REFERRAL,HEALTH_PSYCH}' end, '\\x00'
       from simpul.conference c, generate_series(1, 2) n where c.case_id = $1`,
  `insert into simpul.conference_seat (conference_id, case_id, referral_id, scopes, basis_ids)
     select c.id, c.case_id, r.id, '{OWN_REFERRAL}', case when c.status = 'PLANNED' then array[b.id] else r.basis_ids end
       from simpul.conference c join simpul.referral r on r.case_id = c.case_id,
            lateral (select id from simpul.lawful_basis where case_id = $1 order by withdrawn_at nulls last limit 1) b
      where c.case_id = $1 and cardinality(r.basis_ids) > 0`,
  `insert into simpul.conference_decision (conference_id, conference_item_id, case_id, referral_id, text_sealed, due_at, taken_back, done_at, done_by)
     select i.conference_id, i.id, $1, r.id, '\\x00', simpul.now(), d.back, d.at, d.whose
       from simpul.conference_item i, lateral (select id from simpul.referral where case_id = $1 and sent_at is not null order by status limit 2) r,
            (values (false, null::timestamptz, null::uuid), (true, null, null), (false, simpul.now(), ${SOMEBODY})) d (back, at, whose)
      where i.case_id = $1`,
  `insert into simpul.appointment (referral_id, case_id, at, place, escort, set_by, status, reason, decided_by, decided_at)
     select r.id, $1, simpul.now(), 'TELEPON', 'TIDAK_ADA', ${SOMEBODY}, s.status, s.reason,
            case when s.status <> 'PLANNED' then ${SOMEBODY} end, case when s.status <> 'PLANNED' then simpul.now() end
       from simpul.referral r,
            (values ('PLANNED', null), ('ATTENDED', null), ('CANCELLED', 'SAKIT'), ('MOVED', 'SAKIT'), ('NOT_ATTENDED', 'SAKIT'))
              s (status, reason)
      where r.case_id = $1`,
  `insert into simpul.appointment_follow_up (appointment_id, referral_id, case_id, outcome, made_by, at)
     select p.id, p.referral_id, $1, o.outcome, ${SOMEBODY}, simpul.now()
       from simpul.appointment p, (values ('JANJI_BARU'), ('TIDAK_AMAN')) o (outcome)
      where p.case_id = $1 and p.status = 'NOT_ATTENDED'`,
  `insert into simpul.note_share (note_id, case_id, referral_id, scopes, basis_ids, text_sealed, shared_by, ended_at, ended_by, end_reason_sealed)
     select n.id, $1, r.id, '{OWN_REFERRAL}', b.ids, '\\x00', ${LEAD}, e.at, e.whose, e.why
       from simpul.referral r, lateral (select id from simpul.case_note where case_id = $1 and audience = 'TEAM' limit 1) n,
            lateral (select r.basis_ids union all select array[id] from simpul.lawful_basis where case_id = $1 and withdrawn_at is not null) b (ids),
            (values (null::timestamptz, null::uuid, null::bytea), (simpul.now(), ${SOMEBODY}, '\\x00')) e (at, whose, why)
      where r.case_id = $1 and cardinality(b.ids) > 0 and (e.at is not null or b.ids = r.basis_ids)`,
  `insert into simpul.legal_step (case_id, kind, at, known_at, recorded_by, withdrawn_at, withdrawn_by, withdrawal_reason_sealed)
     select $1, 'SPDP', simpul.now(), simpul.now(), ${LEAD}, w.at, w.whose, w.why
       from (values (null::timestamptz, null::uuid, null::bytea), (simpul.now(), ${SOMEBODY}, '\\x00')) w (at, whose, why)`,
  `insert into simpul.deadline_acknowledgement (account_id, deadline_id) select ${MEMBER}, id from simpul.deadline where case_id = $1`,
  `update simpul.deadline set status = 'missed', missed_at = simpul.now() where id in (
     select id from simpul.deadline where case_id = $1 and status = 'running' order by referral_id nulls first limit 1)`,
  // Sent once and taken back: whoever got it sees that it was, and nothing of it.
  copy(
    'referral',
    'r',
    {
      number: `number || '-b'`,
      slip_code: 'null',
      status: `'cancelled'`,
      cancelled_by: `'SENDER'`,
      ended_at: 'simpul.now()',
    },
    `from simpul.referral r where case_id = $1 and to_agency_id = ${agency('rsud-igd')}`,
  ),
  // Asked of several, and nobody has accepted: its receiver sees the question and nothing that comes with it. It rests on a
  // consent of its own.
  copy(
    'lawful_basis',
    'b',
    {},
    `from simpul.lawful_basis b where case_id = $1 order by recorded_at, id limit 1`,
  ),
  copy(
    'referral',
    'r',
    {
      number: `number || '-bare'`,
      slip_code: 'null',
      status: `'requested'`,
      held_from: 'null',
      fan_id: 'gen_random_uuid()',
      bare: 'true',
      case_number: 'null',
      risk: 'null',
      basis_ids: `(select array[b.id] from simpul.lawful_basis b where b.case_id = $1 and not exists (
        select 1 from simpul.referral o where b.id = any (o.basis_ids)) limit 1)`,
    },
    `from simpul.referral r where case_id = $1 and to_agency_id = ${agency('rsud-igd')} and status <> 'cancelled' order by id limit 1`,
  ),
  // Under way, resting on a consent that is over.
  ...['withdrawn_at', 'expires_at'].flatMap((over) => [
    copy(
      'lawful_basis',
      'b',
      {
        withdrawn_at: 'null',
        expires_at: 'null',
        [over]: 'simpul.now()',
        withdrawn_by: over === 'withdrawn_at' ? LEAD : 'null',
      },
      `from simpul.lawful_basis b where case_id = $1 order by recorded_at, id limit 1`,
    ),
    copy(
      'referral',
      'r',
      {
        number: `number || '-${over}'`,
        slip_code: 'null',
        basis_ids: `(select array[b.id] from simpul.lawful_basis b where b.case_id = $1 and b.${over} is not null limit 1)`,
      },
      `from simpul.referral r where case_id = $1 and to_agency_id = ${agency('rsud-igd')} and status <> 'cancelled' and number not like '%-%_at'`,
    ),
  ]),
  // Under way, resting on a basis against the client's no that nobody has countersigned.
  copy(
    'lawful_basis',
    'b',
    {
      ...{ basis: `'KEPENTINGAN_VITAL'`, answer: 'null', given_by: `'NONE'`, told_client: 'true' },
      ...{ against_refusal: 'true', why_sealed: `'\\x00'`, withdrawn_at: 'null', withdrawn_by: 'null' },
      recorded_by: LEAD,
    },
    `from simpul.lawful_basis b where case_id = $1 order by recorded_at, id limit 1`,
  ),
  copy(
    'referral',
    'r',
    {
      number: `number || '-waiting'`,
      basis_ids: `(select array[b.id] from simpul.lawful_basis b where b.case_id = $1 and b.against_refusal limit 1)`,
    },
    `from simpul.referral r where case_id = $1 and to_agency_id = ${agency('rsud-igd')} and status <> 'cancelled' and number not like '%-%_at'`,
  ),
  ...['disclosure', 'referral_message', 'feedback'].map((table) =>
    copy(
      table,
      't',
      { referral_id: 'r.id' },
      `from simpul.referral r, (select * from simpul.${table} where case_id = $1 limit 1) t
        where r.case_id = $1 and not exists (select 1 from simpul.${table} o where o.referral_id = r.id)`,
    ),
  ),
  // A version that no receiver reads: its referral has not come to it.
  copy(
    'disclosure',
    't',
    { version: '2' },
    'from simpul.disclosure t where t.case_id = $1 and t.version = 1',
  ),
  copy(
    'referral_draft',
    't',
    { referral_id: 'r.id' },
    `from simpul.referral r, (select * from simpul.referral_draft where case_id = $1 limit 1) t
    where r.case_id = $1 and not exists (select 1 from simpul.referral_draft o where o.referral_id = r.id)`,
  ),
  copy(
    'deadline',
    'd',
    { referral_id: 'r.id', case_id: 'null' },
    `from simpul.referral r, (select * from simpul.deadline where case_id = $1 limit 1) d where r.case_id = $1`,
  ),
  // One closing waits in each open case, one was decided in the closed one.
  copy(
    'case_closing',
    'c',
    {
      status: `case when $2 < 2 then 'PROPOSED' else 'CLOSED' end`,
      proposed_by: LEAD,
      decided_by: `case when $2 = 2 then ${MEMBER} end`,
      decided_at: 'case when $2 = 2 then simpul.now() end',
      decision_sealed: 'null',
    },
    `from simpul.case_closing c where case_id = $1 order by turn desc limit 1`,
  ),
  copy(
    'screening',
    's',
    {
      status: `'PENDING_APPROVAL'`,
      risk: `'SEDANG'`,
      lowered: 'true',
      reason_sealed: `'\\x00'::bytea`,
      screened_by: LEAD,
    },
    `from simpul.screening s where case_id = $1 order by turn desc limit 1`,
  ),
  `insert into simpul.case_conflict (case_id, person_id, source, added_by, added_by_person, lifted_by, lifted_at)
     select $1, (select person_id from simpul.account where id = ${HEAD}), 'SELF', ${HEAD}, gen_random_uuid(), ${MEMBER}, simpul.now()`,
  `insert into simpul.case_conflict (case_id, person_id, source, added_by, added_by_person)
     select $1, gen_random_uuid(), 'INTEGRITY', a.id, a.person_id from simpul.account a where a.id = ${who('io-outside@inspektorat')}`,
  // Nobody decided on these two: received in the unit, in another office.
  ...[
    { whose: MEMBER, office: UNIT },
    { whose: SOMEBODY, office: agency('lain') },
  ].flatMap(({ whose, office }) => [
    copy(
      'report',
      'r',
      {
        case_id: 'null',
        status: `'RECEIVED'`,
        sealed_by: `'SERVER'`,
        people_sealed: `'\\x00'::bytea`,
        received_by: `${whose}`,
        agency_id: `${office}`,
        decided_at: 'null',
        decided_by: 'null',
      },
      `from simpul.report r where case_id = $1 limit 1`,
    ),
  ]),
  copy(
    'deadline',
    'd',
    { report_id: 'r.id', case_id: 'null', referral_id: 'null' },
    `from simpul.report r, (select * from simpul.deadline where case_id = $1 limit 1) d where r.case_id is null and $1 is not null`,
  ),
  `insert into simpul.identity_reveal (account_id, report_id, purpose_sealed) select ${MEMBER}, id, '\\x00' from simpul.report where case_id is null and $1 is not null`,
];

/** Rows for every table and every state that a line of the page speaks of; the second case is a family's, the third a family's and closed. */
export async function furnish(admin: pg.Client, cases: FurnishedCase[]): Promise<void> {
  const columns = await columnsOf(admin);
  await admin.query('begin');
  // Triggers and foreign keys rest: a row of each state is wanted, not the way to it.
  await admin.query('set local session_replication_role = replica');
  for (const statement of [...REST, ...READING]) await admin.query(textOf(statement, columns));
  for (const [at, { caseId }] of cases.entries())
    for (const statement of [...OF_A_CASE, ...nearMisses()])
      await admin.query(
        textOf(statement, columns).replaceAll('$1', `'${caseId}'::uuid`).replaceAll('$2', String(at)),
      );
  const [first, second, third] = cases.map(({ caseId }) => caseId);
  for (const [mailbox, caseId] of Object.entries(INTERESTED(first!, second!))) {
    await admin.query(
      `insert into simpul.case_conflict (case_id, person_id, source, added_by, added_by_person)
         select $1, person_id, 'COLLEAGUE', ${MEMBER}, gen_random_uuid() from simpul.account where email = $2`,
      [caseId, `${mailbox}.simpul.example`],
    );
  }
  // Where the reported person works, whoever is not on the team by name learns nothing.
  await admin.query(
    `update simpul.person set employer_agency_id = ${agency('rsud-igd')} where case_id = $1 and kind = 'REPORTED'`,
    [third],
  );
  // Leading a case is enough to see it, without a line in its team.
  await admin.query(`delete from simpul.case_member where case_id = $1 and account_id = ${LEAD}`, [first]);
  await admin.query(
    `update simpul.case_file set mandate = 'FAMILY', tracks = '{}', closed_at = case when id = $1 then simpul.now() end
      where id in ($1, $2)`,
    [third, second],
  );
  await admin.query('commit');
}

/** Whoever has an interest in a case: on its team, guarding it, receiving its referral, leading it. */
const INTERESTED = (first: string, second: string): Record<string, string> => ({
  'ps-team@uptd-ppa': first,
  'io-team@inspektorat': first,
  'cw-receiver@rsud-igd': first,
  'pendamping@uptd-ppa': second,
});
