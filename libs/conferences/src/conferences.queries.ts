import type { Actor } from '#access';
import { Ledger } from '#audit';
import { readCaseFacts } from '#cases';
import { UnitOfWork, type Work } from '#database';
import { NotFound } from '#refusals';
import { referralById, sideOf } from '#referrals';
import { Vault, type CaseVault } from '#vault';
import { Injectable } from '@nestjs/common';
import type { ConferenceStatus } from './rules/conference-lifecycle.js';

export interface OpenedSeat {
  id: string;
  referralId: string;
  agencyName: string;
  classes: string[];
  answer: string;
  attended: boolean | null;
  dissent: string | null;
}
export interface OpenedDecision {
  id: string;
  text: string;
  dueAt: Date;
  ownerName: string;
  referralId: string | null;
  doneAt: Date | null;
}
export interface OpenedItem {
  id: string;
  question: string;
  classes: string[];
  discussion: string | null;
  decisions: OpenedDecision[];
}
/** A conference as its reader may see it: row-level security has left out what is not theirs. */
export interface OpenedConference {
  id: string;
  status: ConferenceStatus;
  at: Date;
  place: string;
  calledByName: string;
  minutesByName: string | null;
  minutesByPerson: string | null;
  minutesAt: Date | null;
  signedByName: string | null;
  signedAt: Date | null;
  cancelReason: string | null;
  seats: OpenedSeat[];
  items: OpenedItem[];
}

type Sealed<T, K extends keyof T> = Omit<T, K> & Record<K, Buffer | null>;

/** Conferences of a case for its team, and of a referral for its receiver. */
@Injectable()
export class ConferencePages {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ledger: Ledger,
  ) {}

  async ofCase(
    actor: Actor,
    caseId: string,
  ): Promise<{ caseNumber: string; open: boolean; items: OpenedConference[] }> {
    const act = { name: 'conference.read', object: { kind: 'case', id: caseId }, caseId };
    return this.unitOfWork.run(actor, act, async (work) => {
      const facts = await readCaseFacts(work, caseId);
      const vault = await this.vault.open(work, caseId);
      const items = await this.open(work, vault, caseId, null);
      await this.ledger.append(work, {
        act: 'conference.read',
        object: { kind: 'case', id: caseId },
        caseId,
        facts: { rows: items.length },
      });
      return {
        caseNumber: facts.number,
        open: facts.state === 'OPEN' && facts.mandate === 'VIOLENCE',
        items,
      };
    });
  }

  /** For the agency that holds the referral; NotFound for others and once its view has closed. */
  async ofReferral(actor: Actor, referralId: string): Promise<OpenedConference[]> {
    const act = { name: 'conference.invited', object: { kind: 'referral', id: referralId } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const row = await referralById(work, referralId);
      if (sideOf(row, actor) !== 'receiver') throw new NotFound();
      const [invited] = await work.query(
        'select 1 from simpul.conference_seat where referral_id = $1 limit 1',
        [referralId],
      );
      const items = invited
        ? await this.open(work, await this.vault.open(work, row.caseId), row.caseId, referralId)
        : [];
      await this.ledger.append(work, {
        act: 'conference.invitationRead',
        object: { kind: 'referral', id: referralId },
        caseId: row.caseId,
        facts: { rows: items.length },
      });
      return items;
    });
  }

  private async open(
    work: Work,
    vault: CaseVault,
    caseId: string,
    referralId: string | null,
  ): Promise<OpenedConference[]> {
    const meetings = await work.query<
      Sealed<Omit<OpenedConference, 'seats' | 'items'>, 'place' | 'cancelReason'>
    >(
      `${MEETINGS} where c.case_id = $1
         and ($2::uuid is null or exists (select 1 from simpul.conference_seat s
                                           where s.conference_id = c.id and s.referral_id = $2))
       order by c.at desc, c.id limit 50`,
      [caseId, referralId],
    );
    const ids = meetings.map(({ id }) => id);
    const seats = await work.query<Sealed<OpenedSeat, 'dissent'> & { conferenceId: string }>(SEATS, [
      ids,
      referralId,
    ]);
    const items = await work.query<
      Sealed<Omit<OpenedItem, 'decisions'>, 'question' | 'discussion'> & { conferenceId: string }
    >(ITEMS, [ids]);
    const decisions = await work.query<Sealed<OpenedDecision, 'text'> & { itemId: string }>(DECISIONS, [ids]);
    const say = (field: string, id: string, sealed: Buffer | null): string | null =>
      sealed && vault.unseal(field, id, sealed);
    return meetings.map(({ place, cancelReason, ...meeting }) => ({
      ...meeting,
      place: say('conference.place', meeting.id, place)!,
      // Why it was called off is the team's.
      cancelReason: referralId ? null : say('conference.cancel_reason', meeting.id, cancelReason),
      seats: seats
        .filter(({ conferenceId }) => conferenceId === meeting.id)
        .map(({ dissent, ...seat }) => ({
          ...seat,
          dissent: say('conference_seat.dissent', seat.id, dissent),
        })),
      items: items
        .filter(({ conferenceId }) => conferenceId === meeting.id)
        .map(({ question, discussion, ...item }) => ({
          ...item,
          question: say('conference_item.question', item.id, question)!,
          // What was said is told when it is signed, as what was decided is.
          discussion:
            referralId && meeting.status !== 'SIGNED'
              ? null
              : say('conference_item.discussion', item.id, discussion),
          decisions: decisions
            .filter(({ itemId }) => itemId === item.id)
            .map(({ text, ...one }) => ({
              ...one,
              text: say('conference_decision.text', one.id, text)!,
            })),
        })),
    }));
  }
}

const MEETINGS = `
  select c.id, c.status, c.at, c.place_sealed as place, a.display_name as "calledByName",
         m.display_name as "minutesByName", c.minutes_by_person as "minutesByPerson", c.minutes_at as "minutesAt",
         s.display_name as "signedByName", c.signed_at as "signedAt", c.cancel_reason_sealed as "cancelReason"
    from simpul.conference c join simpul.account a on a.id = c.called_by
    left join simpul.account m on m.id = c.minutes_by
    left join simpul.account s on s.id = c.signed_by`;
const SEATS = `
  select s.id, s.conference_id as "conferenceId", s.referral_id as "referralId", g.name as "agencyName",
         s.scopes as classes, s.answer, s.attended, s.dissent_sealed as dissent
    from simpul.conference_seat s join simpul.referral r on r.id = s.referral_id
    join simpul.agency g on g.id = r.to_agency_id
   where s.conference_id = any ($1::uuid[]) and ($2::uuid is null or s.referral_id = $2) order by g.name, s.id`;
const ITEMS = `
  select i.id, i.conference_id as "conferenceId", i.scopes as classes, i.question_sealed as question,
         i.discussion_sealed as discussion
    from simpul.conference_item i where i.conference_id = any ($1::uuid[]) order by i.position`;
const DECISIONS = `
  select d.id, d.conference_item_id as "itemId", d.text_sealed as text, d.due_at as "dueAt",
         coalesce(a.display_name, g.name, '') as "ownerName", d.referral_id as "referralId", d.done_at as "doneAt"
    from simpul.conference_decision d
    left join simpul.account a on a.id = d.owner_account_id
    left join simpul.referral r on r.id = d.referral_id
    left join simpul.agency g on g.id = r.to_agency_id
   where d.conference_id = any ($1::uuid[]) and not d.taken_back order by d.due_at, d.id`;
