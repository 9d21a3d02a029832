import {
  agency,
  copy,
  HASH,
  HEAD,
  LEAD,
  LEGAL,
  MEMBER,
  OFFICER,
  SOMEBODY,
  UNIT,
  who,
  type Statement,
} from './statements.js';

/** What hangs on no case. The rows need not have come about by an act: policies ask only what they say. */
export const REST: Statement[] = [
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
export const READING = [LEAD, who('io-outside@inspektorat')].flatMap((whose) => [
  `insert into simpul.alarm (kind, agency_id, account_id, code, told, next_climb_at)
     select 'UNUSUAL_READING', ${UNIT}, ${whose}, 'MANY_CASES', array[${HEAD}, ${OFFICER}], simpul.now()`,
  `insert into simpul.reading_found (account_id, rule, counted, from_at, to_at)
     select ${whose}, 'MANY_CASES', 40, simpul.now() - interval '1 hour', simpul.now()`,
]);
