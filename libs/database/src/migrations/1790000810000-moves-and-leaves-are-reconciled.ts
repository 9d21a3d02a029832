import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Both ways between what changed and what the ledger says: each transition has its entry, and each entry of a
 * transition has its row. An entry that was taken out before it was sealed leaves no gap in the tree, and a row that was
 * taken out leaves none in its table; only the other side shows it.
 */
export class MovesAndLeavesAreReconciled1790000810000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index entry_of_a_transition on ledger.entry (act, object_id)
        where act in ('report.opened', 'report.joined', 'report.outsideMandate', 'screening.recorded',
                      'screening.approved', 'consent.recorded', 'consent.withdrawn', 'closing.proposed',
                      'closing.approved', 'closing.rejected', 'closing.withdrawn');
      create index entry_of_a_move on ledger.entry (act, id)
        where act in ('referral.drafted', 'referral.edited', 'referral.sent', 'referral.acknowledged', 'referral.asked',
                      'referral.answered', 'referral.accepted', 'referral.rejected', 'referral.started',
                      'referral.reported', 'referral.completed', 'referral.failed', 'referral.cancelled',
                      'referral.confirmed');
      create index referral_move_of_entry on simpul.referral_move (ledger_entry_id);

      create function simpul.unreconciled() returns table (kind text, id uuid, code text)
        language sql stable security definer set search_path = pg_catalog as $$
        -- Each transition its entry. A move that no entry proves is found by simpul.unaccounted(), too.
        select 'move', m.id, case when e.id is null then 'noLedgerEntry' else 'otherLedgerEntry' end
          from simpul.referral_move m left join ledger.entry e on e.id = m.ledger_entry_id
         where e.id is null or e.decision <> 'allowed' or e.object_id is distinct from m.referral_id
            or e.facts ->> 'from' is distinct from m.from_status or e.facts ->> 'to' is distinct from m.to_status
            or e.actor_id is distinct from m.account_id
        union all
        select w.kind, w.id, 'noLedgerEntry'
          from (
            select 'report' as kind, r.id, 'report.received' as act from simpul.report r
            union all
            select 'report', r.id, case r.status when 'OPENED' then 'report.opened' when 'JOINED' then 'report.joined'
                                                 else 'report.outsideMandate' end
              from simpul.report r
             -- One that was opened as it came in has the entry of its receipt alone.
             where r.status <> 'RECEIVED'
               and not (r.status = 'OPENED' and exists (
                 select 1 from ledger.entry e where e.act = 'report.received' and e.object_id = r.id
                                                and e.decision = 'allowed' and e.case_ref is not null))
            union all
            select 'screening', s.id, 'screening.recorded' from simpul.screening s
            union all
            select 'screening', s.id, 'screening.approved' from simpul.screening s where s.status = 'APPROVED'
            union all
            select 'basis', b.id, 'consent.recorded' from simpul.lawful_basis b
            union all
            select 'basis', b.id, 'consent.withdrawn' from simpul.lawful_basis b where b.withdrawn_at is not null
            union all
            select 'closing', c.id, 'closing.proposed' from simpul.case_closing c
            union all
            select 'closing', c.id, case c.status when 'REJECTED' then 'closing.rejected'
                                                  when 'WITHDRAWN' then 'closing.withdrawn' else 'closing.approved' end
              from simpul.case_closing c
             where c.decided_at is not null and not (c.status in ('CLOSED', 'REOPENED') and c.decided_by = c.proposed_by)
          ) w (kind, id, act)
         where not exists (select 1 from ledger.entry e
                            where e.act = w.act and e.object_id = w.id and e.decision = 'allowed')
        union all
        -- Each entry of a transition its row.
        select 'entry', e.id, 'noMove' from ledger.entry e
         where e.act in ('referral.drafted', 'referral.edited', 'referral.sent', 'referral.acknowledged',
                         'referral.asked', 'referral.answered', 'referral.accepted', 'referral.rejected',
                         'referral.started', 'referral.reported', 'referral.completed', 'referral.failed',
                         'referral.cancelled', 'referral.confirmed')
           and e.decision = 'allowed'
           and not exists (select 1 from simpul.referral_move m where m.ledger_entry_id = e.id)
        union all
        select 'entry', e.id, 'noRow' from ledger.entry e
         where e.act in ('report.received', 'report.opened', 'report.joined', 'report.outsideMandate')
           and e.decision = 'allowed' and not exists (select 1 from simpul.report r where r.id = e.object_id)
        union all
        select 'entry', e.id, 'noRow' from ledger.entry e
         where e.act in ('screening.recorded', 'screening.approved')
           and e.decision = 'allowed' and not exists (select 1 from simpul.screening s where s.id = e.object_id)
        union all
        select 'entry', e.id, 'noRow' from ledger.entry e
         where e.act in ('consent.recorded', 'consent.withdrawn')
           and e.decision = 'allowed' and not exists (select 1 from simpul.lawful_basis b where b.id = e.object_id)
        union all
        select 'entry', e.id, 'noRow' from ledger.entry e
         where e.act in ('closing.proposed', 'closing.approved', 'closing.rejected', 'closing.withdrawn')
           and e.decision = 'allowed' and not exists (select 1 from simpul.case_closing c where c.id = e.object_id)
        union all
        -- A leaf whose entry is gone, and a place of the order that is empty.
        select 'entry', l.entry_id, 'leafWithoutEntry' from ledger.leaf l
         where not exists (select 1 from ledger.entry e where e.id = l.entry_id)
        union all
        select 'leaf', null, 'placesMissing' from (select count(*) as n, max(index) + 1 as size from ledger.leaf) l
         where l.n > 0 and l.n <> l.size
      $$;
      revoke all on function simpul.unreconciled() from public;
      grant execute on function simpul.unreconciled() to simpul_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function simpul.unreconciled();
      drop index simpul.referral_move_of_entry;
      drop index ledger.entry_of_a_move;
      drop index ledger.entry_of_a_transition;
    `);
  }
}
