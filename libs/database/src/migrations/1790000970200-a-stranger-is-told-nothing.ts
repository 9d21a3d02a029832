import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether somebody has an interest in a case was told to whoever had two ids, and so, by difference, was a match of numbers,
 * which is for guards. Functions of the owner ask for the bare truth; everybody else hears it of the cases that they work on,
 * and of any other case that nothing goes: what is refused to a stranger says nothing. Decision 0174.
 */
const INTERESTS = `
  create function simpul.interest_as_told(of_case uuid, of_person uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select of_case is not null
           and (not simpul.relations_to_case(of_case, ctx.account_id()) && '{team,unit,guard}'::text[]
                or exists (select 1 from simpul.case_conflict c
                            where c.case_id = of_case and c.person_id = of_person and c.lifted_at is null)) $$;
  revoke all on function simpul.interest_as_told(uuid, uuid) from public;
  grant execute on function simpul.interest_as_told(uuid, uuid) to simpul_api;

  create or replace function simpul.has_conflict(of_case uuid, of_person uuid) returns boolean
    language plpgsql stable security invoker set search_path = pg_catalog as $$
  begin
    if current_user = 'simpul_owner' then
      return exists (select 1 from simpul.case_conflict c
                      where c.case_id = of_case and c.person_id = of_person and c.lifted_at is null);
    end if;
    return simpul.interest_as_told(of_case, of_person);
  end $$;
  create or replace function simpul.account_has_conflict(of_case uuid, of_account uuid) returns boolean
    language sql stable security invoker set search_path = pg_catalog as $$
    select simpul.has_conflict(of_case, a.person_id) from simpul.account a where a.id = of_account $$;

  -- Whoever opens a case in an emergency learns who will look at it, and not from whom it is kept.
  create function simpul.reviewer_of_emergency(access uuid) returns uuid
    language sql stable security definer set search_path = pg_catalog as $$
    select simpul.emergency_reviewer(e.id, null) from simpul.emergency_access e
     where e.id = access and e.account_id = ctx.account_id() $$;
  revoke all on function simpul.reviewer_of_emergency(uuid) from public;
  grant execute on function simpul.reviewer_of_emergency(uuid) to simpul_api;
`;

const INTERESTS_BEFORE = `
  drop function simpul.reviewer_of_emergency(uuid);
  create or replace function simpul.has_conflict(of_case uuid, of_person uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (select 1 from simpul.case_conflict c
                    where c.case_id = of_case and c.person_id = of_person and c.lifted_at is null) $$;
  create or replace function simpul.account_has_conflict(of_case uuid, of_account uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select simpul.has_conflict(of_case, a.person_id) from simpul.account a where a.id = of_account $$;
  drop function simpul.interest_as_told(uuid, uuid);
`;

const ON_THE_CASE = `simpul.relations_to_case(of_case, ctx.account_id()) && '{team,unit,guard}'::text[]`;

const SEAL_TEAM_FITS = (who: string): string => `
  create or replace function simpul.seal_team_fits(of_case uuid, team uuid[]) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select ${who}count(*) = (select count(distinct t) from unnest(team) t) and count(distinct a.person_id) >= 2
           and bool_or(a.role in ('intake_counselor', 'case_worker', 'supervisor'))
      from simpul.account a join simpul.case_file f on f.id = of_case
     where a.id = any (team) and a.active and a.agency_id = f.agency_id
       and a.role in ('intake_counselor', 'case_worker', 'psychologist', 'supervisor')
       and not simpul.has_conflict(of_case, a.person_id) $$;`;

const SIGHT_OF_CASE = (who: string): string => `
  create or replace function simpul.sight_of_case(of_case uuid, only_account uuid)
    returns table ("accountId" uuid, name text, role text, "agencyName" text, ways jsonb, barred text[])
    language sql stable security definer set search_path = pg_catalog as $$
    select * from simpul.sight_of(of_case, only_account, ${who}) $$;`;

const NEXT_LETTER_NUMBER = (asks: string): string => `
  create or replace function simpul.next_letter_number(city text, of_year int) returns int
    language plpgsql volatile security definer set search_path = pg_catalog as $$
  declare
    taken int;
  begin${asks}
    insert into simpul.letter_counter as c (prefix, year, last_number) values (city, of_year, 1)
      on conflict (prefix, year) do update set last_number = c.last_number + 1
      returning c.last_number into taken;
    return taken;
  end $$;`;

const A_LETTER_OF_THIS_CITY = `
    if not ctx.writes_cases() then raise exception 'no one sends' using errcode = 'insufficient_privilege'; end if;
    -- As a case's number is taken (simpul.next_case_number).
    if city !~ '^[A-Z]{2,5}$' or abs(of_year - extract(year from simpul.now())) > 1 then
      raise exception 'no such series of letters' using errcode = 'invalid_parameter_value';
    end if;`;
const ANY_LETTER = `
    if ctx.account_id() is null then raise exception 'no one acts' using errcode = 'insufficient_privilege'; end if;`;

const OPEN_LINK = (differs: string): string => `
  create or replace function ctx.open_link(token bytea, code bytea, given_name text, session bytea, minutes int, request text)
    returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
  declare
    found simpul.referral_link;
    alive boolean;
  begin
    select l.* into found from simpul.referral_link l where l.token_hash = token for update;
    if found.id is null then return 'closed'; end if;
    select r.status not in ('draft', 'cancelled') and simpul.bases_live(r.basis_ids) into alive
      from simpul.referral r where r.id = found.referral_id;
    if not alive or found.revoked_at is not null or found.spent_at is not null or found.tries >= 5
       or found.expires_at <= simpul.now() then return 'closed'; end if;
    -- 5 s after the first wrong code, then 10, 20, 40: as long as a telephone call, too long for a program.
    if found.tries > 0 and found.tried_at + make_interval(secs => 2.5 * 2 ^ found.tries) > simpul.now() then
      return 'slow';
    end if;
    if found.code_hash ${differs} code then
      update simpul.referral_link set tries = tries + 1, tried_at = simpul.now() where id = found.id;
      perform ledger.write_signing_in('referral.openLink', 'denied', null, 'referralLink', found.id,
                                      '{"code":"wrongCode","tries":' || found.tries + 1 || '}', request);
      return case when found.tries + 1 >= 5 then 'closed' else 'wrong' end;
    end if;
    update simpul.referral_link
       set spent_at = simpul.now(), account_id = simpul.new_link_account(referral_id, given_name),
           session_hash = session, session_until = simpul.now() + make_interval(mins => minutes)
     where id = found.id;
    perform ctx.claim_for_link(found.id);
    return 'opened';
  end $$;`;

export class AStrangerIsToldNothing1790000970200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // simpul.has_conflict: from 1790000841000
    // simpul.account_has_conflict: from 1790000841000
    // simpul.seal_team_fits: from 1790000841000
    // simpul.sight_of_case: from 1790000964000
    // simpul.next_letter_number: from 1790000100000
    // ctx.open_link: from 1790000901000
    await runner.query(
      [
        INTERESTS,
        SEAL_TEAM_FITS(`${ON_THE_CASE} and `),
        // An emergency opens the case and not its history (decision 0127).
        SIGHT_OF_CASE(ON_THE_CASE),
        NEXT_LETTER_NUMBER(A_LETTER_OF_THIS_CITY),
        OPEN_LINK('is distinct from'),
      ].join('\n'),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      [
        OPEN_LINK('<>'),
        NEXT_LETTER_NUMBER(ANY_LETTER),
        SIGHT_OF_CASE('cardinality(simpul.relations_to_case(of_case, ctx.account_id())) > 0'),
        SEAL_TEAM_FITS(''),
        INTERESTS_BEFORE,
      ].join('\n'),
    );
  }
}
