import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Signing in, failing to, and signing out are entries of the ledger, written by simpul_signin in the transaction of
 * the act. That role has no right to the table: three narrow functions write the whole entry themselves, for a row
 * that the same transaction has just written, so that SQL in that connection can tell of no other act, no other time
 * and nobody else.
 */
export class SigningInIsInTheLedger1790000148000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant usage on schema ledger to simpul_signin;

      -- Writes the leaf as RFC 8785 does: keys in order, no space, and only values that need no escaping.
      create function ledger.write_signing_in(act text, decision text, actor simpul.account, object_kind text,
                                              object_id uuid, facts text, request text) returns void
        language plpgsql volatile set search_path = pg_catalog as $$
      declare
        new_id uuid := gen_random_uuid();
        new_at timestamptz := simpul.now();
        actor_role text := coalesce(actor.role, 'nobody');
        request_id text := case when request ~ '^[A-Za-z0-9-]{1,100}$' then request end;
        quoted text := coalesce('"' || request_id || '"', 'null');
      begin
        insert into ledger.entry (id, at, act, decision, actor_id, actor_role, actor_agency, object_kind, object_id,
                                  facts, request_id, leaf)
        values (new_id, new_at, act, decision, actor.id, actor_role, actor.agency_id, object_kind, object_id,
                facts::jsonb, request_id,
                convert_to('{"act":"' || act || '","actorAgency":' || coalesce('"' || actor.agency_id || '"', 'null')
                  || ',"actorId":' || coalesce('"' || actor.id || '"', 'null') || ',"actorRole":"' || actor_role
                  || '","at":"' || to_char(new_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                  || '","caseRef":null,"commitment":null,"decision":"' || decision || '","facts":' || facts
                  || ',"id":"' || new_id || '","objectId":' || coalesce('"' || object_id || '"', 'null')
                  || ',"objectKind":' || coalesce('"' || object_kind || '"', 'null')
                  || ',"requestId":' || quoted || ',"v":1}', 'UTF8'));
      end $$;

      -- Of a session that this transaction has just opened (no end) or just ended.
      create function ledger.session_written(session uuid, request text) returns void
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        owner simpul.account;
        ended boolean;
      begin
        select s.ended_at is not null into ended from simpul.session s
         where s.id = session and s.xmin = pg_current_xact_id()::xid;
        if ended is null then
          raise exception 'no session was opened or ended here' using errcode = 'insufficient_privilege';
        end if;
        select a.* into owner from simpul.account a join simpul.session s on s.account_id = a.id where s.id = session;
        perform ledger.write_signing_in(case when ended then 'session.closed' else 'session.opened' end, 'allowed',
                                        owner, 'session', session, '{}', request);
      end $$;

      -- Of a failed attempt that this transaction has just written down. A stranger can fail with as many made-up
      -- addresses as there are: those get one entry a minute, which says how many there were since the one before.
      -- Attempts at an account are slowed down one by one, so each has its entry.
      create function ledger.sign_in_failed(attempt uuid, request text) returns void
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        tried record;
        since timestamptz;
        attempts bigint;
      begin
        select t.account_id, t.reason into tried from simpul.sign_in_attempt t
         where t.id = attempt and not t.succeeded and t.xmin = pg_current_xact_id()::xid;
        if tried.reason is null then
          raise exception 'no attempt failed here' using errcode = 'insufficient_privilege';
        end if;
        if tried.account_id is not null then
          perform ledger.write_signing_in('session.open', 'denied', null, 'account', tried.account_id,
                                          '{"code":"' || tried.reason || '"}', request);
          return;
        end if;
        -- Whoever comes second in the same moment is counted by the next entry.
        if not pg_try_advisory_xact_lock(74310007) then return; end if;
        select max(t.created_at) into since from simpul.sign_in_attempt t where t.entered;
        if since > simpul.now() - interval '1 minute' then return; end if;
        select count(*) into attempts from simpul.sign_in_attempt t
         where t.reason = 'unknownAccount' and t.created_at > coalesce(since, '-infinity');
        update simpul.sign_in_attempt set entered = true where id = attempt;
        perform ledger.write_signing_in('session.open', 'denied', null, null, null,
                                        '{"attempts":' || attempts || ',"code":"unknownAccount"}', request);
      end $$;

      revoke all on function
        ledger.write_signing_in(text, text, simpul.account, text, uuid, text, text),
        ledger.session_written(uuid, text), ledger.sign_in_failed(uuid, text) from public;
      grant execute on function ledger.session_written(uuid, text), ledger.sign_in_failed(uuid, text)
        to simpul_signin;

      -- Nobody acted, so no agency stands in the entry: a supervisor reads of attempts at the own agency's accounts
      -- and everybody of those at their own.
      create policy attempts_at_accounts on ledger.entry for select to simpul_api
        using (act = 'session.open' and object_kind = 'account'
               and (object_id = (select ctx.account_id())
                    or ((select ctx.role()) = 'supervisor' and exists (
                      select 1 from simpul.account a
                       where a.id = entry.object_id and a.agency_id = (select ctx.agency_id())))));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy attempts_at_accounts on ledger.entry;
      drop function ledger.sign_in_failed(uuid, text);
      drop function ledger.session_written(uuid, text);
      drop function ledger.write_signing_in(text, text, simpul.account, text, uuid, text, text);
      revoke usage on schema ledger from simpul_signin;
    `);
  }
}
