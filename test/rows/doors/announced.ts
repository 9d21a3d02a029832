import type { Scene } from '../doors.js';
import { who } from '../statements.js';
import { DRAFT, HOSPITAL, LEAD, ONE_REFERRAL, OPEN, SEALED, changed, named, referral } from './things.js';

/** What these functions would tell open pages: nobody hears it before a transaction ends, and this one never does. */
const HEARD = [
  'create schema heard',
  'create table heard.said (what jsonb)',
  `create function heard.pg_notify(text, what text) returns void language sql security definer as 'insert into heard.said values (what::jsonb)'`,
  'grant usage on schema heard to public',
  ...['wake_receivers(uuid)', 'announce_notification()'].map(
    (each) => `alter function simpul.${each} set search_path = heard, pg_catalog`,
  ),
];

const BASIS = `(select basis_ids[1] from simpul.referral where number = 'PBM-R-2026-0001')`;
const ANOTHER = 'gen_random_uuid()';

/** Something that rests on a basis: of which case, for which referral, and whether it is over. */
const rests = (table: string, of: string, which: string, on: string, more = ''): string =>
  `insert into simpul.${table} select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), '${table === 'note_share' ? 'note_id' : 'conference_id'}', gen_random_uuid(), 'case_id', ${of}, 'referral_id', ${referral(which)}, 'basis_ids', jsonb_build_array(${on}), 'created_at', simpul.now() + interval '1 minute'${more}))).* from simpul.${table} s where s.id = (select id from simpul.${table} order by id limit 1)`;

const live = `, 'ended_at', null, 'ended_by', null, 'end_reason_sealed', null`;
const over = `, 'ended_at', simpul.now(), 'ended_by', ${LEAD}, 'end_reason_sealed', '\\x00'::bytea`;

export const announced: Scene[] = [
  {
    name: 'what is told to open pages',
    so: [
      ...HEARD,
      ONE_REFERRAL,
      ...[
        rests('note_share', OPEN, '0002', BASIS, live),
        rests('note_share', SEALED, '0003', BASIS, live),
        rests('note_share', OPEN, '0004', BASIS, over),
        rests('note_share', OPEN, '0004', ANOTHER, live),
        rests('conference_seat', SEALED, '0003', BASIS),
        rests('conference_seat', OPEN, '0005', ANOTHER),
        rests('conference_seat', OPEN, '0006', BASIS),
      ],
      ...['note_share', 'conference_seat'].map(
        (table) => `delete from simpul.${table} where created_at <= simpul.now()`,
      ),
      `update simpul.account set active = false where id = ${who('petugas@rsud-igd')}`,
      `update simpul.referral set to_agency_id = (select to_agency_id from simpul.referral where number = 'PBM-R-2026-0001') where id = ${DRAFT}`,
      `update simpul.account set made_by = ${LEAD}, must_change_password = true, waits_for_release = true where id = ${who('cw-former@uptd-ppa')}`,
      `update simpul.account set reset_by = ${LEAD}, reset_at = simpul.now(), must_change_password = true, waits_for_release = true where id in (${who('cw-office@uptd-ppa')}, ${who('cw-future@uptd-ppa')})`,
      `update simpul.account set made_by = ${LEAD}, let_in_by = ${who('sv-office@uptd-ppa')}, let_in_at = simpul.now() where id = ${who('cw-future@uptd-ppa')}`,
    ],
    things: {
      basis: BASIS,
      sent: referral('0001'),
      draft: `select id from simpul.referral where status = 'draft' and to_agency_id = ${HOSPITAL} order by id limit 1`,
      me: LEAD,
      newcomer: who('cw-former@uptd-ppa'),
      whoWasReset: who('cw-office@uptd-ppa'),
      whoWasLetInAndReset: who('cw-future@uptd-ppa'),
    },
    doors: [
      'update simpul.lawful_basis set withdrawn_at = simpul.now(), withdrawn_by = $me where id = $basis',
      ...['sent', 'draft'].map(
        (which) =>
          `update simpul.referral set status = 'cancelled', cancelled_by = 'SENDER', ended_at = simpul.now() where id = $${which}`,
      ),
      `insert into simpul.notification (account_id, message, topic) select $me, 'referral.sent', 'referral.sent'`,
      ...['newcomer', 'whoWasReset', 'whoWasLetInAndReset'].map(
        (whose) => `update simpul.account set must_change_password = false where id = $${whose}`,
      ),
    ],
    bare: true,
    after: `select concat_ws('; ', (select string_agg(concat_ws(' ', s.what ->> 'topic', r.number, ${named('a')}), ', ' order by r.number, a.email) from heard.said s join simpul.account a on a.id = (s.what ->> 'account')::uuid left join simpul.referral r on r.id = (s.what ->> 'id')::uuid), ${changed('outbox', 't.topic')})`,
    by: ['pendamping@uptd-ppa'],
  },
];
