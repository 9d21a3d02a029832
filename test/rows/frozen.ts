import type pg from 'pg';

/** What a trigger refuses to everybody, tried as the superuser, in somebody's context, on the rows of the cross. */
const TRIED: Record<string, string[]> = {
  ...Object.fromEntries(
    ['checkpoint', 'cosignature', 'entry', 'leaf', 'node'].map((table) => [
      `append_only on ledger.${table}`,
      [
        `update ledger.${table} set ${table === 'entry' ? 'at = at' : table === 'leaf' || table === 'node' ? 'hash = hash' : 'at = at'}`,
        `delete from ledger.${table}`,
        `truncate ledger.${table}`,
      ],
    ]),
  ),
  'closing_goes_forward on simpul.case_closing': [
    `update simpul.case_closing set status = 'PROPOSED', decided_at = null, decided_by = null where status = 'CLOSED'`,
    `update simpul.case_closing set decided_at = decided_at + interval '1 day', status = 'REOPENED', reopened_at = now(),
       reopened_by = decided_by, reopening_sealed = '\\x00' where status = 'CLOSED'`,
    `update simpul.case_closing set status = 'REOPENED' where status = 'PROPOSED'`,
  ],
  'case_ends_by_two on simpul.case_file': [
    // Proposed and not decided.
    `update simpul.case_file set closed_at = now() where id in (select case_id from simpul.case_closing where status = 'PROPOSED')`,
    // Closed, and no decision to begin anew.
    `update simpul.case_file set closed_at = null where closed_at is not null`,
  ],
  'no_is_overridden_by_two on simpul.lawful_basis': ['COUNTERSIGNED', 'DECLINED'].map(
    (decision) =>
      `update simpul.lawful_basis set decision = '${decision}', decided_at = now(), decided_by = recorded_by where against_refusal`,
  ),
  'waived_by_two on simpul.deadline': [
    `update simpul.deadline set status = 'waived', ended_at = now() where status = 'running'`,
    `update simpul.deadline set waiver_proposed_by = gen_random_uuid() where status = 'running'`,
  ],
  'level_falls_by_two on simpul.case_file': [
    `update simpul.case_file set risk = 'SEDANG' where risk = 'TINGGI'`,
    `update simpul.case_file set risk = null where risk = 'TINGGI'`,
  ],
  'work_has_somebody on simpul.account': [
    `update simpul.account set active = false where id in (select owner_account_id from simpul.case_file where closed_at is null)`,
  ],
  'owner_is_there on simpul.case_file': [`update simpul.case_file set owner_account_id = gen_random_uuid()`],
  'packet_moves_forward on simpul.referral': [
    `update simpul.referral set packet_version = packet_version + 2 where status = 'requested'`,
    `update simpul.referral set packet_version = packet_version - 1 where sent_at is not null`,
    `update simpul.referral set packet_version = packet_version + 1 where status = 'draft'`,
    `update simpul.referral set basis_ids = '{}' where sent_at is not null and cardinality(basis_ids) > 0`,
    `update simpul.referral set tells_risk = not tells_risk where sent_at is not null`,
    `update simpul.referral set risk = 'RENDAH' where sent_at is not null and risk <> 'RENDAH'`,
  ],
  'responsible_is_there on simpul.referral': [
    `update simpul.referral set responsible_account_id = created_by where status = 'draft'`,
  ],
  'keeps_its_course on simpul.referral': [
    `update simpul.referral set to_agency_id = created_by where sent_at is not null`,
    `update simpul.referral set client_ids = '{}' where sent_at is not null`,
    `update simpul.referral set urgency = case urgency when 'SEGERA' then 'BIASA' else 'SEGERA' end where sent_at is not null`,
    `update simpul.referral set responsible_name = 'x' where sent_at is not null`,
    `update simpul.referral set ended_at = ended_at + interval '1 day' where ended_at is not null`,
    `update simpul.referral set bare = false where bare and sent_at is not null`,
    `update simpul.referral set from_agency_id = created_by where status = 'draft'`,
    `update simpul.referral set case_number = 'x' where status = 'draft'`,
    `update simpul.referral set status = 'in-progress' where status = 'requested'`,
    `update simpul.referral set confirmed_at = now(), status = 'completed', outcome = '-', ended_at = now() where status = 'requested'`,
  ],
};

/** What a constraint refuses to everybody, however it was decided: two people, an hour, a place that nobody is told. */
const CONSTRAINTS: Record<string, string> = {
  'four_eyes on simpul.rule_proposal': `update simpul.rule_proposal set status = 'APPROVED', decided_at = now(), decided_by = proposed_by,
     decided_by_person = proposed_by_person where status = 'OPEN'`,
  'four_eyes on simpul.case_seal': `update simpul.case_seal set decided_by_person = proposed_by_person where status = 'APPROVED'`,
  'one_of_the_two_guards on simpul.case_seal': `update simpul.case_seal set decided_by_role = 'supervisor', proposed_by_role = 'supervisor'
     where status = 'APPROVED'`,
  'a_team_of_two on simpul.case_seal': `update simpul.case_seal set team = team[1:1] where kind = 'SEAL'`,
  'let_in_by_another on simpul.account': `update simpul.account set let_in_by = made_by, let_in_at = now(), waits_for_release = false
     where made_by is not null`,
  'nobody_lets_themselves_in on simpul.account': `update simpul.account set waits_for_release = false where made_by is not null`,
  'a_reset_waits on simpul.account': `update simpul.account set waits_for_release = false where reset_by is not null`,
  'reset_known_to_another on simpul.account': `update simpul.account set reset_known_by = reset_by where reset_by is not null`,
  'two_people on simpul.account_recovery': `update simpul.account_recovery set status = 'CONFIRMED', half = null, decided_by = proposed_by`,
  'two_people on simpul.account_identity': `update simpul.account_identity set status = 'APPROVED', approved_by = account_id`,
  'approved_by_another on simpul.screening': `update simpul.screening set status = 'APPROVED', approved_at = now(), approved_by = screened_by
     where status = 'PENDING_APPROVAL'`,
  'reviewed_by_another on simpul.emergency_access': `update simpul.emergency_access set outcome = 'JUSTIFIED', reviewed_at = now(),
     reviewed_by = account_id, reviewed_by_person = person_id`,
  'an_hour_at_most on simpul.emergency_access': `update simpul.emergency_access set until = opened_at + interval '2 hours'`,
  'a_shelter_is_secret on simpul.agency': `update simpul.agency set location_secret = false where kind = 'RUMAH_AMAN'`,
  'a_secret_place_has_no_address on simpul.agency': `update simpul.agency set address = 'Jalan Umpama 1' where location_secret`,
};
export const CONSTRAINTS_TRIED = Object.keys(CONSTRAINTS);

/** Which of these went through, or were refused by something else than the constraint. */
export async function loosened(client: pg.Client, only?: string): Promise<string[]> {
  const wrong: string[] = [];
  for (const [name, statement] of Object.entries(CONSTRAINTS)) {
    if (only !== undefined && name !== only) continue;
    await client.query('savepoint loosened');
    const said = await client.query(statement).then(
      ({ rowCount }) => `changed ${rowCount} rows`,
      (error: Error & { constraint?: string }) =>
        error.constraint === name.split(' ')[0] ? '' : error.message,
    );
    await client.query('rollback to savepoint loosened');
    if (said) wrong.push(`${name}: ${said}`);
  }
  return wrong;
}

export const TRIGGERS_TRIED = Object.keys(TRIED).map((name) => `trigger ${name}`);

/** Which of these went through, or were refused by something else than the trigger. */
export async function thawed(client: pg.Client, token: string, only?: string): Promise<string[]> {
  const wrong: string[] = [];
  await client.query('select 1 from ctx.enter($1)', [token]);
  for (const [name, statements] of Object.entries(TRIED)) {
    if (only !== undefined && name !== only) continue;
    for (const statement of statements) {
      await client.query('savepoint frozen');
      const said = await client.query(statement).then(
        ({ rowCount }) => `changed ${rowCount} rows`,
        (error: Error & { where?: string }) =>
          error.where?.startsWith('PL/pgSQL function') ? '' : error.message,
      );
      await client.query('rollback to savepoint frozen');
      if (said) wrong.push(`${name}: ${statement.slice(0, 90)}: ${said}`);
    }
  }
  return wrong;
}
