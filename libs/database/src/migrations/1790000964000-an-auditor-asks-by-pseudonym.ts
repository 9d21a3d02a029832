import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The text of 1790000963000, with who may ask decided by its callers. */
const SIGHT_OF = `
  create function simpul.sight_of(of_case uuid, only_account uuid, allowed boolean)
    returns table ("accountId" uuid, name text, role text, "agencyName" text, ways jsonb, barred text[])
    language sql stable security definer set search_path = pg_catalog as $$
    with kept as materialized (
      select a.id as account, k.excluded,
             -- Whose number matched is for a guard alone.
             case when k.why = 'interest' and not ctx.guards() and not exists (
                    select 1 from simpul.case_conflict c where c.case_id = of_case and c.person_id = a.person_id
                       and c.lifted_at is null and c.source <> 'MATCH') then 'guarded' else k.why end as why
        from simpul.account a join lateral simpul.cases_kept_from(a.id) k on k.case_id = of_case
       where allowed
         and (a.id = only_account or only_account is null)),
    ways as (
      select a.id as account, w.relation, w.how, w.since, w.until, w.holds
        from simpul.account a cross join lateral simpul.ways_to_case(of_case, a.id) w
       where a.id = only_account or only_account is null
      union all
      -- What was sent opens while it rests on something and was not taken back (simpul.referral_is_readable); a bare
      -- question opens nothing: that there is a need, and no more.
      select a.id, x.how, x.how, min(r.sent_at), null,
             a.active and not exists (select 1 from kept where kept.account = a.id and kept.excluded)
               and bool_or(r.status not in ('draft', 'cancelled') and (r.bare or simpul.bases_live(r.basis_ids)))
        from simpul.referral r join simpul.account a on a.agency_id = r.to_agency_id
       cross join lateral (values (case when r.bare then 'asked' else 'receiver' end)) as x (how)
       where r.case_id = of_case and simpul.receives(r.id, a.id) group by a.id, x.how
      union all
      select a.id, 'own', 'report', p.received_at, null, a.active and not exists (select 1 from kept where kept.account = a.id)
        from simpul.report p join simpul.account a on a.id = p.received_by where p.case_id = of_case
      union all
      select a.id, 'missed', 'missed', min(d.missed_at), null,
             a.active and not exists (select 1 from kept where kept.account = a.id)
        from simpul.deadline d join simpul.account a on a.role = 'dinas_head'
       where d.case_id = of_case and d.status = 'missed' group by a.id)
    select a.id, a.display_name, a.role, a.agency_name,
           coalesce((select jsonb_agg(jsonb_build_object('relation', w.relation, 'how', w.how, 'since', w.since, 'until', w.until,
                                                         'holds', w.holds) order by w.holds desc, w.since nulls first, w.how)
                       from ways w where w.account = a.id), '[]'),
           array(select distinct kept.why from kept where kept.account = a.id order by 1)
      from simpul.account a join simpul.case_file f on f.id = of_case
     where allowed
       and case when only_account is not null then a.id = only_account
                else a.active and (a.agency_id = f.agency_id or exists (select 1 from ways w where w.account = a.id)) end
     order by a.display_name, a.id limit 300 $$;
`;

// simpul.sight_of_case: from 1790000963000
const SIGHT_OF_CASE = `
  create or replace function simpul.sight_of_case(of_case uuid, only_account uuid)
    returns table ("accountId" uuid, name text, role text, "agencyName" text, ways jsonb, barred text[])
    language sql stable security definer set search_path = pg_catalog as $$
    select * from simpul.sight_of(of_case, only_account,
      cardinality(simpul.relations_to_case(of_case, ctx.account_id())) > 0) $$;
`;

/**
 * An auditor asks "why can this person see this?" as they read everything else: by the case's pseudonym in the ledger.
 * They learn who and why, never which case; of what is kept from them, sealed cases included, there is nothing to ask.
 */
export class AnAuditorAsksByPseudonym1790000964000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SIGHT_OF);
    await runner.query(SIGHT_OF_CASE);
    await runner.query(`
      create function simpul.sight_of_ref(ref uuid, only_account uuid)
        returns table ("accountId" uuid, name text, role text, "agencyName" text, ways jsonb, barred text[])
    language sql stable security definer set search_path = pg_catalog as $$
        select s.* from simpul.case_key k
         cross join lateral simpul.sight_of(k.case_id, only_account, (select ctx.role()) = 'auditor' and not exists (
           select from simpul.cases_kept_from((select ctx.account_id())) kept where kept.case_id = k.case_id)) s
         where k.ledger_ref = ref $$;
      revoke all on function simpul.sight_of(uuid, uuid, boolean), simpul.sight_of_ref(uuid, uuid) from public;
      grant execute on function simpul.sight_of_ref(uuid, uuid) to simpul_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function simpul.sight_of_ref(uuid, uuid)');
    await runner.query(
      SIGHT_OF.replace(
        'create function simpul.sight_of(of_case uuid, only_account uuid, allowed boolean)',
        'create or replace function simpul.sight_of_case(of_case uuid, only_account uuid)',
      ).replaceAll('allowed', 'cardinality(simpul.relations_to_case(of_case, ctx.account_id())) > 0'),
    );
    await runner.query('drop function simpul.sight_of(uuid, uuid, boolean)');
  }
}
