import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A basis that stands against the client's own no opens nothing until another human being has countersigned it; and a
 * yes whose guardian turns out to be reported is void, which is neither a withdrawal nor a no of the client.
 * simpul.bases_live: from 1790000110000
 */
export class ANoIsOverriddenByTwo1790000911000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table simpul.lawful_basis
        add column against_refusal boolean not null default false,
        -- Why it has to be shared against the no: for whoever countersigns, sealed under the key of the case.
        add column why_sealed bytea,
        add column decision text check (decision in ('COUNTERSIGNED', 'DECLINED')),
        add column decided_by uuid references simpul.account (id),
        add column decided_at timestamptz,
        add column decision_reason_sealed bytea,
        add column void_reason text check (void_reason in ('GUARDIAN_REPORTED')),
        add constraint only_another_basis_goes_against_a_no check (not against_refusal or basis <> 'PERSETUJUAN'),
        add constraint against_a_no_with_a_reason check (not against_refusal or why_sealed is not null),
        add constraint decided_whole check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)
          and (decision is null or against_refusal)),
        add constraint void_is_over check (void_reason is null or (withdrawn_at is not null and given_by = 'GUARDIAN'));
      create index lawful_basis_that_waits on simpul.lawful_basis (case_id, recorded_at)
        where against_refusal and decision is null;
      grant update (decision, decided_by, decided_at, decision_reason_sealed, void_reason) on simpul.lawful_basis to simpul_api;
      grant select (against_refusal, decision) on simpul.lawful_basis to simpul_worker;

      alter policy withdrawn_in_the_own_name on simpul.lawful_basis
        with check (withdrawn_by = (select ctx.account_id()) or decided_by = (select ctx.account_id()));

      -- Four eyes are counted by human being, and nobody's who turns out to have an interest in the case.
      create function simpul.no_is_overridden_by_two() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        if tg_op = 'INSERT' then
          if new.decision is not null and ctx.account_id() is not null then
            raise exception 'what is recorded is not decided yet' using errcode = 'check_violation';
          end if;
          return new;
        end if;
        if new.decision is not distinct from old.decision then return new; end if;
        if old.decision is not null or old.withdrawn_at is not null
           or new.decided_by is distinct from ctx.account_id()
           or (select a.person_id from simpul.account a where a.id = old.recorded_by) is not distinct from ctx.person_id()
           or simpul.account_has_conflict(old.case_id, old.recorded_by) then
          raise exception 'a no is overridden by two people' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger no_is_overridden_by_two before insert or update of decision on simpul.lawful_basis
        for each row execute function simpul.no_is_overridden_by_two();

      create or replace function simpul.bases_live(ids uuid[]) returns boolean language sql stable as $$
        select not exists (
          select 1 from unnest(ids) as wanted (id)
           where not exists (select 1 from simpul.lawful_basis b
                              where b.id = wanted.id and b.withdrawn_at is null and b.answer is distinct from 'REFUSED'
                                and (not b.against_refusal or b.decision = 'COUNTERSIGNED')
                                and (b.expires_at is null or b.expires_at > simpul.now())))
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function simpul.bases_live(ids uuid[]) returns boolean language sql stable as $$
        select not exists (
          select 1 from unnest(ids) as wanted (id)
           where not exists (select 1 from simpul.lawful_basis b
                              where b.id = wanted.id and b.withdrawn_at is null and b.answer is distinct from 'REFUSED'
                                and (b.expires_at is null or b.expires_at > simpul.now())))
      $$;
      drop trigger no_is_overridden_by_two on simpul.lawful_basis; drop function simpul.no_is_overridden_by_two();
      alter policy withdrawn_in_the_own_name on simpul.lawful_basis with check (withdrawn_by = (select ctx.account_id()));
      alter table simpul.lawful_basis drop column void_reason, drop column decision_reason_sealed, drop column decided_at, drop column decided_by,
        drop column decision, drop column why_sealed, drop column against_refusal;
    `);
  }
}
