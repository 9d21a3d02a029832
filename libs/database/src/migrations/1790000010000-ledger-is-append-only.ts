import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ledger. An entry is written once, in the transaction of the act it tells of, by whoever acts and in their own
 * name; afterwards nobody changes or removes it: no role holds the right, not even the owner, and a trigger says no
 * to whoever takes the right back. The sealer (simpul_ledger) alone orders entries into the Merkle tree and signs.
 */
export class LedgerIsAppendOnly1790000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema ledger;
      grant usage on schema ledger to simpul_api, simpul_worker, simpul_ledger;

      create table ledger.entry (
        id uuid primary key,
        -- Order of arrival: for pages and, within one transaction, for sealing. Not evidence, so not in the leaf.
        seq bigint generated always as identity unique,
        at timestamptz not null,
        -- A seal covers every transaction below a bound, so each row is sealed once and no row is ever updated.
        xid xid8 not null default pg_current_xact_id(),
        act text not null check (act ~ '^[a-z][A-Za-z]*([.][a-z][A-Za-z]*)+$' and length(act) <= 80),
        decision text not null check (decision in ('allowed', 'refused', 'denied')),
        actor_id uuid,
        actor_role text not null,
        actor_agency uuid,
        object_kind text,
        object_id uuid,
        -- The case's random name (simpul.case_key.ledger_ref); erasing the case erases what it stands for.
        case_ref uuid,
        facts jsonb not null check (jsonb_typeof(facts) = 'object'),
        commitment text check (commitment ~ '^[0-9a-f]{64}$'),
        request_id text check (length(request_id) <= 100),
        leaf bytea not null check (length(leaf) between 2 and 65536)
      );
      create index entry_by_transaction on ledger.entry (xid, seq);
      create index entry_by_case on ledger.entry (case_ref, seq) where case_ref is not null;
      create index entry_by_actor on ledger.entry (actor_id, seq);
      create index entry_by_time on ledger.entry using brin (at);

      -- No foreign key to entry: its check would need UPDATE rights on a table that nobody may update. That every
      -- leaf has its entry is checked by the verification, which must not trust the database anyway.
      create table ledger.leaf (
        index bigint primary key check (index >= 0),
        entry_id uuid not null unique,
        hash bytea not null check (length(hash) = 32)
      );

      create table ledger.checkpoint (
        number bigint primary key check (number > 0),
        at timestamptz not null default simpul.now(),
        size bigint not null check (size >= 0),
        root bytea not null check (length(root) = 32),
        -- Right edge of the tree, so that the next seal need not read the whole tree.
        peaks bytea[] not null,
        -- Every transaction below this one is sealed.
        xid_to xid8 not null,
        note text not null
      );

      call simpul.protect('ledger.entry');
      call simpul.protect('ledger.leaf');
      call simpul.protect('ledger.checkpoint');

      create function ledger.refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        raise exception 'ledger.% is append-only: % refused', tg_table_name, lower(tg_op)
          using errcode = 'insufficient_privilege';
      end $$;
      create trigger append_only before update or delete or truncate on ledger.entry
        for each statement execute function ledger.refuse_change();
      create trigger append_only before update or delete or truncate on ledger.leaf
        for each statement execute function ledger.refuse_change();
      create trigger append_only before update or delete or truncate on ledger.checkpoint
        for each statement execute function ledger.refuse_change();
      -- ALWAYS: fires in a session that plays replica as well.
      alter table ledger.entry enable always trigger append_only;
      alter table ledger.leaf enable always trigger append_only;
      alter table ledger.checkpoint enable always trigger append_only;
      revoke update, delete, truncate on ledger.entry, ledger.leaf, ledger.checkpoint from simpul_owner;

      -- Everybody writes in their own name only. seq and xid are not granted: the database sets them.
      grant insert (id, at, act, decision, actor_id, actor_role, actor_agency, object_kind, object_id, case_ref,
                    facts, commitment, request_id, leaf) on ledger.entry to simpul_api, simpul_worker;
      create policy people_write_in_their_own_name on ledger.entry for insert to simpul_api
        with check (actor_id = (select ctx.account_id()) and actor_role = (select ctx.role())
                    and actor_agency = (select ctx.agency_id()));
      create policy the_system_writes_as_the_system on ledger.entry for insert to simpul_worker
        with check (actor_id is null and actor_role = 'system' and actor_agency is null);

      -- Who reads: everybody their own acts, a supervisor those of the own agency, an auditor all (pseudonyms and
      -- codes only). A later migration adds the entries of the cases that one may see.
      grant select (id, seq, at, act, decision, actor_id, actor_role, actor_agency, object_kind, object_id, case_ref,
                    facts, commitment, request_id, leaf) on ledger.entry to simpul_api;
      create policy own_acts on ledger.entry for select to simpul_api
        using (actor_id = (select ctx.account_id()));
      create policy supervisor_reads_the_own_agency on ledger.entry for select to simpul_api
        using ((select ctx.role()) = 'supervisor' and actor_agency = (select ctx.agency_id()));
      create policy auditor_reads_all on ledger.entry for select to simpul_api
        using ((select ctx.role()) = 'auditor');

      grant select on ledger.leaf, ledger.checkpoint to simpul_api;
      create policy reviewers_read on ledger.leaf for select to simpul_api
        using ((select ctx.role()) in ('supervisor', 'auditor'));
      create policy reviewers_read on ledger.checkpoint for select to simpul_api
        using ((select ctx.role()) in ('supervisor', 'auditor'));

      -- The sealer reads entries and writes leaves and checkpoints; it can write no entry.
      grant select on ledger.entry, ledger.leaf, ledger.checkpoint to simpul_ledger;
      grant insert on ledger.leaf, ledger.checkpoint to simpul_ledger;
      create policy sealer_reads on ledger.entry for select to simpul_ledger using (true);
      create policy sealer_reads on ledger.leaf for select to simpul_ledger using (true);
      create policy sealer_seals on ledger.leaf for insert to simpul_ledger with check (true);
      create policy sealer_reads on ledger.checkpoint for select to simpul_ledger using (true);
      create policy sealer_signs on ledger.checkpoint for insert to simpul_ledger with check (true);

      -- A verification recomputes every entry, also those that the reviewer may not read: it gets them through these
      -- two functions, and gives back a verdict only.
      create function ledger.require_reviewer() returns void language plpgsql stable set search_path = pg_catalog as $$
      begin
        if session_user <> 'simpul_ledger' and coalesce(ctx.role(), '') not in ('supervisor', 'auditor') then
          raise exception 'only a reviewer verifies the ledger' using errcode = 'insufficient_privilege';
        end if;
      end $$;

      create function ledger.evidence(from_index bigint, to_index bigint)
        returns table (index bigint, leaf_entry_id uuid, hash bytea, id uuid, at text, act text, decision text,
                       actor_id uuid, actor_role text, actor_agency uuid, object_kind text, object_id uuid,
                       case_ref uuid, facts jsonb, commitment text, request_id text, leaf bytea)
        language plpgsql stable security definer set search_path = pg_catalog as $$
      #variable_conflict use_column
      begin
        perform ledger.require_reviewer();
        return query
          select l.index, l.entry_id, l.hash, e.id,
                 to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.act, e.decision, e.actor_id,
                 e.actor_role, e.actor_agency, e.object_kind, e.object_id, e.case_ref, e.facts, e.commitment,
                 e.request_id, e.leaf
            from ledger.leaf l left join ledger.entry e on e.id = l.entry_id
           where l.index >= from_index and l.index < to_index
           order by l.index;
      end $$;

      -- Counts of one moment. Unsealed entries older than the last seal are "missed": they were put in or un-sealed
      -- behind its back. After a restore into a new server transaction numbers start lower than the seal's bound;
      -- then nothing can be called missed until the sealer has passed once.
      create function ledger.standing()
        returns table (entries bigint, leaves bigint, last_checkpoint bigint, pending bigint, missed bigint, first_missed uuid)
        language plpgsql stable security definer set search_path = pg_catalog as $$
      declare
        bound xid8;
      begin
        perform ledger.require_reviewer();
        select c.number, c.xid_to into last_checkpoint, bound from ledger.checkpoint c order by c.number desc limit 1;
        if bound is null or bound > pg_snapshot_xmax(pg_current_snapshot()) then bound := '0'; end if;
        select count(*) into entries from ledger.entry;
        select count(*) into leaves from ledger.leaf;
        select count(*) filter (where e.xid >= bound), count(*) filter (where e.xid < bound),
               (array_agg(e.id order by e.seq) filter (where e.xid < bound))[1]
          into pending, missed, first_missed
          from ledger.entry e where not exists (select 1 from ledger.leaf l where l.entry_id = e.id);
        return next;
      end $$;

      revoke all on function ledger.evidence(bigint, bigint), ledger.standing() from public;
      grant execute on function ledger.evidence(bigint, bigint), ledger.standing() to simpul_api, simpul_ledger;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema ledger cascade');
  }
}
