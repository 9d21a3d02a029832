import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The hourly check of the guarantee: its verdicts, and the one question for which the worker's own rights do not
 * reach. It reads no ledger; the function compares for it and gives back ids only.
 */
export class TheGuaranteeIsChecked1790000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.invariant_check (
        id uuid primary key default gen_random_uuid(),
        at timestamptz not null default simpul.now(),
        checked int not null,
        -- Names of invariants. No id: those are in the ledger.
        broken text[] not null,
        breaches int not null,
        alarmed boolean not null,
        created_at timestamptz not null default simpul.now()
      );
      create index invariant_check_newest on simpul.invariant_check (at desc);
      call simpul.protect('simpul.invariant_check');
      create policy worker_records on simpul.invariant_check for insert to simpul_worker with check (true);
      create policy worker_reads on simpul.invariant_check for select to simpul_worker using (true);
      grant select, insert on simpul.invariant_check to simpul_worker;
      -- Health pages have no session: the row says how many promises hold, and nothing of any case.
      create policy health_reads on simpul.invariant_check for select to simpul_api using (true);
      grant select (at, checked, broken, breaches) on simpul.invariant_check to simpul_api;

      -- What the ledger or the letter book knows of and no table has, and moves that no ledger entry proves.
      create function simpul.unaccounted() returns table (kind text, id uuid, code text)
        language sql stable security definer set search_path = pg_catalog as $$
        select 'move', m.id, 'noLedgerEntry' from simpul.referral_move m
         where not exists (select 1 from ledger.entry e where e.id = m.ledger_entry_id)
        union all
        select e.object_kind, e.object_id, 'gone' from ledger.entry e
         where e.act = 'report.received' and e.decision = 'allowed'
           and not exists (select 1 from simpul.report r where r.id = e.object_id)
        union all
        select e.object_kind, e.object_id, 'gone' from ledger.entry e
         where e.act = 'referral.sent' and e.decision = 'allowed'
           and not exists (select 1 from simpul.referral r where r.id = e.object_id)
        union all
        select 'letter', null, 'numbersMissing'
         where (select coalesce(sum(c.last_number), 0) from simpul.letter_counter c)
            <> (select count(*) from simpul.referral r where r.number is not null)
      $$;
      revoke all on function simpul.unaccounted() from public;
      grant execute on function simpul.unaccounted() to simpul_worker;
      create index entry_of_intake_and_sending on ledger.entry (act, object_id)
        where act in ('report.received', 'referral.sent');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index ledger.entry_of_intake_and_sending;
      drop function simpul.unaccounted();
      drop table simpul.invariant_check;
    `);
  }
}
