import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who besides the team reads a note: a copy for each receiver, frozen as it was shared, with the bases that it rests on.
 * Like the packet of its referral it closes by itself when one of them is over. Nothing is unshared without a trace: a
 * share is ended by a mark on it, in the own name, with a reason.
 */
export class ANoteHasAnAudience1790000941000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.note_share (
        id uuid primary key default gen_random_uuid(),
        note_id uuid not null references simpul.case_note (id),
        case_id uuid not null references simpul.case_file (id),
        referral_id uuid not null references simpul.referral (id),
        scopes text[] not null check (cardinality(scopes) > 0),
        basis_ids uuid[] not null check (cardinality(basis_ids) > 0),
        text_sealed bytea not null,
        shared_by uuid not null references simpul.account (id),
        shared_at timestamptz not null default simpul.now(),
        ended_at timestamptz,
        ended_by uuid references simpul.account (id),
        end_reason_sealed bytea,
        created_at timestamptz not null default simpul.now(),
        constraint ended_by_somebody_for_a_reason check ((ended_at is null) = (ended_by is null)
          and (ended_at is null) = (end_reason_sealed is null))
      );
      create unique index note_share_once on simpul.note_share (note_id, referral_id) where ended_at is null;
      create index note_share_of_case on simpul.note_share (case_id, note_id);
      create index note_share_of_referral on simpul.note_share (referral_id, shared_at);
      call simpul.protect('simpul.note_share');

      -- The same question as bases_live, past the reader's own sight: a receiver sees the bases of its packet, and a note
      -- may rest on a later one. Says yes or no and nothing else.
      create function simpul.note_bases_live(ids uuid[]) returns boolean
        language sql stable security definer set search_path = pg_catalog as $$
        select not exists (
          select 1 from unnest(ids) as wanted (id)
           where not exists (select 1 from simpul.lawful_basis b
                              where b.id = wanted.id and b.withdrawn_at is null and b.answer is distinct from 'REFUSED'
                                and (b.expires_at is null or b.expires_at > simpul.now())))
      $$;
      -- A clinical note is its author's and the owner's; it is shared with nobody.
      create function simpul.is_team_note(note uuid, of_case uuid) returns boolean
        language sql stable security definer set search_path = pg_catalog as $$
        select exists (select 1 from simpul.case_note n where n.id = note and n.case_id = of_case and n.audience = 'TEAM')
      $$;
      revoke all on function simpul.note_bases_live(uuid[]), simpul.is_team_note(uuid, uuid) from public;
      grant execute on function simpul.note_bases_live(uuid[]), simpul.is_team_note(uuid, uuid) to simpul_api;

      create policy with_the_case on simpul.note_share for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy while_it_may_be_read on simpul.note_share for select to simpul_api
        using (ended_at is null and simpul.referral_is_readable(referral_id) and simpul.note_bases_live(basis_ids));
      create policy shared_in_the_own_name on simpul.note_share for insert to simpul_api
        with check (shared_by = (select ctx.account_id()) and ended_at is null and (select ctx.writes_cases())
                    and exists (select 1 from simpul.case_file f where f.id = case_id)
                    and simpul.is_team_note(note_id, case_id)
                    and exists (select 1 from simpul.referral r where r.id = referral_id and r.case_id = note_share.case_id
                                   and r.sent_at is not null and r.status <> 'cancelled'));
      create policy ended_in_the_own_name on simpul.note_share for update to simpul_api
        using (ended_at is null and (select ctx.writes_cases())
               and exists (select 1 from simpul.case_file f where f.id = case_id))
        with check (ended_by = (select ctx.account_id()));
      create policy not_written_in_an_emergency on simpul.note_share as restrictive for insert to simpul_api
        with check (case_id <> all ((select ctx.emergency_only_case_ids())::uuid[]));
      create policy not_changed_in_an_emergency on simpul.note_share as restrictive for update to simpul_api
        using (case_id <> all ((select ctx.emergency_only_case_ids())::uuid[]));
      grant select, insert, update (ended_at, ended_by, end_reason_sealed) on simpul.note_share to simpul_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table simpul.note_share;
      drop function simpul.note_bases_live(uuid[]); drop function simpul.is_team_note(uuid, uuid);
    `);
  }
}
