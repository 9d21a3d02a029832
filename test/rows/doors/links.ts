import type { Scene } from '../doors.js';
import { LATER, LEAD, changed, referral } from './things.js';

const HOLDER = `(select id from simpul.account where role = 'link_holder' limit 1)`;

const link = (token: string, which: string, more = `${LATER}, null`): string =>
  `insert into simpul.referral_link (referral_id, case_id, kind, token_hash, code_hash, issued_by, expires_at, spent_at, account_id, session_hash, session_until, revoked_at)
     select id, case_id, 'LINK', sha256('${token}'), '\\x00', ${LEAD}, ${LATER}, simpul.now(), ${HOLDER}, sha256('${token}'), ${more} from simpul.referral where number = 'PBM-R-2026-${which}'`;

const basis = (n: number, ends: string): string =>
  `insert into simpul.lawful_basis select (jsonb_populate_record(b, jsonb_build_object('id', '00000000-0000-4000-8000-00000000000${n}', 'expires_at', simpul.now() + interval '${ends}'))).* from simpul.lawful_basis b where b.id = (select basis_ids[1] from simpul.referral where number = 'PBM-R-2026-0001')`;

const shared = (n: number, which: string, ended: boolean): string =>
  `insert into simpul.note_share select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'note_id', gen_random_uuid(), 'referral_id', ${referral(which)}, 'basis_ids', jsonb_build_array('00000000-0000-4000-8000-00000000000${n}'), 'ended_at', ${ended ? `simpul.now(), 'ended_by', ${LEAD}, 'end_reason_sealed', '\\x00'::bytea` : `null, 'ended_by', null, 'end_reason_sealed', null`}))).* from simpul.note_share s where s.id = (select id from simpul.note_share order by id limit 1)`;

export const links: Scene[] = [
  {
    name: 'the page of a link',
    so: [
      link('satu', '0001'),
      link('dicabut', '0001', `${LATER}, simpul.now()`),
      link('lewat', '0001', 'simpul.now(), null'),
      link('batal', '0002'),
      `update simpul.referral set status = 'cancelled', cancelled_by = 'SENDER', ended_at = simpul.now() where id = ${referral('0002')}`,
      link('bertanya', '0001-bare'),
      link('ditarik', '0001-withdrawn_at'),
    ],
    things: { version: `select packet_version from simpul.referral where number = 'PBM-R-2026-0001'` },
    doors: ['satu', 'dicabut', 'lewat', 'batal', 'bertanya', 'ditarik', 'tiada'].flatMap((token) => [
      `select count(*) from simpul.link_session('${token}')`,
      `simpul.link_page_stands('${token}', $version::int)`,
      ...(token === 'satu' ? [`simpul.link_page_stands('satu', $version::int + 1)`] : []),
      `select count(*) from ctx.enter('${token}')`,
    ]),
    bare: true,
    by: ['ao-receiver@rsud-igd'],
  },
  {
    name: 'the holder of a link leaves',
    so: [link('satu', '0001')],
    things: {},
    doors: ['select count(*) from simpul.end_link_session()'],
    after: `select ${changed('referral_link', '(t.session_until <= simpul.now())::text')}`,
    by: ['the holder of a link', 'ao-receiver@rsud-igd'],
  },
  {
    name: 'when a page closes by itself',
    so: [
      'delete from simpul.note_share where id not in (select id from simpul.note_share limit 1)',
      basis(1, '4 hours'),
      basis(2, '3 hours'),
      basis(3, '2 hours'),
      basis(4, '-1 hour'),
      basis(5, '1 hour'),
      shared(1, '0001', false),
      shared(2, '0001', true),
      shared(3, '0002', false),
      shared(4, '0001', false),
      shared(1, '0001-b', false),
      // A referral elsewhere rests on what ends first.
      `update simpul.referral set basis_ids = array['00000000-0000-4000-8000-000000000005'::uuid] where id = ${referral('0003')}`,
    ],
    things: { sent: referral('0001'), cancelled: referral('0001-b'), elsewhere: referral('0002') },
    doors: ['sent', 'cancelled', 'elsewhere'].map(
      (which) => `select simpul.view_closes_at($${which}) - simpul.now()`,
    ),
    by: ['ao-receiver@rsud-igd', 'ao-outside@dinkes'],
  },
];
