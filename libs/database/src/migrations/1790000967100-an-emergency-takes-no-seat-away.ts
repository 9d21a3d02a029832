import type { MigrationInterface, QueryRunner } from 'typeorm';

const NOT_OF_EMERGENCY = `case_id <> all ((select ctx.emergency_only_case_ids())::uuid[])`;
/** A referral that was sent to one's own agency and may be read today: both, for the case's own policies pass as well. */
const ONES_OWN = `simpul.is_received(referral_id) and simpul.referral_is_readable(referral_id)`;
/** Policies that refuse cannot look into a table whose own policies look back: the seats that are visible are one's own. */
const SEATED = `exists (select 1 from simpul.conference_seat s where s.conference_id =`;

const SEATED_BY_THE_TEAM = `simpul.conference_is(conference_id, case_id, '{PLANNED,HELD}') and (select ctx.writes_cases())
  and exists (select 1 from simpul.case_file f where f.id = case_id)`;

const ONLY_IN_TIMES_OF_PEACE = [
  'conference',
  'conference_seat',
  'conference_item',
  'conference_decision',
] as const;

/**
 * Whoever sat at a case conference for the agency that receives, or had set an appointment, lost both for the hour of an
 * emergency access to that case: all that hung on it was closed. What one owes as a receiver stays as it was, in the same
 * rows: the own seat, the items of its classes, what was decided that one does. All else of a conference stays shut.
 */
export class AnEmergencyTakesNoSeatAway1790000967100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ONLY_IN_TIMES_OF_PEACE)
      await runner.query(`
        drop policy not_a_matter_of_the_emergency on simpul.${table};
        create policy not_written_in_an_emergency on simpul.${table} as restrictive for insert to simpul_api
          with check (${NOT_OF_EMERGENCY});`);
    await runner.query(`
      create policy not_seen_in_an_emergency on simpul.conference_seat as restrictive for select to simpul_api
        using (${NOT_OF_EMERGENCY} or (${ONES_OWN} and simpul.note_bases_live(basis_ids)));
      create policy not_changed_in_an_emergency on simpul.conference_seat as restrictive for update to simpul_api
        using (${NOT_OF_EMERGENCY} or (${ONES_OWN} and simpul.note_bases_live(basis_ids)));
      -- Who was there is the team's to write: an emergency lets the invited answer, and in their own name.
      alter policy seated_by_the_team on simpul.conference_seat
        using (${SEATED_BY_THE_TEAM} and ${NOT_OF_EMERGENCY});

      create policy not_seen_in_an_emergency on simpul.conference as restrictive for select to simpul_api
        using (${NOT_OF_EMERGENCY} or ${SEATED} conference.id));
      create policy not_changed_in_an_emergency on simpul.conference as restrictive for update to simpul_api
        using (${NOT_OF_EMERGENCY});

      create policy not_seen_in_an_emergency on simpul.conference_item as restrictive for select to simpul_api
        using (${NOT_OF_EMERGENCY} or ${SEATED} conference_item.conference_id and conference_item.scopes <@ s.scopes));
      create policy not_changed_in_an_emergency on simpul.conference_item as restrictive for update to simpul_api
        using (${NOT_OF_EMERGENCY});

      create policy not_seen_in_an_emergency on simpul.conference_decision as restrictive for select to simpul_api
        using (${NOT_OF_EMERGENCY} or (not taken_back and simpul.conference_is(conference_id, case_id, '{SIGNED}')
               and exists (select 1 from simpul.conference_item i where i.id = conference_item_id)));
      create policy not_changed_in_an_emergency on simpul.conference_decision as restrictive for update to simpul_api
        using (${NOT_OF_EMERGENCY} or (${ONES_OWN} and simpul.conference_is(conference_id, case_id, '{SIGNED}')));

      alter policy not_written_in_an_emergency on simpul.appointment with check (${NOT_OF_EMERGENCY} or (${ONES_OWN}));
      alter policy not_changed_in_an_emergency on simpul.appointment using (${NOT_OF_EMERGENCY} or (${ONES_OWN}));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ONLY_IN_TIMES_OF_PEACE)
      await runner.query(`
        drop policy not_written_in_an_emergency on simpul.${table};
        drop policy not_changed_in_an_emergency on simpul.${table};
        drop policy not_seen_in_an_emergency on simpul.${table};
        create policy not_a_matter_of_the_emergency on simpul.${table} as restrictive to simpul_api
          using (${NOT_OF_EMERGENCY});`);
    await runner.query(`
      alter policy seated_by_the_team on simpul.conference_seat using (${SEATED_BY_THE_TEAM});
      alter policy not_written_in_an_emergency on simpul.appointment with check (${NOT_OF_EMERGENCY});
      alter policy not_changed_in_an_emergency on simpul.appointment using (${NOT_OF_EMERGENCY});
    `);
  }
}
