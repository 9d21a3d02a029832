import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A slip that came back on paper: somebody of the case's team writes down what the receiver answered. The answer is the
 * receiver's act, so it is made in the context of an account of the receiving agency with the name on the slip, for
 * this one referral and this one transaction. Who wrote it down stands in the row and in the ledger's entry before it.
 */
export class ASlipIsWrittenDown1790000902000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Leaves the context of the receiver; null (and the context as it was) when the slip is not this referral's, or
      -- the referral is no business of whoever asks.
      create function ctx.answer_by_slip(of_referral uuid, code text, given_name text)
        returns table (link_id uuid, account_id uuid, person_id uuid)
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      #variable_conflict use_column
      declare
        of_case uuid;
        author uuid;
      begin
        select r.case_id into of_case from simpul.referral r
         where r.id = of_referral and r.slip_code = code and r.sent_at is not null and r.status <> 'cancelled';
        if of_case is null or not ctx.writes_cases()
           or not (simpul.relations_to_case(of_case, ctx.account_id()) && '{team,unit}'::text[]) then return; end if;
        author := simpul.new_link_account(of_referral, given_name);
        insert into simpul.referral_link (referral_id, case_id, kind, issued_by, expires_at, spent_at, account_id)
          values (of_referral, of_case, 'SLIP', ctx.account_id(), simpul.now(), simpul.now(), author)
          returning id into link_id;
        perform ctx.claim_for_link(link_id);
        return query select link_id, a.id, a.person_id from simpul.account a where a.id = author;
      end $$;
      revoke all on function ctx.answer_by_slip(uuid, text, text) from public;
      grant execute on function ctx.answer_by_slip(uuid, text, text) to simpul_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function ctx.answer_by_slip(uuid, text, text);');
  }
}
