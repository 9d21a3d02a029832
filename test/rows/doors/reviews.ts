import type { Scene } from '../doors.js';
import { agency, who } from '../statements.js';
import { entry, its, like, made } from './made.js';
import { LEAD, ONE_REFERRAL, OPEN, SEALED } from './things.js';

/** Long before everything else in the world, so that nothing else is found. */
const THEN = `timestamptz '2020-01-15 08:00Z'`;
const at = (shift: string): string => `${THEN} + interval '${shift}'`;

const ref = (of: string): string => `(select ledger_ref from simpul.case_key where case_id = ${of})`;

const OUTSIDER = who('cw-outside@puspaga');
const COLLEAGUE = who('cw-office@uptd-ppa');

/** Somebody reads in the open case; the act says what is particular about them. */
const reads = (act: string, by: string, more: Record<string, string> = {}): string =>
  entry(`read.${act}`, { by, at: THEN, case_ref: ref(OPEN), ...more });

const member = (name: string, whose: string, since: string, until = 'null', of = OPEN): string =>
  like('case_member', name, { case_id: of, account_id: whose, since, until });

const shift = (name: string, changes: Record<string, string>): string =>
  like('duty_shift', name, {
    account_id: 'gen_random_uuid()',
    stand_in_account_id: 'null',
    starts_at: at('-1 hour'),
    ends_at: at('1 hour'),
    removed_at: 'null',
    removed_by: 'null',
    ...changes,
  });

/** Somebody on duty, whoever stands in, and near misses of each. */
const SHIFTS = [
  shift('onDuty', { account_id: who('petugas@pn'), stand_in_account_id: who('petugas@pa') }),
  shift('removed', { account_id: who('petugas@lpsk'), removed_at: THEN, removed_by: LEAD }),
  shift('later', { account_id: who('petugas@kejari'), starts_at: at('1 second') }),
  shift('earlier', { account_id: who('petugas@bapas'), ends_at: THEN }),
];
const READ_ON_DUTY = [
  reads('onDuty', who('petugas@pn')),
  reads('standingIn', who('petugas@pa')),
  reads('dutyTakenAway', who('petugas@lpsk')),
  reads('beforeDuty', who('petugas@kejari')),
  reads('afterDuty', who('petugas@bapas')),
];

const sends = (name: string, to: string, changes: Record<string, string> = {}): string =>
  like(
    'referral',
    name,
    { to_agency_id: agency(to), number: `'${name}'`, slip_code: 'null', fan_id: 'null', ...changes },
    `number = 'PBM-R-2026-0001'`,
  );

const absent = (name: string, whose: string, changes: Record<string, string> = {}): string =>
  like('absence', name, {
    account_id: whose,
    starts_at: THEN,
    ends_at: at('1 hour'),
    removed_at: 'null',
    removed_by: 'null',
    ...changes,
  });

/** Somebody of the hospital opens a referral that a colleague has taken on. */
const opens = (act: string, of: string, more: Record<string, string> = {}): string =>
  reads(act, who('ao-receiver@rsud-igd'), { object_kind: `'referral'`, object_id: of, ...more });
const WITH_OTHERS = ['withColleague', 'whoIsAway', 'whoWasAway', 'whoWillBeAway', 'whoIsNotAwayAfterAll'];
const TAKEN_ON = [
  ...WITH_OTHERS.map((name) => sends(name, 'rsud-igd', { responsible_account_id: `md5('${name}')::uuid` })),
  sends('withThemself', 'rsud-igd', { responsible_account_id: who('ao-receiver@rsud-igd') }),
  sends('ofAnotherOffice', 'puspaga', { responsible_account_id: LEAD }),
  absent('away', `md5('whoIsAway')::uuid`),
  absent('wasAway', `md5('whoWasAway')::uuid`, { starts_at: at('-1 hour'), ends_at: THEN }),
  absent('willBeAway', `md5('whoWillBeAway')::uuid`, { starts_at: at('1 second') }),
  absent('notAway', `md5('whoIsNotAwayAfterAll')::uuid`, { removed_at: THEN, removed_by: LEAD }),
];

const LOOKS = `array['case.read']`;
/** In each hour another case; a name per person of what only they did. */
const hour = (whose: string, day: number, cases: number, more: Record<string, string> = {}): string[] =>
  Array.from({ length: cases }, () =>
    entry('case.read', { by: whose, at: at(`${day} days`), case_ref: 'gen_random_uuid()', ...more }),
  );
const USUAL = {
  reader: who('kepala@rsud-igd'),
  early: who('ah-receiver@rsud-igd'),
  late: who('ao-receiver@rsud-igd'),
  denied: who('cw-receiver@rsud-igd'),
  ofNoCase: who('ic-receiver@rsud-igd'),
  otherwise: who('ps-receiver@rsud-igd'),
  elsewhere: LEAD,
};

export const reviews: Scene[] = [
  {
    name: 'what the ledger says of a day, for its review',
    so: [
      ONE_REFERRAL,
      `delete from simpul.case_member where case_id in (${OPEN}, ${SEALED})`,
      reads('owner', LEAD),
      reads('outsider', OUTSIDER),
      member('ofAnother', COLLEAGUE, at('-1 day'), 'null', SEALED),
      reads('memberOfAnotherCase', COLLEAGUE),
      member('now', who('cw-team@uptd-ppa'), at('0.5 seconds')),
      reads('memberFromThisMoment', who('cw-team@uptd-ppa')),
      member('soon', who('cw-future@uptd-ppa'), at('2 seconds')),
      reads('memberLater', who('cw-future@uptd-ppa')),
      member('until', who('ic-team@uptd-ppa'), at('-1 day'), THEN),
      reads('memberToTheEnd', who('ic-team@uptd-ppa')),
      member('former', who('cw-former@uptd-ppa'), at('-1 day'), at('-1 second')),
      reads('memberBefore', who('cw-former@uptd-ppa')),
      reads('supervisorOfTheUnit', who('sv-office@uptd-ppa')),
      reads('supervisorOfAnotherOffice', who('sv-outside@puspaga')),
      reads('receiver', who('ao-receiver@rsud-igd')),
      sends('draft', 'dinkes', { number: 'null', sent_at: 'null', status: `'draft'` }),
      reads('officeOfADraft', who('ao-outside@dinkes')),
      sends('ofAnotherCase', 'kemenag', { case_id: SEALED }),
      reads('receiverOfAnotherCase', who('petugas@kemenag')),
      `update simpul.account set active = false where id = ${who('sv-outside@puspaga')}`,
      ...SHIFTS,
      ...READ_ON_DUTY,
      ...[`'denied'`, `'refused'`, `'allowed'`].map((decision) =>
        reads(`ofNoCase.${decision.slice(1, -1)}`, OUTSIDER, { case_ref: 'null', decision }),
      ),
      reads('ofNoCase.asked', OUTSIDER, { case_ref: 'null' }),
      reads('atTheStart', LEAD, { at: at('-1 day') }),
      reads('beforeTheStart', LEAD, { at: at('-1 day -1 second') }),
      reads('atTheEnd', LEAD, { at: at('1 day') }),
      reads('ofNobody', 'null::uuid'),
    ],
    things: {},
    doors: [
      `select string_agg(concat_ws(' ', substr(act, 6), 'outside ' || coalesce(outside::text, 'no case'), case when on_duty then 'duty' end, case when not office_has_supervisor then 'unsupervised' end, case when reported_at is not null then 'reported' end, case when closed_at is not null then 'closed' end), ', ') from simpul.reviewable_entries(${at('-1 day')}, ${at('1 day')}, array['read.ofNoCase.asked'])`,
    ],
    reads: true,
    as: 'worker',
  },
  {
    name: 'what was read of late',
    so: [
      ...SHIFTS,
      ...READ_ON_DUTY,
      ...TAKEN_ON,
      ...WITH_OTHERS.map((name) => opens(name, its(name))),
      opens('withThemself', its('withThemself')),
      opens('ofAnotherOffice', its('ofAnotherOffice')),
      opens('noReferral', its('withColleague'), { object_kind: `'case'` }),
      opens('byAHead', its('withColleague'), { by: who('ah-receiver@rsud-igd') }),
      reads('found', LEAD),
      reads('found', LEAD, { facts: `'{"searched": true}'` }),
      reads('found', LEAD, { facts: `'{"searched": false}'` }),
      reads('found', LEAD, { case_ref: 'null' }),
      reads('ofNoCase', LEAD, { case_ref: 'null' }),
      reads('denied', LEAD, { decision: `'denied'` }),
      reads('atTheStart', LEAD, { at: at('-1 day') }),
      reads('ofNobody', 'null::uuid'),
    ],
    things: made(...WITH_OTHERS, 'withThemself', 'ofAnotherOffice'),
    doors: [
      `select string_agg(concat_ws(' ', substr(act, 6), case when case_ref is null then 'no case' end, case when searched then 'searched' end, case when on_duty then 'duty' end, 'with ' || others_packet), ', ') from simpul.recent_reading(${at('-1 day')}, array['read.found']) where at < ${at('1 day')}`,
    ],
    reads: true,
    as: 'worker',
  },
  {
    name: 'how much somebody usually reads in an hour',
    so: [
      ...hour(USUAL.reader, 0, 2),
      ...hour(USUAL.reader, 1, 2),
      ...hour(USUAL.early, 0, 1),
      ...hour(USUAL.early, -2, 9),
      ...hour(USUAL.late, 0, 1),
      ...hour(USUAL.late, 10, 9),
      ...hour(USUAL.denied, 0, 1),
      ...hour(USUAL.denied, 1, 9, { decision: `'denied'` }),
      ...hour(USUAL.ofNoCase, 0, 1, { case_ref: 'null' }),
      ...hour(USUAL.otherwise, 0, 1),
      ...hour(USUAL.otherwise, 1, 9, { act: `'case.written'` }),
      ...hour(USUAL.elsewhere, 0, 9),
    ],
    things: USUAL,
    doors: Object.keys(USUAL).map(
      (name) =>
        `select concat_ws(' ', coalesce(own::text, 'never'), coalesce(team::text, 'nobody')) from simpul.usual_reading($${name}, ${LOOKS}, ${at('-1 day')}, ${at('10 days')})`,
    ),
    reads: true,
    as: 'worker',
  },
  ...[
    { name: 'one is left', of: `where id <> ${its('asked')}` },
    { name: 'all are', of: '' },
  ].map(({ name, of }) => ({
    name: `the picks of a day are reviewed: ${name}`,
    so: [
      `update simpul.review_item set review_day_id = (select id from simpul.review_day limit 1), status = 'open', outcome = null, reviewed_by = null, reviewed_at = null`,
      like('review_item', 'asked', { status: `'asked'`, asked_by: LEAD, asked_at: THEN }),
      `update simpul.review_item set status = 'done', outcome = 'IN_ORDER', reviewed_by = ${LEAD}, reviewed_at = simpul.now() ${of}`,
      // Another day is not.
      like('review_item', 'ofAnotherDay', {
        ...{ review_day_id: its('another day'), status: `'asked'`, asked_by: LEAD, asked_at: THEN },
        ...{ outcome: 'null', reviewed_by: 'null', reviewed_at: 'null' },
      }),
    ],
    things: {
      day: `select review_day_id from simpul.review_item where review_day_id <> ${its('another day')} limit 1`,
    },
    doors: ['simpul.review_day_is_done($day)'],
    reads: true as const,
    by: ['io-outside@inspektorat', 'cw-office@uptd-ppa'],
  })),
];
