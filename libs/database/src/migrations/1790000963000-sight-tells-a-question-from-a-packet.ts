import type { MigrationInterface, QueryRunner } from 'typeorm';

const AS_IT_WAS = `
      select a.id, 'receiver', 'receiver', min(r.sent_at), null,
             a.active and not exists (select 1 from kept where kept.account = a.id and kept.excluded)
        from simpul.referral r join simpul.account a on a.agency_id = r.to_agency_id
       where r.case_id = of_case and simpul.receives(r.id, a.id) group by a.id`;
const AS_THE_ROWS_SAY = `
      -- What was sent opens while it rests on something and was not taken back (simpul.referral_is_readable); a bare
      -- question opens nothing: that there is a need, and no more.
      select a.id, x.how, x.how, min(r.sent_at), null,
             a.active and not exists (select 1 from kept where kept.account = a.id and kept.excluded)
               and bool_or(r.status not in ('draft', 'cancelled') and (r.bare or simpul.bases_live(r.basis_ids)))
        from simpul.referral r join simpul.account a on a.agency_id = r.to_agency_id
       cross join lateral (values (case when r.bare then 'asked' else 'receiver' end)) as x (how)
       where r.case_id = of_case and simpul.receives(r.id, a.id) group by a.id, x.how`;

// simpul.sight_of_case: from 1790000890000
const SIGHT = (RECEIVERS: string): string => `
  create or replace function simpul.sight_of_case(of_case uuid, only_account uuid)
    returns table ("accountId" uuid, name text, role text, "agencyName" text, ways jsonb, barred text[])
    language sql stable security definer set search_path = pg_catalog as $$
    with kept as materialized (
      select a.id as account, k.excluded,
             -- Whose number matched is for a guard alone.
             case when k.why = 'interest' and not ctx.guards() and not exists (
                    select 1 from simpul.case_conflict c where c.case_id = of_case and c.person_id = a.person_id
                       and c.lifted_at is null and c.source <> 'MATCH') then 'guarded' else k.why end as why
        from simpul.account a join lateral simpul.cases_kept_from(a.id) k on k.case_id = of_case
       where cardinality(simpul.relations_to_case(of_case, ctx.account_id())) > 0
         and (a.id = only_account or only_account is null)),
    ways as (
      select a.id as account, w.relation, w.how, w.since, w.until, w.holds
        from simpul.account a cross join lateral simpul.ways_to_case(of_case, a.id) w
       where a.id = only_account or only_account is null
      union all
${RECEIVERS}
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
     where cardinality(simpul.relations_to_case(of_case, ctx.account_id())) > 0
       and case when only_account is not null then a.id = only_account
                else a.active and (a.agency_id = f.agency_id or exists (select 1 from ways w where w.account = a.id)) end
     order by a.display_name, a.id limit 300 $$;
`;

/**
 * The answer to "why can this person see this?" said of every agency that was ever sent something that it reads the
 * packet: also of one that was only asked, bare, whether it could help, and of one whose referral was taken back or
 * whose consent was withdrawn. It says what row-level security does.
 */
export class SightTellsAQuestionFromAPacket1790000963000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SIGHT(AS_THE_ROWS_SAY));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(SIGHT(AS_IT_WAS));
  }
}
