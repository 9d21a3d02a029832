import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever is asked among several reads a row of their own: until they accept it holds neither the number of the case nor
 * its level of risk. The level waits beside the sender's words, where no receiver reads, and comes back with the
 * acceptance; the number comes back from the case.
 */
export class ABareRowSaysNothing1790000959000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table simpul.referral alter column case_number drop not null;
      alter table simpul.referral_draft add column asked_risk text;

      alter table simpul.referral disable trigger user;
      update simpul.referral_draft d set asked_risk = r.risk
        from simpul.referral r where r.id = d.referral_id and r.bare and r.sent_at is not null;
      update simpul.referral set case_number = null, risk = null where bare and sent_at is not null;
      alter table simpul.referral enable trigger user;
      alter table simpul.referral
        add constraint whole_says_which_case check (case_number is not null or (bare and sent_at is not null)),
        add constraint bare_says_nothing
          check (not bare or sent_at is null or (case_number is null and risk is null));

      -- Its owner reads the case and the sender's words; the receiver, under whose context it runs, reads neither.
      create function simpul.referral_says_what_it_may() returns trigger
        language plpgsql security definer set search_path = pg_catalog as $$
      begin
        if new.bare and new.sent_at is not null then
          if old.sent_at is null then
            update simpul.referral_draft d set asked_risk = new.risk where d.referral_id = new.id;
          end if;
          new.case_number := null;
          new.risk := null;
        elsif old.bare and not new.bare and old.sent_at is not null then
          new.case_number := (select f.number from simpul.case_file f where f.id = new.case_id);
          new.risk := (select d.asked_risk from simpul.referral_draft d where d.referral_id = new.id);
        end if;
        return new;
      end $$;
      revoke all on function simpul.referral_says_what_it_may() from public;
      -- Triggers of one moment fire by name: after keeps_its_course, which makes the accepted one whole.
      create trigger says_what_it_may before update on simpul.referral
        for each row execute function simpul.referral_says_what_it_may();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger says_what_it_may on simpul.referral;
      drop function simpul.referral_says_what_it_may();
      alter table simpul.referral drop constraint bare_says_nothing, drop constraint whole_says_which_case;
      alter table simpul.referral disable trigger user;
      update simpul.referral r set case_number = f.number, risk = d.asked_risk
        from simpul.case_file f, simpul.referral_draft d
       where f.id = r.case_id and d.referral_id = r.id and r.bare and r.sent_at is not null;
      alter table simpul.referral enable trigger user;
      alter table simpul.referral alter column case_number set not null;
      alter table simpul.referral_draft drop column asked_risk;
    `);
  }
}
