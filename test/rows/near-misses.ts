import {
  agency,
  copy,
  FIRST,
  HEAD,
  LEAD,
  MEMBER,
  OFFICER,
  SOMEBODY,
  TO_THE_HOSPITAL,
  who,
  type Statement,
} from './statements.js';

const PSYCHOLOGIST = who('ps-team@uptd-ppa');

/** A deadline that hangs on several things at once; each at a minute of its own, because one thing has each rule once. */
let minute = 0;
function deadlineOf(changes: Record<string, string>, from: string): Statement {
  minute += 1;
  const none = { case_id: 'null', referral_id: 'null', report_id: 'null', about_id: 'null' };
  return copy(
    'deadline',
    'd',
    { ...none, trigger_at: `d.trigger_at + interval '${minute} minutes'`, ...changes },
    `${from}, (select * from simpul.deadline where case_id = $1 and about_id is null limit 1) d`,
  );
}
const DAY = `from (select * from simpul.review_day order by side, agency_id limit 1) v`;
const ITS_REPORT = `(select * from simpul.report where case_id = $1 limit 1) p`;
const EMERGENCY = `from (select * from simpul.emergency_access where case_id = $1 and account_id = ${who('cw-outside@puspaga')}) e`;

/**
 * Rows that miss what a policy asks by one thing alone: without them, a condition could go and nobody would see it. They
 * need not be able to come about; that is another guard's business.
 */
export function nearMisses(): Statement[] {
  return [
    // What is kept from somebody is kept under each of its names.
    ...['$1::uuid', '(select id from simpul.report where case_id = $1 limit 1)'].map(
      (thing) =>
        `insert into ledger.entry (id, at, actor_id, actor_role, actor_agency, act, object_kind, object_id, decision, facts, leaf)
           select gen_random_uuid(), simpul.now(), ${MEMBER}, 'case_worker', ${agency('uptd-ppa')}, 'other.act', 'other', ${thing},
                  'allowed', '{}', sha256(gen_random_uuid()::text::bytea)`,
    ),
    // What is told of bait, in an entry of one's own: nobody but a guard writes one, and they read it as a guard.
    `insert into ledger.entry (id, at, actor_id, actor_role, actor_agency, act, object_kind, object_id, decision, facts, leaf)
       select gen_random_uuid(), simpul.now(), ${MEMBER}, 'case_worker', ${agency('uptd-ppa')}, 'other.act', 'bait', gen_random_uuid(),
              'allowed', '{}', sha256(gen_random_uuid()::text::bytea) where $2 = 0`,
    `insert into simpul.review_item (review_day_id, entry_ids, first_at, last_at, reason, subject_account_id, case_ref)
       select d.id, array[gen_random_uuid()], simpul.now(), simpul.now(), 'chance', ${MEMBER}, k.ledger_ref
         from simpul.review_day d, simpul.case_key k where k.case_id = $1`,
    ...[LEAD, MEMBER, HEAD, OFFICER].flatMap((whose) =>
      [
        { case_id: '$1::uuid' },
        { report_id: '(select id from simpul.report where case_id = $1 limit 1)' },
        { referral_id: `(select r.id from ${TO_THE_HOSPITAL})`, case_id: '$1::uuid' },
      ].map(
        (of) =>
          `insert into simpul.notification (account_id, message, topic, ${Object.keys(of).join(', ')})
             select ${whose}, 'case.opened', 'case.opened', ${Object.values(of).join(', ')}`,
      ),
    ),
    // A time limit of a review or an emergency that hangs on something else as well, and the reverse.
    deadlineOf({ about_id: 'v.id', case_id: '$1::uuid' }, DAY),
    deadlineOf({ about_id: 'v.id', referral_id: 'r.id' }, `${DAY}, ${TO_THE_HOSPITAL}`),
    deadlineOf({ about_id: 'v.id', report_id: 'p.id' }, `${DAY}, ${ITS_REPORT}`),
    deadlineOf({ report_id: 'p.id' }, `from ${ITS_REPORT}`),
    // Missed, which the head of the lead office is shown, whatever it hangs on.
    deadlineOf(
      {
        report_id: 'p.id',
        status: `'missed'`,
        missed_at: 'simpul.now()',
        paused_at: 'null',
        ended_at: 'null',
      },
      `from ${ITS_REPORT}`,
    ),
    deadlineOf(
      { report_id: 'p.id', case_id: '$1::uuid' },
      'from (select * from simpul.report where case_id is null limit 1) p',
    ),
    deadlineOf(
      { report_id: 'p.id', referral_id: 'r.id' },
      `from (select * from simpul.report where case_id is null limit 1) p, ${TO_THE_HOSPITAL}`,
    ),
    deadlineOf({ referral_id: 'r.id', case_id: FIRST }, `from ${TO_THE_HOSPITAL}`),
    deadlineOf({ referral_id: 'r.id', case_id: '$1::uuid' }, `from ${TO_THE_HOSPITAL}`),
    deadlineOf({ about_id: 'e.id', slug: `'break-glass-review'` }, EMERGENCY),
    deadlineOf({ about_id: 'e.id' }, EMERGENCY),
    deadlineOf({ about_id: 'e.id', case_id: '$1::uuid', slug: `'break-glass-review'` }, EMERGENCY),
    // A rule of the reading, and an alarm of the same person that is about another.
    `insert into simpul.reading_found (account_id, rule, counted, from_at, to_at)
       select ${MEMBER}, 'ANOTHER_RULE', 40, simpul.now() - interval '1 hour', simpul.now() where $2 = 0`,
    `insert into simpul.reading_found (account_id, rule, counted, from_at, to_at)
       select ${LEAD}, 'ANOTHER_RULE', 40, simpul.now() - interval '1 hour', simpul.now() where $2 = 0`,
    `insert into simpul.alarm (kind, agency_id, account_id, code, told, next_climb_at)
       select 'CHANNEL_FAILED', ${agency('uptd-ppa')}, ${MEMBER}, 'ANOTHER_RULE', array[${HEAD}], simpul.now() where $2 = 0`,
    `insert into simpul.alarm (kind, agency_id, account_id, code, told, resolved_at, resolved_by, note_sealed, outcome)
       select 'UNUSUAL_READING', ${agency('uptd-ppa')}, ${MEMBER}, 'MANY_CASES', array[${HEAD}], simpul.now(), ${HEAD}, '\\x00',
              'EXPLAINED' where $2 = 0`,
    // Bait that was read, and answered.
    `insert into simpul.alarm (kind, agency_id, account_id, code, told, resolved_at, resolved_by, note_sealed, outcome)
       select 'BAIT_READ', ${agency('uptd-ppa')}, ${MEMBER}, 'x', array[${HEAD}], simpul.now(), ${HEAD}, '\\x00', 'EXPLAINED' where $2 = 0`,
    // An officer who receives and was put on the team by mistake: two policies, of which neither lets them take it back.
    `insert into simpul.case_member (case_id, account_id, agency_id, since)
       select $1, a.id, a.agency_id, simpul.now() - interval '1 day' from simpul.account a
        where a.id = ${who('ao-receiver@rsud-igd')} and $2 = 0`,
    // Approved under this name, and for another rule.
    `insert into simpul.rule_proposal (id, slug, applies_to_open, effective_from, kind, proposed_by, proposed_by_person, reason, rule,
                                       status, decided_at, decided_by, decided_by_person)
       select r.id, p.slug, false, '2026-05-01', 'VERSION', p.proposed_by, p.proposed_by_person, '-', '{}', 'APPROVED', simpul.now(),
              p.decided_by, p.decided_by_person
         from simpul.deadline_rule r, (select * from simpul.rule_proposal where status = 'APPROVED' limit 1) p
        where $2 = 0 and not exists (select 1 from simpul.rule_proposal o where o.slug = r.slug or o.id = r.id) order by r.slug desc limit 1`,
    // A basis of the first case in a referral of another; a draft under another case's number; a link of another case.
    copy(
      'referral',
      'r',
      {
        number: `number || '-basis'`,
        slip_code: 'null',
        basis_ids: `(select array_agg(b.id) from simpul.lawful_basis b where b.case_id = ${FIRST})`,
      },
      `from ${TO_THE_HOSPITAL} where $2 = 1`,
    ),
    copy(
      'referral',
      'r',
      { case_number: `(select number from simpul.case_file where id = ${FIRST})` },
      `from (select * from simpul.referral where case_id = $1 and status = 'draft' limit 1) r where $2 = 1`,
    ),
    `insert into simpul.referral_link (referral_id, case_id, kind, token_hash, code_hash, issued_by, expires_at)
       select r.id, ${FIRST}, 'LINK', sha256(gen_random_uuid()::text::bytea), sha256(gen_random_uuid()::text::bytea), ${LEAD},
              simpul.now() + interval '1 day' from ${TO_THE_HOSPITAL} where $2 = 1`,
    // Whoever received a report knows it, also where it joined a case that is none of theirs.
    copy('report', 'p', { received_by: who('ic-outside@puspaga') }, `from ${ITS_REPORT}`),
    // Whoever decided on a report is not on the team of the case that came of it.
    copy(
      'report',
      'p',
      { received_by: SOMEBODY, decided_by: who('cw-office@uptd-ppa') },
      `from ${ITS_REPORT} where $2 = 0`,
    ),
    // Outside the mandate: of this office and of another, for whoever received it, decided it, or did neither; and for
    // somebody who writes no case.
    ...['uptd-ppa', 'lain'].flatMap((office) =>
      [
        [SOMEBODY, MEMBER],
        [MEMBER, SOMEBODY],
        [SOMEBODY, SOMEBODY],
        [SOMEBODY, PSYCHOLOGIST],
        [PSYCHOLOGIST, SOMEBODY],
      ].map(([receivedBy, decidedBy]) =>
        copy(
          'report',
          'p',
          {
            ...{
              case_id: 'null',
              status: `'OUTSIDE_MANDATE'`,
              sealed_by: `'SERVER'`,
              agency_id: agency(office),
            },
            ...{ people_sealed: `'\\x00'::bytea`, received_by: receivedBy!, decided_by: decidedBy! },
          },
          `from ${ITS_REPORT} where $2 = 0`,
        ),
      ),
    ),
  ];
}
