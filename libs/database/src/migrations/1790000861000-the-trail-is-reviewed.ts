import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was picked from the trail of a day to be looked at by somebody else. The worker picks; a supervisor reviews the
 * own office, those who watch over the offices the rest; nobody sees what was picked about themselves, whichever
 * account they use (restrictive, by person).
 */
export class TheTrailIsReviewed1790000861000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row per day that was gone through. The seed is the root of the newest checkpoint at that moment: nobody can
      -- choose it, and whoever has the checkpoint draws the same sample again.
      create table simpul.review_picking (
        id uuid primary key default gen_random_uuid(),
        day date not null unique,
        seed text not null,
        checkpoint_number bigint,
        entries int not null,
        created_at timestamptz not null default simpul.now()
      );

      -- What the clock counts for: one office's picks of one day.
      create table simpul.review_day (
        id uuid primary key default gen_random_uuid(),
        day date not null,
        side text not null check (side in ('office', 'integrity')),
        -- Whose people review: the office itself, or the one that watches over the offices.
        agency_id uuid not null references simpul.agency (id),
        created_at timestamptz not null default simpul.now(),
        unique (day, side, agency_id)
      );

      create table simpul.review_item (
        id uuid primary key default gen_random_uuid(),
        review_day_id uuid not null references simpul.review_day (id),
        reason text not null check (reason ~ '^[a-z][A-Za-z]+$'),
        subject_account_id uuid not null references simpul.account (id),
        -- The case's name in the ledger: it opens nothing, and erasing the case leaves it a number.
        case_ref uuid,
        entry_ids uuid[] not null check (cardinality(entry_ids) > 0),
        first_at timestamptz not null,
        last_at timestamptz not null,
        status text not null default 'open' check (status in ('open', 'asked', 'done')),
        outcome text check (outcome in ('IN_ORDER', 'CONCERN')),
        -- Sealed by the server: it is about a colleague, and whoever reads no case has to be able to read it.
        note_sealed bytea,
        asked_by uuid references simpul.account (id),
        asked_at timestamptz,
        reviewed_by uuid references simpul.account (id),
        reviewed_at timestamptz,
        created_at timestamptz not null default simpul.now(),
        constraint an_end_has_a_hand check ((status = 'done') = (reviewed_by is not null and reviewed_at is not null
                                                                 and outcome is not null)),
        constraint a_question_has_a_hand check ((asked_by is null) = (asked_at is null))
      );
      create index review_item_of_day on simpul.review_item (review_day_id);
      create index review_item_open on simpul.review_item (created_at, id) where status <> 'done';
      create index review_item_done on simpul.review_item (reviewed_at desc, id desc) where status = 'done';
      create index review_item_by_entry on simpul.review_item using gin (entry_ids);

      call simpul.protect('simpul.review_picking');
      call simpul.protect('simpul.review_day');
      call simpul.protect('simpul.review_item');

      create policy seeds_are_known_to_reviewers on simpul.review_picking for select to simpul_api
        using ((select ctx.role()) in ('supervisor', 'auditor', 'integrity_officer'));
      create policy days_of_the_own_office on simpul.review_day for select to simpul_api
        using (side = 'office' and (select ctx.role()) = 'supervisor' and agency_id = (select ctx.agency_id()));
      create policy watchers_see_all_days on simpul.review_day for select to simpul_api
        using ((select ctx.role()) in ('auditor', 'integrity_officer'));
      create policy with_the_day on simpul.review_item for select to simpul_api
        using (exists (select 1 from simpul.review_day d where d.id = review_day_id));
      create policy reviewed_by_the_own_side on simpul.review_item for update to simpul_api
        using (exists (select 1 from simpul.review_day d where d.id = review_day_id
                          and (d.side = 'office') = ((select ctx.role()) = 'supervisor')))
        with check (coalesce(reviewed_by, asked_by) is not null
                    and (reviewed_by is null or reviewed_by = (select ctx.account_id())));
      create policy nobody_reviews_themselves on simpul.review_item as restrictive to simpul_api
        using ((select a.person_id from simpul.account a where a.id = subject_account_id)
               is distinct from (select ctx.person_id()));
      -- What is picked from a sealed case is for nobody from whom the case is kept.
      create policy hidden_from_this_person on simpul.review_item as restrictive to simpul_api
        using (coalesce(case_ref <> all ((select ctx.hidden_ids())::uuid[]), true));
      grant select on simpul.review_picking, simpul.review_day, simpul.review_item to simpul_api;
      grant update (status, outcome, note_sealed, asked_by, asked_at, reviewed_by, reviewed_at) on simpul.review_item to simpul_api;

      create policy worker_picks on simpul.review_picking to simpul_worker using (true) with check (true);
      create policy worker_picks on simpul.review_day to simpul_worker using (true) with check (true);
      create policy worker_picks on simpul.review_item to simpul_worker using (true) with check (true);
      grant select, insert on simpul.review_picking, simpul.review_day, simpul.review_item to simpul_worker;

      -- Whether nothing of a day is left, counted over what the asker may not see as well. One asker at a time: of two
      -- who sign the last two, one must find that it was the last.
      create function simpul.review_day_is_done(of_day uuid) returns boolean
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      begin
        perform pg_advisory_xact_lock(hashtextextended('review_day ' || of_day, 0));
        return not exists (select 1 from simpul.review_item i where i.review_day_id = of_day and i.status <> 'done');
      end $$;
      revoke all on function simpul.review_day_is_done(uuid) from public;
      grant execute on function simpul.review_day_is_done(uuid) to simpul_api;

      -- What of a day may have to be looked at, with what the rules need to know. The worker's own rights reach neither
      -- the ledger nor the roster of a moment; it gets codes, times and pseudonyms.
      create function simpul.reviewable_entries(from_at timestamptz, to_at timestamptz, acts text[])
        returns table (id uuid, act text, decision text, at timestamptz, actor_id uuid, actor_role text, actor_agency uuid,
                       case_ref uuid, facts jsonb, outside boolean, on_duty boolean, closed_at timestamptz,
                       reported_at timestamptz, office_has_supervisor boolean)
        language sql stable security definer set search_path = pg_catalog as $$
        select e.id, e.act, e.decision, e.at, e.actor_id, e.actor_role, e.actor_agency, e.case_ref, e.facts,
               f.id is not null
                 and f.owner_account_id <> e.actor_id
                 and not exists (select 1 from simpul.case_member m where m.case_id = f.id and m.account_id = e.actor_id
                                    and m.since <= e.at + interval '1 second' and (m.until is null or m.until >= e.at))
                 and not (e.actor_role = 'supervisor' and e.actor_agency = f.agency_id)
                 and not exists (select 1 from simpul.referral r where r.case_id = f.id and r.status <> 'draft'
                                    and r.to_agency_id = e.actor_agency),
               exists (select 1 from simpul.duty_shift s where s.removed_at is null and s.starts_at <= e.at and s.ends_at > e.at
                          and e.actor_id in (s.account_id, s.stand_in_account_id)),
               f.closed_at, f.reported_at,
               exists (select 1 from simpul.account a where a.agency_id = e.actor_agency and a.role = 'supervisor' and a.active)
          from ledger.entry e
          join simpul.account who on who.id = e.actor_id
          left join simpul.case_key k on k.ledger_ref = e.case_ref
          left join simpul.case_file f on f.id = k.case_id
         where e.at >= from_at and e.at < to_at
           and (e.case_ref is not null or e.decision = 'denied' or e.act = any (acts))
         order by e.seq $$;
      create function simpul.newest_root() returns table (number bigint, root text)
        language sql stable security definer set search_path = pg_catalog as $$
        select c.number, encode(c.root, 'hex') from ledger.checkpoint c order by c.number desc limit 1 $$;
      revoke all on function simpul.reviewable_entries(timestamptz, timestamptz, text[]), simpul.newest_root() from public;
      grant execute on function simpul.reviewable_entries(timestamptz, timestamptz, text[]), simpul.newest_root() to simpul_worker;

      -- A day's review hangs on no case: its clock is seen and ended by whoever reviews it.
      create policy with_the_review on simpul.deadline for select to simpul_api
        using (case_id is null and referral_id is null and report_id is null and about_id is not null
               and exists (select 1 from simpul.review_day r where r.id = about_id));
      create policy moved_with_the_review on simpul.deadline for update to simpul_api
        using (case_id is null and referral_id is null and report_id is null and about_id is not null
               and exists (select 1 from simpul.review_day r where r.id = about_id))
        with check (true);

      -- The integrity officer asks the trail, by pseudonym as an auditor does.
      create policy integrity_officer_reads_all on ledger.entry for select to simpul_api
        using ((select ctx.role()) = 'integrity_officer');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy integrity_officer_reads_all on ledger.entry;
      drop policy moved_with_the_review on simpul.deadline;
      drop policy with_the_review on simpul.deadline;
      drop function simpul.newest_root();
      drop function simpul.reviewable_entries(timestamptz, timestamptz, text[]);
      drop function simpul.review_day_is_done(uuid);
      drop table simpul.review_item; drop table simpul.review_day; drop table simpul.review_picking;
    `);
  }
}
