import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Referrals and their moves. The case's team sees the referrals of its case; the receiving agency sees those that
 * were sent to it, never a draft. What the sender writes lies in a table of its own that no receiver can read.
 *
 * The lifecycle is kept twice: by the table in libs/referrals, and here by a trigger that lets no status change
 * through which that table does not know, nor one by the wrong side (a test holds the two against each other).
 */
export class Referrals1790000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.referral (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null references simpul.case_file (id),
        -- Copied from the case, whose row the receiver may not read.
        case_number text not null,
        number text unique,
        from_agency_id uuid not null references simpul.agency (id),
        to_agency_id uuid not null references simpul.agency (id),
        service_code text not null,
        urgency text not null check (urgency in ('SEGERA', 'BIASA')),
        status text not null default 'draft' check (status in
          ('draft', 'requested', 'received', 'accepted', 'in-progress', 'on-hold', 'completed', 'failed', 'rejected', 'cancelled')),
        -- Where the answer to a question leads back to.
        held_from text check (held_from in ('requested', 'received', 'accepted')),
        -- The level that chose the receiver's clocks, as it was when the referral was sent.
        risk text check (risk in ('TINGGI', 'SEDANG', 'RENDAH')),
        client_ids uuid[] not null default '{}',
        -- The lawful bases that the packet rests on.
        basis_ids uuid[] not null default '{}',
        follows_referral_id uuid references simpul.referral (id),
        created_by uuid not null references simpul.account (id),
        created_at timestamptz not null default simpul.now(),
        sent_at timestamptz,
        sent_by uuid references simpul.account (id),
        opened_at timestamptz,
        opened_by uuid references simpul.account (id),
        acknowledged_at timestamptz,
        accepted_at timestamptz,
        responsible_name text,
        responsible_account_id uuid references simpul.account (id),
        appointment_at timestamptz,
        appointment_place_sealed bytea,
        started_at timestamptz,
        last_feedback_at timestamptz,
        ended_at timestamptz,
        rejection_reason text,
        failure_reason text,
        outcome text,
        cancelled_by text check (cancelled_by in ('SENDER', 'CONSENT')),
        -- Whatever the ending act adds in words: why declined, why withdrawn.
        ending_words_sealed bytea,
        confirmed_at timestamptz,
        version int not null default 1,
        inbox_tab text generated always as (case
          when sent_at is null then null
          when status in ('requested', 'received') then 'answer'
          when status in ('accepted', 'on-hold') then 'running'
          when status = 'in-progress' then 'report'
          else 'ended' end) stored,
        constraint to_somebody_else check (from_agency_id <> to_agency_id),
        constraint held_while_on_hold check ((status = 'on-hold') = (held_from is not null)),
        constraint sent_means_numbered check ((sent_at is null) = (number is null)),
        constraint a_draft_is_not_sent check (status <> 'draft' or sent_at is null),
        constraint only_drafts_and_cancelled_drafts_are_unsent check (sent_at is not null or status in ('draft', 'cancelled')),
        constraint declined_with_a_reason check ((status = 'rejected') = (rejection_reason is not null)),
        constraint failed_with_a_reason check ((status = 'failed') = (failure_reason is not null)),
        constraint completed_with_an_outcome check ((status = 'completed') = (outcome is not null)),
        constraint cancelled_by_somebody check ((status = 'cancelled') = (cancelled_by is not null)),
        constraint ended_has_a_time check ((status in ('completed', 'failed', 'rejected', 'cancelled')) = (ended_at is not null)),
        constraint confirmed_after_the_outcome check (confirmed_at is null or status in ('completed', 'failed'))
      );
      create index referral_of_case on simpul.referral (case_id, created_at);
      create index referral_inbox on simpul.referral (to_agency_id, inbox_tab, sent_at, id);
      create index referral_by_basis on simpul.referral using gin (basis_ids);

      -- What the sender writes for the receiver and chooses to share, until and after it is frozen as a disclosure.
      create table simpul.referral_draft (
        id uuid primary key default gen_random_uuid(),
        referral_id uuid not null unique references simpul.referral (id),
        case_id uuid not null references simpul.case_file (id),
        words_sealed bytea not null,
        levels jsonb not null default '{}' check (jsonb_typeof(levels) = 'object'),
        created_at timestamptz not null default simpul.now()
      );

      create table simpul.referral_move (
        id uuid primary key default gen_random_uuid(),
        referral_id uuid not null references simpul.referral (id),
        case_id uuid not null references simpul.case_file (id),
        -- The referral's version after the move: their order, also where two share one instant.
        position int not null,
        act text not null,
        party text not null check (party in ('case-team', 'receiver', 'consent')),
        from_status text not null,
        to_status text not null,
        account_id uuid references simpul.account (id),
        reason text,
        -- The ledger's entry of the same act: each move has its proof and each proof its move.
        ledger_entry_id uuid not null,
        at timestamptz not null,
        created_at timestamptz not null default simpul.now(),
        constraint only_the_system_has_no_account check ((account_id is null) = (party = 'consent'))
      );
      create unique index referral_move_of_referral on simpul.referral_move (referral_id, position);

      create table simpul.letter_counter (
        id uuid primary key default gen_random_uuid(),
        prefix text not null,
        year int not null,
        last_number int not null,
        created_at timestamptz not null default simpul.now(),
        unique (prefix, year)
      );

      call simpul.protect('simpul.referral');
      call simpul.protect('simpul.referral_draft');
      call simpul.protect('simpul.referral_move');
      call simpul.protect('simpul.letter_counter');

      -- The next letter of a year, without gaps: the row stays locked until the commit.
      create function simpul.next_letter_number(city text, of_year int) returns int
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        taken int;
      begin
        if ctx.account_id() is null then raise exception 'no one acts' using errcode = 'insufficient_privilege'; end if;
        insert into simpul.letter_counter as c (prefix, year, last_number) values (city, of_year, 1)
          on conflict (prefix, year) do update set last_number = c.last_number + 1
          returning c.last_number into taken;
        return taken;
      end $$;
      revoke all on function simpul.next_letter_number(text, int) from public;
      grant execute on function simpul.next_letter_number(text, int) to simpul_api;

      -- Whether the table of acts knows a way from one status to another for this side. Held against
      -- libs/referrals/src/rules/referral-lifecycle.ts by a test.
      create function simpul.referral_may_move(old_status text, new_status text, party text) returns boolean
        language sql immutable set search_path = pg_catalog as $$
        select (old_status, new_status, party) in (values
          ('draft', 'requested', 'case-team'),
          ('requested', 'received', 'receiver'),
          ('requested', 'on-hold', 'receiver'), ('received', 'on-hold', 'receiver'), ('accepted', 'on-hold', 'receiver'),
          ('on-hold', 'requested', 'case-team'), ('on-hold', 'received', 'case-team'), ('on-hold', 'accepted', 'case-team'),
          ('requested', 'accepted', 'receiver'), ('received', 'accepted', 'receiver'),
          ('requested', 'rejected', 'receiver'), ('received', 'rejected', 'receiver'), ('on-hold', 'rejected', 'receiver'),
          ('accepted', 'in-progress', 'receiver'),
          ('accepted', 'completed', 'receiver'), ('in-progress', 'completed', 'receiver'),
          ('accepted', 'failed', 'receiver'), ('in-progress', 'failed', 'receiver'),
          ('draft', 'cancelled', 'case-team'), ('requested', 'cancelled', 'case-team'),
          ('received', 'cancelled', 'case-team'), ('accepted', 'cancelled', 'case-team'),
          ('in-progress', 'cancelled', 'case-team'), ('on-hold', 'cancelled', 'case-team'),
          ('draft', 'cancelled', 'consent'), ('requested', 'cancelled', 'consent'),
          ('received', 'cancelled', 'consent'), ('accepted', 'cancelled', 'consent'),
          ('in-progress', 'cancelled', 'consent'), ('on-hold', 'cancelled', 'consent'))
      $$;

      create function simpul.referral_keeps_its_course() returns trigger
        language plpgsql set search_path = pg_catalog as $$
      declare
        party text := case
          when current_user = 'simpul_worker' then 'consent'
          when ctx.agency_id() = old.to_agency_id then 'receiver'
          else 'case-team' end;
      begin
        if (new.case_id, new.case_number, new.from_agency_id, new.created_by)
           is distinct from (old.case_id, old.case_number, old.from_agency_id, old.created_by)
           or (old.sent_at is not null and (new.to_agency_id, new.service_code, new.number, new.sent_at, new.client_ids)
               is distinct from (old.to_agency_id, old.service_code, old.number, old.sent_at, old.client_ids))
           or (old.confirmed_at is not null and new.confirmed_at is distinct from old.confirmed_at)
           or (new.confirmed_at is distinct from old.confirmed_at and party <> 'case-team')
        then
          raise exception 'a sent referral keeps its course' using errcode = 'check_violation';
        end if;
        if new.status is distinct from old.status
           and not simpul.referral_may_move(old.status, new.status, party)
        then
          raise exception 'no way from % to % for %', old.status, new.status, party using errcode = 'check_violation';
        end if;
        new.version := old.version + 1;
        return new;
      end $$;
      create trigger keeps_its_course before update on simpul.referral
        for each row execute function simpul.referral_keeps_its_course();

      -- Whom the sender's clocks run for: the owner of the case, told to the receiver too, because its acts start them.
      create function simpul.referral_sender(of_referral uuid) returns uuid
        language sql stable security definer set search_path = pg_catalog as $$
        select f.owner_account_id from simpul.referral r join simpul.case_file f on f.id = r.case_id
         where r.id = of_referral and r.sent_at is not null
           and (ctx.agency_id() in (r.to_agency_id, r.from_agency_id) or session_user = 'simpul_worker')
      $$;
      revoke all on function simpul.referral_sender(uuid) from public;
      grant execute on function simpul.referral_sender(uuid) to simpul_api, simpul_worker;

      -- The police confirm a referral for a police report: with that the report is with them, and clocks of the law
      -- start. Only they, only for that service, and once per case; gives back what the rules need to know.
      create function simpul.police_received_report(of_referral uuid, at timestamptz)
        returns table (tracks text[], contexts text[], violence_types text[], risk text, occurred_at timestamptz,
                       agency_id uuid, owner_account_id uuid, milestone_id uuid)
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      #variable_conflict use_column
      declare
        of_case uuid;
      begin
        select r.case_id into of_case
          from simpul.referral r join simpul.agency a on a.id = r.to_agency_id
         where r.id = of_referral and r.sent_at is not null and r.status in ('received', 'accepted')
           and r.service_code = 'PENEGAKAN_HUKUM' and a.kind = 'POLRES' and a.id = ctx.agency_id();
        if of_case is null or exists (select 1 from simpul.milestone m
                                       where m.case_id = of_case and m.kind = 'report.received_by_police')
        then return; end if;
        insert into simpul.milestone (case_id, kind, at, recorded_by)
          values (of_case, 'report.received_by_police', at, ctx.account_id()) returning id into milestone_id;
        return query select f.tracks, f.contexts, f.violence_types, f.risk, f.occurred_at, f.agency_id, f.owner_account_id,
                            milestone_id from simpul.case_file f where f.id = of_case;
      end $$;
      revoke all on function simpul.police_received_report(uuid, timestamptz) from public;
      grant execute on function simpul.police_received_report(uuid, timestamptz) to simpul_api;

      -- Receivers: whoever in an agency takes referrals. A cancelled one stays visible as a tombstone; its content
      -- does not (see the disclosures).
      create function ctx.receives_referrals() returns boolean language sql stable as $$
        select coalesce(ctx.role() in
          ('agency_officer', 'agency_head', 'intake_counselor', 'case_worker', 'supervisor'), false) $$;

      -- One policy and not two: OR stops at the first yes, and the receiver's side costs nothing. Asked the other way
      -- round, an agency's inbox would collect every case of the city before it showed twenty lines.
      create policy seen_by_its_receiver_or_with_its_case on simpul.referral for select to simpul_api
        using ((to_agency_id = (select ctx.agency_id()) and sent_at is not null and (select ctx.receives_referrals()))
               or exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy drafted_on_a_visible_case on simpul.referral for insert to simpul_api
        with check (created_by = (select ctx.account_id()) and (select ctx.writes_cases()) and status = 'draft'
                    and exists (select 1 from simpul.case_file f
                                 where f.id = case_id and f.agency_id = from_agency_id and f.number = case_number));
      create policy moved_by_the_case_team on simpul.referral for update to simpul_api
        using ((select ctx.writes_cases()) and exists (select 1 from simpul.case_file f where f.id = case_id))
        with check ((select ctx.writes_cases()) and exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy moved_by_the_receiver on simpul.referral for update to simpul_api
        -- A cancelled one can still be locked, so that its receiver is told what happened instead of "not found".
        using (to_agency_id = (select ctx.agency_id()) and sent_at is not null and (select ctx.receives_referrals()))
        with check (to_agency_id = (select ctx.agency_id()) and sent_at is not null and status <> 'cancelled'
                    and (select ctx.receives_referrals()));
      grant select, insert on simpul.referral to simpul_api;
      grant update (to_agency_id, service_code, urgency, number, status, held_from, risk, client_ids, basis_ids,
                    follows_referral_id, sent_at, sent_by, opened_at, opened_by, acknowledged_at, accepted_at,
                    responsible_name, responsible_account_id, appointment_at, appointment_place_sealed, started_at,
                    last_feedback_at, ended_at, rejection_reason, failure_reason, outcome, cancelled_by,
                    ending_words_sealed, confirmed_at) on simpul.referral to simpul_api;

      create policy with_the_case on simpul.referral_draft for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy written_by_the_case_team on simpul.referral_draft for insert to simpul_api
        with check ((select ctx.writes_cases()) and exists (select 1 from simpul.case_file f where f.id = case_id));
      -- What was sent stays as it was sent.
      create policy rewritten_while_a_draft on simpul.referral_draft for update to simpul_api
        using ((select ctx.writes_cases())
               and exists (select 1 from simpul.referral r where r.id = referral_id and r.status = 'draft'))
        with check ((select ctx.writes_cases())
                    and exists (select 1 from simpul.referral r where r.id = referral_id and r.status = 'draft'));
      grant select, insert on simpul.referral_draft to simpul_api;
      grant update (words_sealed, levels) on simpul.referral_draft to simpul_api;

      create policy with_the_referral on simpul.referral_move for select to simpul_api
        using (exists (select 1 from simpul.referral r where r.id = referral_id
                         and (act not in ('draft', 'edit') or r.from_agency_id = (select ctx.agency_id()))));
      create policy made_in_the_own_name on simpul.referral_move for insert to simpul_api
        with check (account_id = (select ctx.account_id())
                    and exists (select 1 from simpul.referral r where r.id = referral_id));
      grant select, insert on simpul.referral_move to simpul_api;

      -- A receiver knows the basis on which it was told (and so SQL can check that it still lives). By the case first:
      -- only a leakproof comparison may use an index beneath another table's policy.
      create policy with_an_own_referral on simpul.lawful_basis for select to simpul_api
        using (exists (select 1 from simpul.referral r
                        where r.case_id = lawful_basis.case_id and lawful_basis.id = any (r.basis_ids)));

      -- The worker withdraws referrals whose basis ended, reminds, and reads no text.
      create policy worker_reads on simpul.referral for select to simpul_worker using (true);
      create policy worker_withdraws on simpul.referral for update to simpul_worker
        using (true) with check (status = 'cancelled');
      grant select (id, case_id, case_number, number, from_agency_id, to_agency_id, service_code, urgency, status,
                    held_from, risk, basis_ids, client_ids, follows_referral_id, created_by, created_at, sent_at,
                    sent_by, opened_at, opened_by, acknowledged_at, accepted_at, responsible_name,
                    responsible_account_id, appointment_at, started_at, last_feedback_at, ended_at, cancelled_by, confirmed_at, version, inbox_tab)
        on simpul.referral to simpul_worker;
      grant update (status, held_from, ended_at, cancelled_by) on simpul.referral to simpul_worker;
      create policy worker_records on simpul.referral_move for insert to simpul_worker
        with check (party = 'consent' and account_id is null);
      create policy worker_reads on simpul.referral_move for select to simpul_worker using (true);
      grant select, insert on simpul.referral_move to simpul_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy with_an_own_referral on simpul.lawful_basis;
      drop table simpul.referral_move; drop table simpul.referral_draft; drop table simpul.referral;
      drop function simpul.referral_keeps_its_course();
      drop function simpul.referral_may_move(text, text, text);
      drop function ctx.receives_referrals();
      drop function simpul.referral_sender(uuid);
      drop function simpul.police_received_report(uuid, timestamptz);
      drop function simpul.next_letter_number(text, int); drop table simpul.letter_counter;
    `);
  }
}
