import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Two things that the policy gave to integrity officers and the rows kept from them: the newest seal of the ledger, and
 * what was picked for review from a sealed case. A review that nobody sees is a clock that nobody can meet; they see it by
 * pseudonym, as everything else, and whoever has an interest in the case still sees nothing of it.
 */
export class GuardsSeeWhatTheyAnswerFor1790000873000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter policy reviewers_read on ledger.checkpoint using ((select ctx.role()) in ('supervisor', 'auditor', 'integrity_officer'));
      alter policy reviewers_read on ledger.cosignature using ((select ctx.role()) in ('supervisor', 'auditor', 'integrity_officer'));

      -- The ledger's names of the cases in which the person has an interest; of no other case it says anything.
      create function ctx.excluded_case_refs() returns uuid[]
        language sql stable security definer set search_path = pg_catalog as $$
        select coalesce(array_agg(k.ledger_ref), '{}') from simpul.case_key k where k.case_id = any (ctx.excluded_case_ids()) $$;
      -- Of the cases that are sealed now, for a guard; nobody else learns of one.
      create function ctx.sealed_case_refs() returns uuid[]
        language sql stable security definer set search_path = pg_catalog as $$
        select coalesce(array_agg(k.ledger_ref), '{}') from simpul.case_file f join simpul.case_key k on k.case_id = f.id
         where f.sealed and ctx.guards() $$;
      revoke all on function ctx.excluded_case_refs(), ctx.sealed_case_refs() from public;
      grant execute on function ctx.excluded_case_refs(), ctx.sealed_case_refs() to simpul_api;
      alter policy hidden_from_this_person on simpul.review_item
        using (case when (select ctx.guards()) then coalesce(case_ref <> all ((select ctx.excluded_case_refs())::uuid[]), true)
                    else coalesce(case_ref <> all ((select ctx.hidden_ids())::uuid[]), true) end);
      -- An item of a sealed case is nobody's of the office: a guard ends it, whichever side it was picked for.
      create policy guards_review_what_is_sealed on simpul.review_item for update to simpul_api
        using ((select ctx.guards()) and case_ref = any ((select ctx.sealed_case_refs())::uuid[]))
        with check (coalesce(reviewed_by, asked_by) is not null
                    and (reviewed_by is null or reviewed_by = (select ctx.account_id())));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter policy hidden_from_this_person on simpul.review_item
        using (coalesce(case_ref <> all ((select ctx.hidden_ids())::uuid[]), true));
      drop policy guards_review_what_is_sealed on simpul.review_item;
      drop function ctx.sealed_case_refs(); drop function ctx.excluded_case_refs();
      alter policy reviewers_read on ledger.cosignature using ((select ctx.role()) in ('supervisor', 'auditor'));
      alter policy reviewers_read on ledger.checkpoint using ((select ctx.role()) in ('supervisor', 'auditor'));
    `);
  }
}
