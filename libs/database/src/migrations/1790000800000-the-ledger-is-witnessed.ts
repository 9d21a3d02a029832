import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What lets somebody outside vouch for the ledger: roots of full subtrees, from which proofs are made without reading
 * the whole tree, and the witnesses' signatures on checkpoints. Both are append-only like the rest of the ledger. How a
 * witness stands (silent, refusing) changes, so it is no part of the ledger and lies beside the other house-keeping.
 */
export class TheLedgerIsWitnessed1790000800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ledger.node (
        level int not null check (level > 0 and level % 8 = 0),
        index bigint not null check (index >= 0),
        hash bytea not null check (length(hash) = 32),
        primary key (level, index)
      );
      -- No foreign key: its check would need a right on the checkpoint that nobody has.
      create table ledger.cosignature (
        checkpoint bigint not null check (checkpoint > 0),
        witness text not null check (length(witness) between 1 and 100),
        -- One signature line of a C2SP note, with its end of line.
        line text not null check (line ~ '^— [^ ]+ [A-Za-z0-9+/=]+\\n$'),
        at timestamptz not null default simpul.now(),
        primary key (checkpoint, witness)
      );
      create index cosignature_by_witness on ledger.cosignature (witness, checkpoint desc);
      call simpul.protect('ledger.node');
      call simpul.protect('ledger.cosignature');
      create trigger append_only before update or delete or truncate on ledger.node
        for each statement execute function ledger.refuse_change();
      create trigger append_only before update or delete or truncate on ledger.cosignature
        for each statement execute function ledger.refuse_change();
      alter table ledger.node enable always trigger append_only;
      alter table ledger.cosignature enable always trigger append_only;
      revoke update, delete, truncate on ledger.node, ledger.cosignature from simpul_owner;

      grant select, insert on ledger.node, ledger.cosignature to simpul_ledger;
      create policy sealer_reads on ledger.node for select to simpul_ledger using (true);
      create policy sealer_seals on ledger.node for insert to simpul_ledger with check (true);
      create policy sealer_reads on ledger.cosignature for select to simpul_ledger using (true);
      create policy sealer_keeps on ledger.cosignature for insert to simpul_ledger with check (true);
      grant select on ledger.node, ledger.cosignature to simpul_api;
      create policy reviewers_read on ledger.node for select to simpul_api
        using ((select ctx.role()) in ('supervisor', 'auditor'));
      create policy reviewers_read on ledger.cosignature for select to simpul_api
        using ((select ctx.role()) in ('supervisor', 'auditor'));

      create table simpul.witness_standing (
        id uuid primary key default gen_random_uuid(),
        -- The name in the witness's key.
        witness text not null unique check (length(witness) between 1 and 100),
        created_at timestamptz not null default simpul.now(),
        -- What is wrong and since when; null while it answers.
        trouble text check (trouble ~ '^[a-z][A-Za-z0-9]*$'),
        since timestamptz,
        alarmed_at timestamptz,
        check ((trouble is null) = (since is null))
      );
      call simpul.protect('simpul.witness_standing');
      grant select, insert on simpul.witness_standing to simpul_worker;
      grant update (trouble, since, alarmed_at) on simpul.witness_standing to simpul_worker;
      create policy the_worker_keeps_it on simpul.witness_standing to simpul_worker using (true) with check (true);
      grant select on simpul.witness_standing to simpul_api;
      create policy reviewers_read on simpul.witness_standing for select to simpul_api
        using ((select ctx.role()) in ('supervisor', 'auditor'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table simpul.witness_standing, ledger.cosignature, ledger.node');
  }
}
