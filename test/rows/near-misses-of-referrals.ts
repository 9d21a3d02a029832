import { agency, copy, FIRST, HASH, LEAD, SOMEBODY, TO_THE_HOSPITAL, type Statement } from './statements.js';

const PLANNED = `(select id, case_id from simpul.conference where case_id = ${FIRST} and status = 'PLANNED') c`;
const NOTE = `(select id from simpul.case_note where case_id = ${FIRST} and audience = 'TEAM' order by id limit 1) n`;

/** A mail that failed: a link may have any number of them. */
function mailOf(changes: Record<'link' | 'from', string> & { of?: string; address?: string }): Statement {
  const { link, of = '$1', address = 'g.email', from } = changes;
  return `insert into simpul.link_mail (link_id, referral_id, case_id, address, asked_by, status, last_failure, settled_at)
    select ${link}, r.id, ${of}, ${address}, ${LEAD}, 'failed', 'channel.x', simpul.now()
      from ${TO_THE_HOSPITAL} join simpul.agency g on g.id = r.to_agency_id, ${from}`;
}
const link = (where: string): string =>
  `(select * from simpul.referral_link where ${where} order by id limit 1) l`;

/** As `nearMisses`, of what hangs on a referral: its links, appointments, seats and notes that were shared. */
export function nearMissesOfReferrals(): Statement[] {
  return [
    // A referral of one case in a row of another.
    copy(
      'appointment',
      'a',
      { case_id: FIRST },
      `from ${TO_THE_HOSPITAL}, simpul.appointment a where a.referral_id = r.id and a.status = 'CANCELLED' and $2 = 1`,
    ),
    `insert into simpul.conference_seat (conference_id, case_id, referral_id, scopes, basis_ids)
       select c.id, c.case_id, r.id, '{OWN_REFERRAL}', r.basis_ids from ${TO_THE_HOSPITAL}, ${PLANNED} where $2 = 1`,
    `insert into simpul.note_share (note_id, case_id, referral_id, scopes, basis_ids, text_sealed, shared_by)
       select n.id, ${FIRST}, r.id, '{OWN_REFERRAL}', r.basis_ids, '\\x00', ${LEAD} from ${TO_THE_HOSPITAL}, ${NOTE} where $2 = 1`,
    // A conference to which nobody was invited, and its question: only its team sees them.
    `with its as (
       insert into simpul.conference (case_id, status, at, place_sealed, called_by, cancel_reason_sealed)
         select $1, 'CANCELLED', simpul.now(), '\\x00', ${LEAD}, '\\x00'::bytea returning id)
     insert into simpul.conference_item (conference_id, case_id, position, scopes, question_sealed)
       select id, $1, 1, '{OWN_REFERRAL}', '\\x00' from its`,
    // A note for clinicians alone.
    `insert into simpul.note_share (note_id, case_id, referral_id, scopes, basis_ids, text_sealed, shared_by)
       select n.id, $1, r.id, '{OWN_REFERRAL}', r.basis_ids, '\\x00', ${LEAD}
         from ${TO_THE_HOSPITAL}, (select id from simpul.case_note where case_id = $1 and audience = 'CLINICAL' order by id desc limit 1) n`,
    // Shared, and the consent in it is over while that in the referral stands: withdrawn, expired, waiting for a
    // second; and one that got its second.
    `insert into simpul.note_share (note_id, case_id, referral_id, scopes, basis_ids, text_sealed, shared_by)
       select n.id, $1, r.id, '{OWN_REFERRAL}', array[b.id], '\\x00', ${LEAD}
         from ${TO_THE_HOSPITAL},
              (select id, row_number() over (order by audience, id desc) as at from simpul.case_note where case_id = $1) n
                join (select id, row_number() over (order by id) + 1 as at from simpul.lawful_basis
                       where case_id = $1 and (withdrawn_at is not null or expires_at is not null or against_refusal)) b using (at)`,
    // Links of the hospital's referral that open nothing any more, or never did by mail; each with a mail.
    `insert into simpul.referral_link (referral_id, case_id, kind, token_hash, code_hash, issued_by, expires_at, revoked_at, spent_at, account_id)
       select r.id, $1, v.kind, v.hash, v.hash, ${LEAD}, simpul.now() + interval '1 day', v.revoked, v.spent, v.whose
         from ${TO_THE_HOSPITAL},
              (values ('SLIP', null::bytea, null::timestamptz, null::timestamptz, null::uuid),
                      ('LINK', ${HASH}, simpul.now(), null, null),
                      ('LINK', ${HASH}, null, simpul.now(), ${SOMEBODY})) v (kind, hash, revoked, spent, whose)`,
    mailOf({ link: 'l.id', from: link(`case_id = $1 and kind = 'SLIP'`) }),
    mailOf({ link: 'l.id', from: link('case_id = $1 and revoked_at is not null') }),
    mailOf({
      link: 'l.id',
      from: link(`case_id = $1 and spent_at is not null and account_id = ${SOMEBODY}`),
    }),
    // The link of another referral; to another's mailbox; of another case, by the link or by the mail.
    mailOf({
      link: 'l.id',
      from: link(
        `case_id = $1 and kind = 'LINK' and spent_at is null and revoked_at is null
           and referral_id <> (select r.id from ${TO_THE_HOSPITAL})`,
      ),
    }),
    ...[{ address: `'polres-ppa@instansi.example'` }, { of: FIRST }].map((changes) =>
      mailOf({
        link: 'l.id',
        from: link(
          `case_id = $1 and kind = 'LINK' and spent_at is null and revoked_at is null
             and referral_id = (select r.id from ${TO_THE_HOSPITAL})`,
        ),
        ...changes,
      }),
    ),
    ...['$1', FIRST].map((of) =>
      mailOf({
        link: 'l.id',
        of,
        from: link(`case_id = ${FIRST} and referral_id = (select r.id from ${TO_THE_HOSPITAL}) and $2 = 1`),
      }),
    ),
    // Drafted to the hospital, where somebody has access in an emergency and receives nothing yet.
    copy(
      'referral',
      'r',
      { to_agency_id: agency('rsud-igd') },
      `from (select * from simpul.referral where case_id = $1 and status = 'draft' limit 1) r where $2 = 0`,
    ),
    copy(
      'feedback',
      'f',
      { referral_id: 'r.id' },
      `from (select * from simpul.feedback where case_id = $1 limit 1) f, simpul.referral r
        where r.case_id = $1 and r.status = 'draft' and r.to_agency_id = ${agency('rsud-igd')}`,
    ),
  ];
}
