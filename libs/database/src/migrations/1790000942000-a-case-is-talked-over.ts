import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Case conferences. Each is about one case. An agency sits at it by a referral of that case, for the classes of data that
 * a basis covers for it: of the agenda, what was said and what was decided it sees the items of these classes and no
 * other, and not who else was invited. What is signed by a second person is never changed again.
 */
export class ACaseIsTalkedOver1790000942000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.conference (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null references simpul.case_file (id),
        status text not null check (status in ('PLANNED', 'HELD', 'SIGNED', 'CANCELLED')),
        at timestamptz not null,
        place_sealed bytea not null,
        called_by uuid not null references simpul.account (id),
        minutes_at timestamptz,
        minutes_by uuid references simpul.account (id),
        minutes_by_person uuid,
        signed_at timestamptz,
        signed_by uuid references simpul.account (id),
        signed_by_person uuid,
        cancel_reason_sealed bytea,
        created_at timestamptz not null default simpul.now(),
        constraint minutes_by_somebody check ((status in ('HELD', 'SIGNED')) = (minutes_by is not null)
          and (minutes_by is null) = (minutes_at is null) and (minutes_by is null) = (minutes_by_person is null)),
        constraint signed_by_somebody check ((status = 'SIGNED') = (signed_by is not null)
          and (signed_by is null) = (signed_at is null) and (signed_by is null) = (signed_by_person is null)),
        constraint signed_by_another check (signed_by_person <> minutes_by_person),
        constraint cancelled_for_a_reason check ((status = 'CANCELLED') = (cancel_reason_sealed is not null))
      );
      create index conference_of_case on simpul.conference (case_id, at desc, id);

      create table simpul.conference_seat (
        id uuid primary key default gen_random_uuid(),
        conference_id uuid not null references simpul.conference (id),
        case_id uuid not null references simpul.case_file (id),
        referral_id uuid not null references simpul.referral (id),
        scopes text[] not null check (cardinality(scopes) > 0),
        basis_ids uuid[] not null check (cardinality(basis_ids) > 0),
        answer text not null default 'INVITED' check (answer in ('INVITED', 'ACCEPTED', 'DECLINED')),
        answered_by uuid references simpul.account (id),
        answered_at timestamptz,
        attended boolean,
        dissent_sealed bytea,
        created_at timestamptz not null default simpul.now(),
        constraint answered_by_somebody check ((answered_by is null) = (answered_at is null)
          and (answered_by is not null or (answer = 'INVITED' and dissent_sealed is null))),
        unique (conference_id, referral_id)
      );
      create index conference_seat_of_referral on simpul.conference_seat (referral_id);

      create table simpul.conference_item (
        id uuid primary key default gen_random_uuid(),
        conference_id uuid not null references simpul.conference (id),
        case_id uuid not null references simpul.case_file (id),
        position int not null,
        scopes text[] not null check (cardinality(scopes) > 0),
        question_sealed bytea not null,
        discussion_sealed bytea,
        created_at timestamptz not null default simpul.now(),
        unique (conference_id, position)
      );

      create table simpul.conference_decision (
        id uuid primary key default gen_random_uuid(),
        conference_id uuid not null references simpul.conference (id),
        conference_item_id uuid not null references simpul.conference_item (id),
        case_id uuid not null references simpul.case_file (id),
        referral_id uuid references simpul.referral (id),
        owner_account_id uuid references simpul.account (id),
        text_sealed bytea not null,
        due_at timestamptz not null,
        taken_back boolean not null default false,
        done_at timestamptz,
        done_by uuid references simpul.account (id),
        created_at timestamptz not null default simpul.now(),
        constraint owed_by_one check (num_nonnulls(referral_id, owner_account_id) = 1),
        constraint done_by_somebody check ((done_at is null) = (done_by is null))
      );
      create index conference_decision_of on simpul.conference_decision (conference_id, due_at);

      call simpul.protect('simpul.conference');
      call simpul.protect('simpul.conference_seat');
      call simpul.protect('simpul.conference_item');
      call simpul.protect('simpul.conference_decision');

      -- In what state a conference is, asked by policies of its parts (they may not ask each other in a circle).
      create function simpul.conference_is(conference uuid, of_case uuid, states text[]) returns boolean
        language sql stable security definer set search_path = pg_catalog as $$
        select exists (select 1 from simpul.conference c
                        where c.id = conference and c.case_id = of_case and c.status = any (states)) $$;
      revoke all on function simpul.conference_is(uuid, uuid, text[]) from public;
      grant execute on function simpul.conference_is(uuid, uuid, text[]) to simpul_api;

      create policy with_the_case on simpul.conference_seat for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy while_it_may_be_read on simpul.conference_seat for select to simpul_api
        using (simpul.referral_is_readable(referral_id) and simpul.note_bases_live(basis_ids));
      create policy invited_by_the_team on simpul.conference_seat for insert to simpul_api
        with check ((select ctx.writes_cases()) and exists (select 1 from simpul.case_file f where f.id = case_id)
                    and simpul.conference_is(conference_id, case_id, '{PLANNED}')
                    and exists (select 1 from simpul.referral r where r.id = referral_id and r.case_id = conference_seat.case_id
                                   and r.sent_at is not null and r.status <> 'cancelled'));
      create policy answered_by_the_invited on simpul.conference_seat for update to simpul_api
        using (simpul.conference_is(conference_id, case_id, '{PLANNED,HELD}')
               and simpul.referral_is_readable(referral_id) and simpul.note_bases_live(basis_ids))
        with check (answered_by = (select ctx.account_id()));
      create policy seated_by_the_team on simpul.conference_seat for update to simpul_api
        using (simpul.conference_is(conference_id, case_id, '{PLANNED,HELD}') and (select ctx.writes_cases())
               and exists (select 1 from simpul.case_file f where f.id = case_id));

      create policy with_the_case on simpul.conference for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy with_a_seat on simpul.conference for select to simpul_api
        using (exists (select 1 from simpul.conference_seat s where s.conference_id = conference.id));
      create policy called_in_the_own_name on simpul.conference for insert to simpul_api
        with check (called_by = (select ctx.account_id()) and status = 'PLANNED' and (select ctx.writes_cases())
                    and exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy moved_in_the_own_name on simpul.conference for update to simpul_api
        using (status in ('PLANNED', 'HELD') and (select ctx.writes_cases())
               and exists (select 1 from simpul.case_file f where f.id = case_id))
        with check (case status
          when 'HELD' then minutes_by = (select ctx.account_id()) and minutes_by_person = (select ctx.person_id())
          when 'SIGNED' then signed_by = (select ctx.account_id()) and signed_by_person = (select ctx.person_id())
          else status = 'CANCELLED' end);

      create policy with_the_case on simpul.conference_item for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy of_ones_classes on simpul.conference_item for select to simpul_api
        using (exists (select 1 from simpul.conference_seat s
                        where s.conference_id = conference_item.conference_id and conference_item.scopes <@ s.scopes));
      create policy written_by_the_team on simpul.conference_item for insert to simpul_api
        with check ((select ctx.writes_cases()) and exists (select 1 from simpul.case_file f where f.id = case_id)
                    and simpul.conference_is(conference_id, case_id, '{PLANNED}'));
      create policy minuted_by_the_team on simpul.conference_item for update to simpul_api
        using (simpul.conference_is(conference_id, case_id, '{PLANNED,HELD}') and (select ctx.writes_cases())
               and exists (select 1 from simpul.case_file f where f.id = case_id));

      create policy with_the_case on simpul.conference_decision for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      -- What is decided is told when it is signed.
      create policy with_its_item on simpul.conference_decision for select to simpul_api
        using (not taken_back and simpul.conference_is(conference_id, case_id, '{SIGNED}')
               and exists (select 1 from simpul.conference_item i where i.id = conference_item_id));
      create policy written_by_the_team on simpul.conference_decision for insert to simpul_api
        with check ((select ctx.writes_cases()) and done_at is null
                    and exists (select 1 from simpul.case_file f where f.id = case_id)
                    and simpul.conference_is(conference_id, case_id, '{PLANNED,HELD}'));
      -- Each check says the state again: one policy may reach a row and another let the new one pass.
      create policy taken_back_by_the_team on simpul.conference_decision for update to simpul_api
        using (simpul.conference_is(conference_id, case_id, '{PLANNED,HELD}') and (select ctx.writes_cases())
               and exists (select 1 from simpul.case_file f where f.id = case_id))
        with check (taken_back and done_at is null and simpul.conference_is(conference_id, case_id, '{PLANNED,HELD}'));
      create policy done_by_the_team on simpul.conference_decision for update to simpul_api
        using (simpul.conference_is(conference_id, case_id, '{SIGNED}') and done_at is null and not taken_back
               and (select ctx.writes_cases()) and exists (select 1 from simpul.case_file f where f.id = case_id))
        with check (done_by = (select ctx.account_id()) and not taken_back
                    and simpul.conference_is(conference_id, case_id, '{SIGNED}'));
      create policy done_by_who_owes_it on simpul.conference_decision for update to simpul_api
        using (simpul.conference_is(conference_id, case_id, '{SIGNED}') and done_at is null and not taken_back
               and simpul.referral_is_readable(referral_id))
        with check (done_by = (select ctx.account_id()) and not taken_back
                    and simpul.conference_is(conference_id, case_id, '{SIGNED}'));
    `);
    for (const table of ['conference', 'conference_seat', 'conference_item', 'conference_decision'])
      await runner.query(`
        create policy not_a_matter_of_the_emergency on simpul.${table} as restrictive to simpul_api
          using (case_id <> all ((select ctx.emergency_only_case_ids())::uuid[]));`);
    await runner.query(`
      grant select, insert on simpul.conference, simpul.conference_seat, simpul.conference_item,
        simpul.conference_decision to simpul_api;
      grant update (status, minutes_at, minutes_by, minutes_by_person, signed_at, signed_by, signed_by_person,
                    cancel_reason_sealed) on simpul.conference to simpul_api;
      grant update (answer, answered_by, answered_at, attended, dissent_sealed) on simpul.conference_seat to simpul_api;
      grant update (discussion_sealed) on simpul.conference_item to simpul_api;
      grant update (taken_back, done_at, done_by) on simpul.conference_decision to simpul_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table simpul.conference_decision; drop table simpul.conference_item;
      drop policy with_a_seat on simpul.conference;
      drop table simpul.conference_seat; drop table simpul.conference;
      drop function simpul.conference_is(uuid, uuid, text[]);
    `);
  }
}
