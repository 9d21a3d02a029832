import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What crossed: the packet as it was sent, frozen and sealed under the key of the case, with the questions, answers
 * and feedback that followed. The receiver reads it while the referral lives and every basis it rests on still
 * stands; the moment one is withdrawn or expires, this policy closes, before any job has run.
 */
export class Disclosures1790000110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.disclosure (
        id uuid primary key default gen_random_uuid(),
        referral_id uuid not null unique references simpul.referral (id),
        case_id uuid not null references simpul.case_file (id),
        -- Field names, classes and levels only; the values are sealed.
        fields jsonb not null check (jsonb_typeof(fields) = 'array'),
        basis jsonb not null check (jsonb_typeof(basis) = 'array'),
        basis_ids uuid[] not null check (cardinality(basis_ids) > 0),
        packet_sealed bytea not null,
        frozen_at timestamptz not null,
        created_at timestamptz not null default simpul.now()
      );
      create index disclosure_of_case on simpul.disclosure (case_id);

      create table simpul.referral_message (
        id uuid primary key default gen_random_uuid(),
        referral_id uuid not null references simpul.referral (id),
        case_id uuid not null references simpul.case_file (id),
        kind text not null check (kind in ('QUESTION', 'ANSWER')),
        author_id uuid not null references simpul.account (id),
        agency_id uuid not null references simpul.agency (id),
        text_sealed bytea not null,
        at timestamptz not null,
        created_at timestamptz not null default simpul.now()
      );
      create index referral_message_of_referral on simpul.referral_message (referral_id, at);

      create table simpul.feedback (
        id uuid primary key default gen_random_uuid(),
        referral_id uuid not null references simpul.referral (id),
        case_id uuid not null references simpul.case_file (id),
        kind text not null check (kind in ('START', 'PROGRESS', 'OUTCOME', 'FAILURE')),
        author_id uuid not null references simpul.account (id),
        agency_id uuid not null references simpul.agency (id),
        text_sealed bytea,
        outcome text,
        failure_reason text,
        next_at timestamptz,
        at timestamptz not null,
        created_at timestamptz not null default simpul.now(),
        constraint an_outcome_is_coded check ((kind = 'OUTCOME') = (outcome is not null)),
        constraint a_failure_is_coded check ((kind = 'FAILURE') = (failure_reason is not null))
      );
      create index feedback_of_referral on simpul.feedback (referral_id, at);

      call simpul.protect('simpul.disclosure');
      call simpul.protect('simpul.referral_message');
      call simpul.protect('simpul.feedback');

      -- Every one of these bases is live now. Runs with the caller's rights: what one may not see does not live.
      create function simpul.bases_live(ids uuid[]) returns boolean language sql stable as $$
        select not exists (
          select 1 from unnest(ids) as wanted (id)
           where not exists (select 1 from simpul.lawful_basis b
                              where b.id = wanted.id and b.withdrawn_at is null and b.answer is distinct from 'REFUSED'
                                and (b.expires_at is null or b.expires_at > simpul.now())))
      $$;
      revoke all on function simpul.bases_live(uuid[]) from public;
      grant execute on function simpul.bases_live(uuid[]) to simpul_api, simpul_worker;

      -- Whether the receiver may still read what came with a referral.
      create function simpul.referral_is_readable(referral uuid) returns boolean language sql stable as $$
        select exists (select 1 from simpul.referral r
                        where r.id = referral and r.sent_at is not null and r.status not in ('draft', 'cancelled')
                          and r.to_agency_id = (select ctx.agency_id()) and simpul.bases_live(r.basis_ids))
      $$;
      revoke all on function simpul.referral_is_readable(uuid) from public;
      grant execute on function simpul.referral_is_readable(uuid) to simpul_api;

      create policy with_the_case on simpul.disclosure for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy while_it_may_be_read on simpul.disclosure for select to simpul_api
        using (simpul.referral_is_readable(referral_id));
      create policy frozen_by_the_case_team on simpul.disclosure for insert to simpul_api
        with check ((select ctx.writes_cases()) and exists (select 1 from simpul.case_file f where f.id = case_id));
      grant select, insert on simpul.disclosure to simpul_api;

      create policy with_the_case on simpul.referral_message for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy while_it_may_be_read on simpul.referral_message for select to simpul_api
        using (simpul.referral_is_readable(referral_id));
      create policy written_in_the_own_name on simpul.referral_message for insert to simpul_api
        with check (author_id = (select ctx.account_id()) and agency_id = (select ctx.agency_id())
                    and exists (select 1 from simpul.referral r where r.id = referral_id and r.status <> 'cancelled'));
      grant select, insert on simpul.referral_message to simpul_api;

      create policy with_the_case on simpul.feedback for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy while_it_may_be_read on simpul.feedback for select to simpul_api
        using (simpul.referral_is_readable(referral_id));
      create policy given_by_the_receiver on simpul.feedback for insert to simpul_api
        with check (author_id = (select ctx.account_id()) and agency_id = (select ctx.agency_id())
                    and exists (select 1 from simpul.referral r where r.id = referral_id and r.status <> 'cancelled'
                                   and r.to_agency_id = (select ctx.agency_id())));
      grant select, insert on simpul.feedback to simpul_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table simpul.feedback; drop table simpul.referral_message; drop table simpul.disclosure;
      drop function simpul.referral_is_readable(uuid); drop function simpul.bases_live(uuid[]);
    `);
  }
}
