/**
 * Every column that could hold a word somebody wrote, and what is done about it. A column of text, bytes or JSON that is on
 * no list here turns the run red: plant a word in it, or enter it below with the reason why nobody writes there.
 */

/** Columns that keep a typed word in clear, each for a reason. */
export const IN_CLEAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'somebody of the receiving agency, whom its inbox is sorted by': ['referral.responsible_name'],
    'colleagues know each other, and sign in with it': ['account.display_name', 'account.email'],
    'a device, as its owner calls it; read by simpul_signin alone': ['factor.name'],
    'the directory is for everybody who works here, and goes to other directories': [
      ...inTable('agency', 'name unit description needs_to_accept feedback_document hours_note address'),
      ...inTable('agency', 'cost_source email duty_phone duty_phone_fallback'),
      ...inTable('service', 'name_id name_en description requires cost_source accessibility'),
      'directory_change.after',
    ],
    'calendars are for everybody': [
      ...inTable('holiday', 'name basis removal_reason'),
      ...inTable('office_hours', 'basis removal_reason'),
    ],
    'rules are for everybody, and so is why they change': [
      ...inTable('rule_proposal', 'rule reason decision_reason'),
    ],
  }).flatMap(([why, columns]) => columns.map((column): [string, string] => [`simpul.${column}`, why])),
);

/** Sealed columns, and in which place of which form the word was typed that lies in them. */
export const SEALED: Readonly<Record<string, RegExp>> = {
  'aftercare_check.note': /aftercare-checks \/note/,
  'alarm.note': /alarms\/\{id\}\/resolution \/note/,
  'case_closing.decision': /closings\/\{id\}\/rejection \/reason/,
  'case_closing.reopening': /reopening \/reason/,
  'case_closing.summary': /closings \/summary/,
  'case_file.chronology': /reports \/narrative/,
  'case_note.text': /\/notes \/text/,
  'conference.cancel_reason': /conferences\/\{conferenceId\}\/cancellation \/reason/,
  'conference.place': /conferences \/place/,
  'conference_decision.text': /minutes \/items\/0\/decisions\/0\/text/,
  'conference_item.discussion': /minutes \/items\/0\/discussion/,
  'conference_item.question': /conferences \/items\/0\/question/,
  'conference_seat.dissent': /dissent \/text/,
  'contact_choice.phone': /notification-channels \/telephone/,
  'deadline_change.reason': /deadlines\/\{id\}\/(pause|waiver) \/reason/,
  'disclosure.packet': /reports \/victims\/0\/name/,
  'emergency_access.words': /emergency-accesses \/words/,
  'feedback.remains': /completion \/remains/,
  'feedback.text': /(progress|completion|failure) \/text/,
  'identity_reveal.purpose': /reveal \/purpose/,
  'lawful_basis.decision_reason': /countersignature-refusal \/reason/,
  'lawful_basis.told_words': /consents \/toldWords/,
  'lawful_basis.why': /consents \/why/,
  'lawful_basis.withdrawal_reason': /consents\/\{id\}\/withdrawal \/reason/,
  'lawful_basis.witness': /consents \/witness/,
  'legal_step.number': /legal-steps \/number/,
  'legal_step.reason': /legal-steps \/reason/,
  'legal_step.withdrawal_reason': /legal-steps\/\{stepId\}\/withdrawal \/reason/,
  'loop_confirmation.note': /confirmation \/note/,
  'note_share.end_reason': /note-shares\/\{shareId\}\/ending \/reason/,
  'note_share.text': /shared-notes \/text/,
  'person.address': /victims\/0\/address/,
  'person.name': /victims\/0\/name/,
  'person.nik': /victims\/0\/nik/,
  'person.phone': /victims\/0\/phone/,
  'person.safe_contact': /victims\/0\/safeContact\/value/,
  'person.school': /victims\/0\/school/,
  'referral.appointment_place': /acceptance \/place/,
  'referral.ending_words': /(rejection \/note|cancellation \/reason)/,
  'referral_draft.words': /referrals \/request/,
  'referral_message.text': /(question|answer) \/text/,
  'report.external_ref': /reports \/externalRef/,
  'report.narrative': /reports \/narrative/,
  'report.people': /reports \/reporter\/name/,
  'report.reason': /outside-mandate \/reason/,
  'review_item.note': /reviews\/\{id\}\/decision \/note/,
  'screening.reason': /screenings \/reason/,
  'urgent_call.who': /urgent-calls \/who/,
};

/** Columns in which nobody writes words, each for a reason. Those that a CHECK confines to a list need no line. */
export const NEEDS_NONE: ReadonlySet<string> = new Set(
  Object.entries({
    'a code of a list, or of codes; what is none is refused at the door': [
      ...inTable('account', 'role agency_kind agency_code'),
      ...inTable('agency', 'code conflict_group kind region_code takes_tracks'),
      ...inTable('appointment', 'accommodations escort place reason'),
      ...inTable('appointment_follow_up', 'outcome'),
      ...inTable('case_closing', 'reason rights'),
      ...inTable('case_file', 'contexts place tracks violence_types'),
      ...inTable('case_seal', 'decided_by_role proposed_by_role'),
      ...inTable('conference_item', 'scopes'),
      ...inTable('conference_seat', 'scopes'),
      ...inTable('feedback', 'failure_reason outcome'),
      ...inTable('holiday', 'region_code'),
      ...inTable(
        'lawful_basis',
        'accommodations guardian_relation_sealed language purpose receiver_kind scopes',
      ),
      ...inTable('lawful_basis', 'text_version void_reason'),
      ...inTable('legal_step', 'kind'),
      ...inTable('loop_confirmation', 'enough_reason'),
      ...inTable('milestone', 'kind'),
      ...inTable('note_share', 'scopes'),
      ...inTable('office_hours', 'region_code'),
      ...inTable(
        'person',
        'age_band disabilities nik_status nik_warnings region_code region_sealed relation',
      ),
      ...inTable('person_link', 'relation'),
      ...inTable('referral', 'asked_age_bands asked_region_code failure_reason inbox_tab outcome'),
      ...inTable('referral', 'rejection_reason service_code shortfall'),
      ...inTable('referral_draft', 'asked_risk levels'),
      ...inTable('referral_move', 'act from_status reason to_status'),
      ...inTable('report', 'channel contexts place reporter_kind violence_types'),
      ...inTable('service', 'code for_sex for_tracks risk_levels service_code'),
      ...inTable('urgent_call', 'checked service_code'),
    ],
    'answers by codes, sealed together': ['simpul.screening.answers_sealed'],
    'a day and no word; the database cannot be asked for it either': ['simpul.person.birth_date_sealed'],
    'initials: two letters of the name': ['simpul.person.initials'],
    'a number that Simpul counts': [
      ...inTable('case_file', 'number'),
      ...inTable('case_transfer', 'case_number'),
      ...inTable('letter_counter', 'prefix'),
      ...inTable('referral', 'case_number number slip_code'),
    ],
    "Simpul's own words, codes and facts by code": [
      ...inTable('alarm', 'code detail'),
      ...inTable('bait_reading', 'act decision'),
      ...inTable('deadline', 'slug trigger_event why_en why_id'),
      ...inTable('deadline_change', 'change event from_status to_status'),
      ...inTable('deadline_step', 'rung tells'),
      ...inTable('delivery', 'last_failure'),
      ...inTable('directory_change', 'fields'),
      ...inTable('disclosure', 'basis changes fields'),
      ...inTable('invariant_check', 'broken'),
      ...inTable('lawful_basis', 'citation'),
      ...inTable('link_mail', 'last_failure'),
      ...inTable('notification', 'message topic'),
      ...inTable('outbox', 'ids last_failure topic'),
      ...inTable('outbox_delivery', 'consumer'),
      ...inTable('reading_found', 'rule'),
      ...inTable('review_item', 'reason'),
      ...inTable('review_picking', 'seed'),
      ...inTable('rule_proposal', 'slug'),
      ...inTable('screening', 'rule_version'),
      ...inTable('witness_standing', 'trouble witness'),
      ...inTable('ledger.checkpoint', 'note'),
      ...inTable('ledger.cosignature', 'line witness'),
      ...inTable('ledger.entry', 'act actor_role facts leaf object_kind request_id'),
    ],
    'a key, or what a one-way function made of something': [
      ...inTable('account', 'password_hash'),
      ...inTable('account_recovery', 'half'),
      ...inTable('case_key', 'wrapped'),
      ...inTable('device', 'token_hash'),
      ...inTable('factor', 'credential_id public_key secret transports'),
      ...inTable('handled_request', 'fingerprint'),
      ...inTable('lawful_basis', 'text_hash'),
      ...inTable('person', 'name_index nik_index phone_index'),
      ...inTable('push_device', 'endpoint_mark subscription_sealed'),
      ...inTable('recovery_code', 'code_hash'),
      ...inTable('referral_link', 'code_hash session_hash token_hash'),
      ...inTable('session', 'former_token_hash token_hash'),
      ...inTable('sign_in_attempt', 'address_hash email_hash'),
      ...inTable('sign_in_step', 'challenge token_hash'),
      ...inTable('ctx.secret', 'key'),
      ...inTable('ledger.checkpoint', 'peaks root'),
      ...inTable('ledger.entry', 'commitment'),
      ...inTable('ledger.leaf', 'hash'),
      ...inTable('ledger.node', 'hash'),
    ],
    'a kept answer, sealed: every answer of this life lies in it': ['simpul.handled_request.answer'],
    'a copy of what is planted elsewhere, for everybody': [
      ...inTable('account', 'agency_name'),
      ...inTable('deadline_rule', 'action applies_when citation escalate_to kind notes owing_kinds owner'),
      ...inTable('deadline_rule', 'reminder_offsets slug trigger_event wording'),
      ...inTable('directory_change', 'before'),
      ...inTable('link_mail', 'address'),
    ],
    'comes with the reference lists or a package of another directory; no form writes it': [
      ...inTable('agency', 'notes'),
      ...inTable('hsds_row', 'base body resource row_id'),
      ...inTable('region', 'code name parent_code'),
      ...inTable('service', 'notes'),
    ],
    'a time of day': inTable('office_hours', 'break_end break_start closes_at opens_at'),
    "the city's own sign-in says who somebody is": inTable('account_identity', 'issuer subject'),
  }).flatMap(([, columns]) =>
    columns.map((column) => (column.split('.').length > 2 ? column : `simpul.${column}`)),
  ),
);

function inTable(table: string, columns: string): string[] {
  return columns.split(' ').map((column) => `${table}.${column}`);
}

/** Columns that could hold a word, without those that the database itself confines to a list of codes. */
export const COLUMNS_FOR_WORDS = `
  select format('%s.%s.%s', n.nspname, c.relname, a.attname) as name
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
   where n.nspname in ('simpul', 'ledger', 'ctx') and c.relkind in ('r', 'p') and not c.relispartition
     and a.attnum > 0 and not a.attisdropped
     and format_type(a.atttypid, null) ~ '^(text|character|bytea|json)'
     and not exists (
       select from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
          and pg_get_constraintdef(k.oid) ~ '^CHECK \\(\\(\\w+ = ANY \\(ARRAY\\[[^\\]]*\\]\\)\\)\\)$')`;
