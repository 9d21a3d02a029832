import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The address of a one-time link goes to the receiving agency's own mailbox: one row per mail, carried out of the house
 * by the worker in the same three steps as a notification (claim, sending, result). The row holds no token: the worker
 * derives it from the link's id when it writes the mail. The code is never in it, for nobody has it any more.
 */
export class ALinkGoesByMail1790000956000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.link_mail (
        id uuid primary key default gen_random_uuid(),
        link_id uuid not null references simpul.referral_link (id),
        referral_id uuid not null references simpul.referral (id),
        case_id uuid not null references simpul.case_file (id),
        -- The agency's own, as the directory had it when the mail was asked for.
        address text not null,
        asked_by uuid not null references simpul.account (id),
        created_at timestamptz not null default simpul.now(),
        status text not null default 'pending' check (status in ('pending', 'sent', 'failed')),
        attempts int not null default 0,
        next_attempt_at timestamptz not null default simpul.now(),
        last_failure text check (last_failure ~ '^(channel|recipient)[.][A-Za-z0-9_.-]{1,60}$'),
        alarmed_at timestamptz,
        settled_at timestamptz,
        constraint settled_when_over check ((status = 'pending') = (settled_at is null)),
        constraint a_failure_has_a_reason check (status <> 'failed' or last_failure is not null)
      );
      -- Two presses of a button are one mail; after a failure it may be asked for again.
      create unique index one_mail_for_a_link on simpul.link_mail (link_id) where status <> 'failed';
      create index link_mail_due on simpul.link_mail (next_attempt_at) where status = 'pending';
      create index link_mail_of_referral on simpul.link_mail (referral_id, created_at desc);
      call simpul.protect('simpul.link_mail');
      create policy with_the_case on simpul.link_mail for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      -- To the directory's address of the referral's receiver and to no other, whatever the program above says.
      create policy asked_by_the_case_team on simpul.link_mail for insert to simpul_api
        with check (asked_by = (select ctx.account_id()) and (select ctx.writes_cases())
                    and exists (select 1 from simpul.referral_link l
                                 where l.id = link_id and l.referral_id = link_mail.referral_id
                                   and l.case_id = link_mail.case_id and l.kind = 'LINK'
                                   and l.revoked_at is null and l.spent_at is null)
                    and exists (select 1 from simpul.referral r join simpul.agency g on g.id = r.to_agency_id
                                 where r.id = link_mail.referral_id and r.case_id = link_mail.case_id
                                   and g.email = link_mail.address));
      create policy not_written_in_an_emergency on simpul.link_mail as restrictive for insert to simpul_api
        with check (case_id <> all ((select ctx.emergency_only_case_ids())::uuid[]));
      grant select (id, link_id, referral_id, case_id, address, asked_by, created_at, status, settled_at),
            insert (link_id, referral_id, case_id, address, asked_by) on simpul.link_mail to simpul_api;
      create policy worker_sends on simpul.link_mail to simpul_worker using (true) with check (true);
      grant select, update (status, attempts, next_attempt_at, last_failure, alarmed_at, settled_at)
         on simpul.link_mail to simpul_worker;

      -- No mail for a link that is taken back, spent or over by the time of its sending.
      create policy worker_asks_whether_open on simpul.referral_link for select to simpul_worker using (true);
      grant select (id, tries, expires_at, revoked_at, spent_at) on simpul.referral_link to simpul_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table simpul.link_mail;
      drop policy worker_asks_whether_open on simpul.referral_link;
      revoke select (id, tries, expires_at, revoked_at, spent_at) on simpul.referral_link from simpul_worker;
    `);
  }
}
