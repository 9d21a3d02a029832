import {
  agency,
  CONSENT,
  copy,
  HASH,
  HEAD,
  LEAD,
  MEMBER,
  OFFICER,
  SOMEBODY,
  TO_THE_HOSPITAL,
  UNIT,
  who,
  type Statement,
} from './statements.js';

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

/** Of the office that received, in a role that answers no referral; in one case, for in the others the role alone refuses. */
const EMERGENCY_OF_NO_RECEIVER = `insert into simpul.emergency_access (case_id, account_id, person_id, reason, opened_at, until)
  select $1, id, person_id, 'DANGER_NOW', simpul.now(), simpul.now() + interval '60 minutes'
    from simpul.account where id = ${who('ps-receiver@rsud-igd')} and $2 = 0`;

/** What the furnished cases lack: rows of the other states, so that each state that a policy asks for has a counterpart. */
export const OF_A_CASE: Statement[] = [
  ...EMERGENCIES,
  EMERGENCY_OF_NO_RECEIVER,
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
      // Another of the same case has come to the version that this one's receiver must not read.
      packet_version: '2',
    },
    `from ${TO_THE_HOSPITAL}`,
  ),
  // Asked of several, and nobody has accepted: its receiver sees the question and nothing that comes with it. It rests on a
  // consent of its own.
  copy('lawful_basis', 'b', {}, `from ${CONSENT}`),
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
    `from ${TO_THE_HOSPITAL}`,
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
      `from ${CONSENT}`,
    ),
    copy(
      'referral',
      'r',
      {
        number: `number || '-${over}'`,
        slip_code: 'null',
        basis_ids: `(select array[b.id] from simpul.lawful_basis b where b.case_id = $1 and b.${over} is not null limit 1)`,
      },
      `from ${TO_THE_HOSPITAL}`,
    ),
  ]),
  // Under way, resting on a basis against the client's no: nobody has countersigned the one, somebody the other.
  ...['null', `'COUNTERSIGNED'`].flatMap((decision, at) => [
    copy(
      'lawful_basis',
      'b',
      {
        ...{ basis: `'KEPENTINGAN_VITAL'`, answer: 'null', given_by: `'NONE'`, told_client: 'true' },
        ...{ against_refusal: 'true', why_sealed: `'\\x00'`, withdrawn_at: 'null', withdrawn_by: 'null' },
        ...{ recorded_by: LEAD, decision, decided_by: at === 0 ? 'null' : SOMEBODY },
        decided_at: at === 0 ? 'null' : 'simpul.now()',
      },
      `from ${CONSENT}`,
    ),
    copy(
      'referral',
      'r',
      {
        number: `number || '-against-${at}'`,
        slip_code: 'null',
        basis_ids: `(select array[b.id] from simpul.lawful_basis b
          where b.case_id = $1 and b.against_refusal and b.decision is not distinct from ${decision} limit 1)`,
      },
      `from ${TO_THE_HOSPITAL}`,
    ),
  ]),
  ...['disclosure', 'referral_message', 'feedback'].map((table) =>
    copy(
      table,
      't',
      { referral_id: 'r.id' },
      `from simpul.referral r, (select * from simpul.${table} where case_id = $1 limit 1) t
        where r.case_id = $1 and not exists (select 1 from simpul.${table} o where o.referral_id = r.id)`,
    ),
  ),
  `insert into simpul.conference_seat (conference_id, case_id, referral_id, scopes, basis_ids)
     select c.id, c.case_id, r.id, '{OWN_REFERRAL}', case when c.status = 'PLANNED' then array[b.id] else r.basis_ids end
       from simpul.conference c join simpul.referral r on r.case_id = c.case_id,
            lateral (select id from simpul.lawful_basis where case_id = $1 order by withdrawn_at nulls last limit 1) b
      where c.case_id = $1 and (c.status = 'PLANNED' or cardinality(r.basis_ids) > 0)`,
  `insert into simpul.conference_decision (conference_id, conference_item_id, case_id, referral_id, text_sealed, due_at, taken_back, done_at, done_by)
     select i.conference_id, i.id, $1, r.id, '\\x00', simpul.now(), d.back, d.at, d.whose
       from simpul.conference_item i, lateral (select id from simpul.referral where case_id = $1 and sent_at is not null order by number limit 2) r,
            (values (false, null::timestamptz, null::uuid), (true, null, null), (false, simpul.now(), ${SOMEBODY})) d (back, at, whose)
      where i.case_id = $1`,
  `insert into simpul.note_share (note_id, case_id, referral_id, scopes, basis_ids, text_sealed, shared_by, ended_at, ended_by, end_reason_sealed)
     select n.id, $1, r.id, '{OWN_REFERRAL}', b.ids, '\\x00', ${LEAD}, e.at, e.whose, e.why
       from simpul.referral r, lateral (select id from simpul.case_note where case_id = $1 and audience = 'TEAM' order by id limit 1) n,
            lateral (select r.basis_ids union select array[id] from simpul.lawful_basis where case_id = $1 and withdrawn_at is not null) b (ids),
            (values (null::timestamptz, null::uuid, null::bytea), (simpul.now(), ${SOMEBODY}, '\\x00')) e (at, whose, why)
      where r.case_id = $1 and cardinality(b.ids) > 0 and (e.at is not null or b.ids = r.basis_ids)`,
  `insert into simpul.appointment (referral_id, case_id, at, place, escort, set_by)
     select r.id, $1, simpul.now(), 'TELEPON', 'TIDAK_ADA', ${SOMEBODY} from simpul.referral r where r.case_id = $1
        on conflict do nothing`,
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
     select $1, gen_random_uuid(), 'INTEGRITY', a.id, a.person_id from simpul.account a
      where a.id in (${who('io-outside@inspektorat')}, ${who('io-team@inspektorat')})`,
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
