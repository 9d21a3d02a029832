import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What changed after the sending crosses as a disclosure of its own: approved by the sender, frozen as the next version,
 * on bases that were asked again. The receiver reads the newest version and none before it, because an older one may
 * rest on a basis that the newest no longer rests on.
 */
export class APacketIsUpdated1790000915000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table simpul.disclosure
        drop constraint disclosure_referral_id_key,
        add column version int not null default 1 check (version >= 1),
        -- Names of the fields that came, went or changed since the version before; never a value.
        add column changes jsonb not null default '[]' check (jsonb_typeof(changes) = 'array'),
        -- Null in what was frozen before this column: whoever sent the referral.
        add column frozen_by uuid references simpul.account (id),
        add constraint one_disclosure_of_each_version unique (referral_id, version);

      alter table simpul.referral
        -- The version of the packet that the receiver reads.
        add column packet_version int not null default 1,
        -- Whether the packet tells the level of risk: only then may a list of the receiver's show it.
        add column tells_risk boolean not null default false;
      update simpul.referral r set tells_risk = true
        from simpul.disclosure d, jsonb_array_elements(d.fields) f
       where d.referral_id = r.id and f ->> 'field' = 'risk.level' and f ->> 'level' = 'FULL';
      grant update (packet_version, tells_risk) on simpul.referral to simpul_api;

      drop policy while_it_may_be_read on simpul.disclosure;
      create policy while_it_may_be_read on simpul.disclosure for select to simpul_api
        using (simpul.referral_is_readable(referral_id)
               and exists (select 1 from simpul.referral r
                            where r.id = disclosure.referral_id and r.packet_version = disclosure.version));

      -- What was sent stays frozen as it was; the sheet that it was written on goes on while the referral is open.
      drop policy rewritten_while_a_draft on simpul.referral_draft;
      create policy rewritten_while_open on simpul.referral_draft for update to simpul_api
        using ((select ctx.writes_cases())
               and exists (select 1 from simpul.referral r where r.id = referral_id and r.ended_at is null))
        with check ((select ctx.writes_cases())
                    and exists (select 1 from simpul.referral r where r.id = referral_id and r.ended_at is null));

      -- By the sender, one by one, while the referral is open. The bases of a sent referral change with its packet and
      -- not otherwise: a receiver that emptied them would read for ever.
      create function simpul.packet_moves_forward() returns trigger
        language plpgsql set search_path = pg_catalog as $$
      begin
        if new.packet_version is distinct from old.packet_version
           and (new.packet_version <> old.packet_version + 1 or old.sent_at is null or old.ended_at is not null
                or ctx.agency_id() = old.to_agency_id)
           or (old.sent_at is not null and new.packet_version = old.packet_version
               and (new.basis_ids, new.tells_risk) is distinct from (old.basis_ids, old.tells_risk))
        then
          raise exception 'a packet changes by its sender, one version after the other' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger packet_moves_forward before update on simpul.referral
        for each row execute function simpul.packet_moves_forward();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger packet_moves_forward on simpul.referral;
      drop function simpul.packet_moves_forward();
      drop policy rewritten_while_open on simpul.referral_draft;
      create policy rewritten_while_a_draft on simpul.referral_draft for update to simpul_api
        using ((select ctx.writes_cases())
               and exists (select 1 from simpul.referral r where r.id = referral_id and r.status = 'draft'))
        with check ((select ctx.writes_cases())
                    and exists (select 1 from simpul.referral r where r.id = referral_id and r.status = 'draft'));
      drop policy while_it_may_be_read on simpul.disclosure;
      delete from simpul.disclosure d where exists
        (select 1 from simpul.disclosure o where o.referral_id = d.referral_id and o.version > d.version);
      create policy while_it_may_be_read on simpul.disclosure for select to simpul_api
        using (simpul.referral_is_readable(referral_id));
      alter table simpul.referral drop column packet_version, drop column tells_risk;
      alter table simpul.disclosure
        drop constraint one_disclosure_of_each_version,
        drop column version, drop column changes, drop column frozen_by,
        add constraint disclosure_referral_id_key unique (referral_id);
    `);
  }
}
