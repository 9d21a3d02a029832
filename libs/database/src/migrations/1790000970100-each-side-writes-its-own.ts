import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the receiver says of a referral: nobody writes it in its place, and nobody once it has ended. */
const ANSWER = [
  ...[
    'opened_at',
    'opened_by',
    'acknowledged_at',
    'accepted_at',
    'responsible_name',
    'responsible_account_id',
  ],
  ...['appointment_at', 'appointment_place_sealed', 'started_at', 'last_feedback_at', 'rejection_reason'],
  ...['failure_reason', 'outcome', 'shortfall'],
];
const ENDING = ['ended_at', 'ending_words_sealed', 'cancelled_by'];
/** What was decided by sending it. The level of risk changes with the packet (`packet_moves_forward`). */
const AS_SENT = ['urgency', 'slip_code', 'follows_referral_id', 'sent_by'];

const changed = (columns: string[]): string =>
  `(${columns.map((column) => `new.${column}`).join(', ')}) is distinct from (${columns.map((column) => `old.${column}`).join(', ')})`;

const BY_SIDE = `
       or (old.sent_at is not null and ${changed(AS_SENT)})
       or (old.sent_at is not null and party <> 'receiver' and current_user <> 'simpul_owner' and ${changed(ANSWER)})
       or (old.ended_at is not null and ${changed([...ANSWER, ...ENDING])})`;

const KEEPS_ITS_COURSE = (more: string): string => `
  create or replace function simpul.referral_keeps_its_course() returns trigger
    language plpgsql set search_path = pg_catalog as $$
  declare
    taken_over boolean := false;
    party text;
  begin
    -- A statement of its own: no other role may read that table.
    if current_user = 'simpul_owner' then
      taken_over := exists (select 1 from simpul.case_transfer t where t.case_id = old.case_id
                               and t.status = 'OFFERED' and t.to_agency_id = ctx.agency_id());
    end if;
    party := case
      when current_user = 'simpul_worker' then 'consent'
      when ctx.agency_id() = old.to_agency_id and not taken_over then 'receiver'
      else 'case-team' end;
    if (new.case_id, new.case_number, new.created_by) is distinct from (old.case_id, old.case_number, old.created_by)
       or (new.from_agency_id is distinct from old.from_agency_id and not taken_over)
       or (old.sent_at is not null and (new.to_agency_id, new.service_code, new.number, new.sent_at, new.client_ids)
           is distinct from (old.to_agency_id, old.service_code, old.number, old.sent_at, old.client_ids))
       or (old.sent_at is not null and (new.fan_id, new.bare, new.asked_age_bands, new.asked_region_code)
           is distinct from (old.fan_id, old.bare, old.asked_age_bands, old.asked_region_code))
       or (old.confirmed_at is not null and new.confirmed_at is distinct from old.confirmed_at)
       or (new.confirmed_at is distinct from old.confirmed_at and party <> 'case-team')${more}
    then
      raise exception 'a sent referral keeps its course' using errcode = 'check_violation';
    end if;
    if new.status is distinct from old.status
       and not simpul.referral_may_move(old.status, new.status, party)
    then
      raise exception 'no way from % to % for %', old.status, new.status, party using errcode = 'check_violation';
    end if;
    if new.status = 'accepted' then new.bare := false; end if;
    new.version := old.version + 1;
    return new;
  end $$;`;

const PACKET_MOVES_FORWARD = (frozen: string[]): string => `
  create or replace function simpul.packet_moves_forward() returns trigger
    language plpgsql set search_path = pg_catalog as $$
  begin
    if new.packet_version is distinct from old.packet_version
       and (new.packet_version <> old.packet_version + 1 or old.sent_at is null or old.ended_at is not null
            or ctx.agency_id() = old.to_agency_id)
       or (old.sent_at is not null and new.packet_version = old.packet_version
           and ${changed(frozen)})
    then
      raise exception 'a packet changes by its sender, one version after the other' using errcode = 'check_violation';
    end if;
    return new;
  end $$;`;

const HAS_SOMEBODY = (ofTheOffice: string): string => `
  create or replace function simpul.a_referral_has_somebody() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
  begin${ofTheOffice}
    -- The office answers for it; a name of nobody would only say that somebody does.
    if not simpul.is_there(new.responsible_account_id)
       and not exists (select 1 from simpul.account a where a.id = new.responsible_account_id and a.role = 'link_holder') then
      new.responsible_account_id := null;
    end if;
    return new;
  end $$;`;

const OF_THE_OFFICE = `
    if not exists (select 1 from simpul.account a where a.id = new.responsible_account_id and a.agency_id = new.to_agency_id) then
      raise exception 'who is responsible works where the referral was sent' using errcode = 'check_violation';
    end if;`;

/** A referral that was sent is the sender's word and the receiver's answer: neither side writes the other's. Decision 0174. */
export class EachSideWritesItsOwn1790000970100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // simpul.referral_keeps_its_course: from 1790000931000
    // simpul.packet_moves_forward: from 1790000915000
    // simpul.a_referral_has_somebody: from 1790000930000
    await runner.query(
      [
        KEEPS_ITS_COURSE(BY_SIDE),
        PACKET_MOVES_FORWARD(['basis_ids', 'tells_risk', 'risk']),
        HAS_SOMEBODY(OF_THE_OFFICE),
      ].join('\n'),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      [KEEPS_ITS_COURSE(''), PACKET_MOVES_FORWARD(['basis_ids', 'tells_risk']), HAS_SOMEBODY('')].join('\n'),
    );
  }
}
