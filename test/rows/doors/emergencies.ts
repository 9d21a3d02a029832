import type { Scene } from '../doors.js';
import { who } from '../statements.js';
import { ADMIN, LASTS, OPEN, SEALED, emergency, newest, referral } from './things.js';

/** What was done in the first of them, and what nearly was: by another, of another case, before it and after it. */
const USES = [
  ['emergencyAccess.read', 'cw-outside@puspaga', OPEN, '0 s'],
  ['emergencyAccess.notesRead', 'cw-outside@puspaga', OPEN, '0 s'],
  ['emergencyAccess.revealed', 'cw-outside@puspaga', OPEN, '0 s'],
  ['emergencyAccess.noted', 'cw-outside@puspaga', OPEN, '0 s'],
  ['emergencyAccess.noted', 'sv-office@uptd-ppa', OPEN, '0 s'],
  ['emergencyAccess.noted', 'cw-outside@puspaga', SEALED, '0 s'],
  ['emergencyAccess.noted', 'cw-outside@puspaga', OPEN, '61 s'],
  ['emergencyAccess.noted', 'cw-outside@puspaga', OPEN, '-3600 s'],
].map(
  ([act, whose, of, ago]) =>
    `insert into ledger.entry (id, at, actor_id, actor_role, actor_agency, act, object_kind, object_id, case_ref, decision, facts, leaf)
       select gen_random_uuid(), simpul.now() - interval '${ago}', ${who(whose!)}, 'case_worker', null, '${act}', 'other', gen_random_uuid(), k.ledger_ref, 'allowed', '{}', sha256(gen_random_uuid()::text::bytea)
         from simpul.case_key k where k.case_id = ${of}`,
);

export const emergencies: Scene[] = [
  {
    name: 'a case was opened in an emergency',
    so: [
      'delete from simpul.emergency_access',
      emergency(who('cw-outside@puspaga'), `interval '1 minute'`, LASTS),
      emergency(who('sv-outside@puspaga'), `interval '2 hours'`, LASTS),
      emergency(
        who('cw-office@uptd-ppa'),
        `interval '10 minutes'`,
        `simpul.now(), id, null, null, null, null`,
      ),
      emergency(
        who('cw-former@uptd-ppa'),
        `interval '2 hours'`,
        `null, null, simpul.now(), ${ADMIN}, gen_random_uuid(), 'JUSTIFIED'`,
      ),
      emergency(who('sv-team@uptd-ppa'), `interval '2 hours'`, LASTS),
      emergency(who('ic-office@uptd-ppa'), `interval '2 hours'`, LASTS).replace(OPEN, SEALED),
      ...USES,
    ],
    things: {
      lasts: newest('emergency_access', `account_id = ${who('cw-outside@puspaga')}`),
      over: newest('emergency_access', `account_id = ${who('sv-outside@puspaga')}`),
      ended: newest('emergency_access', `account_id = ${who('cw-office@uptd-ppa')}`),
      reviewed: newest('emergency_access', `account_id = ${who('cw-former@uptd-ppa')}`),
      ofAHead: newest('emergency_access', `account_id = ${who('sv-team@uptd-ppa')}`),
      ofTheSealed: newest('emergency_access', `account_id = ${who('ic-office@uptd-ppa')}`),
      none: 'gen_random_uuid()',
    },
    doors: ['lasts', 'over', 'ended', 'reviewed', 'ofAHead', 'ofTheSealed', 'none'].flatMap((which) => [
      `simpul.may_review_emergency($${which})`,
      `simpul.end_emergency($${which})`,
      `simpul.review_emergency($${which}, 'JUSTIFIED')`,
      `(select concat_ws(' ', looks, reveals, notes) from simpul.emergency_use($${which}))`,
    ]),
  },
  {
    // An update that reads no column asks no policy for reading: what an emergency takes is held by the policy for changing.
    name: 'what was decided and is not signed, in an emergency',
    so: [
      'delete from simpul.emergency_access',
      'delete from simpul.conference_decision',
      emergency(who('ic-receiver@rsud-igd'), `interval '1 minute'`, LASTS),
      emergency(who('cw-outside@puspaga'), `interval '1 minute'`, LASTS),
      `insert into simpul.conference_decision (conference_id, conference_item_id, case_id, referral_id, text_sealed, due_at)
         select i.conference_id, i.id, i.case_id, ${referral('0001')}, '\\x00', simpul.now()
           from simpul.conference_item i join simpul.conference c on c.id = i.conference_id
          where c.case_id = ${OPEN} and c.status = 'PLANNED' order by i.id limit 1`,
    ],
    things: {},
    doors: [
      'update simpul.conference_decision set taken_back = true',
      'update simpul.conference_decision set done_at = simpul.now(), done_by = ctx.account_id()',
    ],
  },
];
