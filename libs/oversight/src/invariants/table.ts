import type { Invariant } from './invariant.js';
import { OBLIGATIONS } from './obligations.js';
import { TELLING } from './telling.js';

const ACKNOWLEDGED: Invariant = {
  name: 'acknowledged-is-durable',
  promise:
    'What was answered "done" is kept: each move has its ledger entry, and PostgreSQL may not lie about the disk.',
  // A throw-away database of a test says so of itself; nobody else sets simpul.throwaway.
  sql: `
    select kind, id, code from simpul.unaccounted() where code = 'noLedgerEntry'
    union all
    select 'referral', r.id, 'statusWithoutMove' from simpul.referral r
     where r.status is distinct from (select m.to_status from simpul.referral_move m
                                       where m.referral_id = r.id order by m.position desc limit 1)
    union all
    select 'deadline', d.id, 'statusWithoutChange' from simpul.deadline d
     where d.status is distinct from (select c.to_status from simpul.deadline_change c
                                       where c.deadline_id = d.id order by c.created_at desc, c.from_status is null, c.id limit 1)
       and not exists (select 1 from simpul.deadline_change c where c.deadline_id = d.id and c.to_status = d.status)
    union all
    select 'setting', null, name from pg_settings
     where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'
       and coalesce(current_setting('simpul.throwaway', true), '') <> 'on'`,
};

const MONOTONE: Invariant = {
  name: 'moves-are-legal',
  promise: 'A referral moves only as its lifecycle allows, each move beginning where the last one ended.',
  // The time of a move is when its transaction began: two that waited for each other may stand the other way round.
  sql: `
    select 'referral', m.referral_id, case
             when m.from_status <> m.before then 'brokenChain' when m.at < m.earlier - interval '1 minute' then 'backInTime' else 'illegalMove' end as code
      from (select referral_id, from_status, to_status, party, at, act,
                   lag(to_status) over moves as before, lag(at) over moves as earlier
              from simpul.referral_move window moves as (partition by referral_id order by position)) m
     where m.from_status <> m.before or m.at < m.earlier - interval '1 minute'
        or (m.from_status <> m.to_status and not simpul.referral_may_move(m.from_status, m.to_status, m.party))`,
};

const CONSERVATION: Invariant = {
  name: 'nothing-leaves-unseen',
  promise: 'Reports taken in and referrals sent are all still here: none fell out of the sums.',
  sql: `
    select kind, id, code from simpul.unaccounted() where code <> 'noLedgerEntry'
    union all
    select 'case', f.id, 'noReport' from simpul.case_file f
     where not exists (select 1 from simpul.report r where r.case_id = f.id)
    union all
    select 'referral', r.id, 'notSentOnce' from simpul.referral r
     where (r.sent_at is not null)::int <>
           (select count(*) from simpul.referral_move m where m.referral_id = r.id and m.act = 'send')`,
};

const QUEUE_DISPOSABLE: Invariant = {
  name: 'queue-is-disposable',
  promise: 'Nothing that counts is kept in the queue: no row, rule or right of ours hangs on it.',
  sql: `
    select 'table', null, format('queueRoleMay%s:%s', initcap(p), c.relname)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, unnest(array['select', 'insert', 'update', 'delete']) p
     where n.nspname in ('simpul', 'ledger') and c.relkind in ('r', 'p', 'v', 'm')
       and exists (select 1 from pg_roles where rolname = 'simpul_queue')
       and has_table_privilege('simpul_queue', c.oid, p)
    union all
    select 'table', null, format('hangsOnQueue:%s', k.conname)
      from pg_constraint k join pg_class f on f.oid = k.confrelid join pg_namespace n on n.oid = f.relnamespace
      join pg_class t on t.oid = k.conrelid join pg_namespace tn on tn.oid = t.relnamespace
     where k.contype = 'f' and n.nspname = 'bullmq' and tn.nspname in ('simpul', 'ledger')
    union all
    select 'function', null, format('readsQueue:%s', p.proname)
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname in ('simpul', 'ctx', 'ledger') and p.proname <> 'unaccounted' and p.prosrc ilike '%bullmq.%'`,
};

/** Asked by itself every few minutes as well: what was taken out of the ledger before it was sealed leaves no other trace. */
export const RECONCILED: Invariant = {
  name: 'ledger-and-rows-agree',
  promise: 'Each change of a state has its entry in the ledger, and each such entry its change.',
  sql: 'select kind, id, code from simpul.unreconciled()',
};

/** Every promise, in the order of docs/the-guarantee.md. */
export const INVARIANTS: readonly Invariant[] = [
  ACKNOWLEDGED,
  ...OBLIGATIONS,
  ...TELLING,
  MONOTONE,
  CONSERVATION,
  QUEUE_DISPOSABLE,
  RECONCILED,
];
