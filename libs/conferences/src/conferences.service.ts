import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { Ledger } from '#audit';
import { CaseContents, readCaseFacts, subjectOf, type CaseFacts } from '#cases';
import { Outbox, UnitOfWork, type Work } from '#database';
import { DeadlinesService } from '#deadlines';
import { namesIn, NOTE_CLASSES, NoteAudiences, type NoteClass } from '#handoff';
import { Invalid, NotFound, Refused, type FieldError } from '#refusals';
import { Vault, type CaseVault } from '#vault';
import { Injectable } from '@nestjs/common';
import { Conference, ConferenceDecision, ConferenceItem, ConferenceSeat } from './conference.entity.js';
import { isOnTeam, receiverOf } from './conference-parties.queries.js';
import { whyNot, type ConferenceAct } from './rules/conference-lifecycle.js';

export interface NewConference {
  at: Date;
  place: string;
  items: readonly { question: string; classes: readonly NoteClass[] }[];
  referralIds: readonly string[];
}

export interface Minutes {
  attendedReferralIds: readonly string[];
  items: readonly {
    itemId: string;
    discussion: string;
    decisions: readonly { text: string; dueAt: Date; referralId?: string; accountId?: string }[];
  }[];
}

/** Calls a conference, writes its minutes and signs them off. The side of the case's team. */
@Injectable()
export class Conferences {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contents: CaseContents,
    private readonly audiences: NoteAudiences,
    private readonly deadlines: DeadlinesService,
    private readonly vault: Vault,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Invites agencies with a referral under way and a living basis. Refusals: 422 `note.nameFound`, `note.noReferral`,
   * `conference.past`, `conference.nobodyHears` for an item that none of the invited may hear.
   */
  async call(actor: Actor, caseId: string, input: NewConference): Promise<string> {
    const act = { name: 'conference.call', object: { kind: 'case', id: caseId }, caseId };
    return this.unitOfWork.run(actor, act, async (work) => {
      const facts = await this.openCase(work, caseId);
      if (input.at <= work.at) throw new Invalid([{ pointer: '/at', code: 'conference.past' }]);
      await this.noNames(
        work,
        caseId,
        input.items.map(({ question }, n) => [`/items/${n}/question`, question]),
      );
      const audience = await this.audiences.of(work, caseId);
      const seats = input.referralIds.map((referralId, n) => {
        const found = audience.find((one) => one.referralId === referralId);
        if (!found) throw new Invalid([{ pointer: `/referralIds/${n}`, code: 'note.noReferral' }]);
        return found;
      });
      const items = input.items.map(({ question, classes }) => ({
        question,
        classes: NOTE_CLASSES.filter((one) => one === 'OWN_REFERRAL' || classes.includes(one)),
      }));
      const unheard = items.findIndex(({ classes }) =>
        seats.every((seat) => !classes.every((one) => seat.classes.includes(one))),
      );
      if (unheard >= 0)
        throw new Invalid([{ pointer: `/items/${unheard}/classes`, code: 'conference.nobodyHears' }]);
      const id = randomUUID();
      const vault = await this.vault.open(work, caseId);
      await work.manager.insert(Conference, {
        ...{ id, caseId, status: 'PLANNED', at: input.at, calledBy: actor.accountId },
        placeSealed: vault.seal('conference.place', id, input.place),
      });
      for (const [position, { question, classes }] of items.entries()) {
        const itemId = randomUUID();
        await work.manager.insert(ConferenceItem, {
          ...{ id: itemId, conferenceId: id, caseId, position, scopes: classes },
          questionSealed: vault.seal('conference_item.question', itemId, question),
        });
      }
      for (const { referralId, classes } of seats) {
        const cover = (await this.audiences.cover(work, caseId, referralId, classes))!;
        await work.manager.insert(ConferenceSeat, {
          ...{ id: randomUUID(), conferenceId: id, caseId, referralId, answer: 'INVITED' as const },
          scopes: [...classes],
          basisIds: cover.basisIds,
        });
        await this.outbox.announce(work, 'referral.conferenceCalled', { referralId, caseId });
      }
      await this.note(work, facts, id, 'conference.called', {
        items: items.length,
        referrals: [...input.referralIds],
      });
      return id;
    });
  }

  /** Writes what was said and decided; until somebody signs, anew. Refusals as `call`, `conference.is…`, `conference.notYet`. */
  async minute(actor: Actor, caseId: string, id: string, input: Minutes): Promise<void> {
    await this.act(actor, caseId, id, 'minute', async (work, facts, conference) => {
      if (work.at < conference.at) throw new Refused('conference.notYet');
      const vault = await this.vault.open(work, caseId);
      const items = await work.manager.findBy(ConferenceItem, { conferenceId: id });
      const seats = await work.manager.findBy(ConferenceSeat, { conferenceId: id });
      await this.checkMinutes(work, caseId, input, items, seats);
      await work.manager.update(
        ConferenceDecision,
        { conferenceId: id, takenBack: false },
        { takenBack: true },
      );
      for (const seat of seats)
        await work.manager.update(
          ConferenceSeat,
          { id: seat.id },
          { attended: input.attendedReferralIds.includes(seat.referralId) },
        );
      for (const item of input.items) await this.minuteItem(work, vault, conference, item);
      await work.manager.update(
        Conference,
        { id },
        { status: 'HELD', minutesAt: work.at, minutesBy: actor.accountId, minutesByPerson: actor.personId },
      );
      await this.deadlines.meet(work, { caseId, aboutId: id, event: 'conference.signed', at: work.at });
      await this.start(work, facts, 'conference.held', { at: work.at, aboutId: id });
      await this.note(work, facts, id, 'conference.minuted', {
        decisions: input.items.flatMap(({ decisions }) => decisions).length,
        attended: input.attendedReferralIds.length,
      });
    });
  }

  /** Another person signs: nothing is changed any more, and every decision has its clock. */
  async sign(actor: Actor, caseId: string, id: string): Promise<void> {
    await this.act(actor, caseId, id, 'sign', async (work, facts) => {
      const decisions = await work.manager.findBy(ConferenceDecision, { conferenceId: id, takenBack: false });
      for (const { referralId, ownerAccountId, id: aboutId, dueAt: at } of decisions) {
        if (referralId) await this.start(work, facts, 'conference.agency_until', { at, aboutId, referralId });
        else
          await this.start(work, facts, 'conference.owner_until', {
            at,
            aboutId,
            accountId: ownerAccountId!,
          });
      }
      await work.manager.update(
        Conference,
        { id },
        { status: 'SIGNED', signedAt: work.at, signedBy: actor.accountId, signedByPerson: actor.personId },
      );
      await this.deadlines.meet(work, { caseId, aboutId: id, event: 'conference.signed', at: work.at });
      await this.note(work, facts, id, 'conference.signed', { decisions: decisions.length });
      for (const { referralId } of await work.manager.findBy(ConferenceSeat, { conferenceId: id }))
        await this.outbox.announce(work, 'referral.conferenceSigned', { referralId, caseId });
    });
  }

  async cancel(actor: Actor, caseId: string, id: string, reason: string): Promise<void> {
    await this.act(actor, caseId, id, 'cancel', async (work, facts) => {
      const vault = await this.vault.open(work, caseId);
      const cancelReasonSealed = vault.seal('conference.cancel_reason', id, reason);
      await work.manager.update(Conference, { id }, { status: 'CANCELLED', cancelReasonSealed });
      await this.note(work, facts, id, 'conference.cancelled', {});
      for (const { referralId } of await work.manager.findBy(ConferenceSeat, { conferenceId: id }))
        await this.outbox.announce(work, 'referral.conferenceCalled', { referralId, caseId });
    });
  }

  /** What the team's own people, or an agency that told them, have done. Refusals: `conference.notSigned`, `.decisionDone`. */
  async finish(actor: Actor, caseId: string, decisionId: string): Promise<void> {
    const act = { name: 'conference.finish', object: { kind: 'case', id: caseId }, caseId };
    await this.unitOfWork.run(actor, act, async (work) => {
      await this.openCase(work, caseId);
      const decision = await work.manager.findOneBy(ConferenceDecision, { id: decisionId, caseId });
      await this.finishIn(work, decision);
    });
  }

  /** The same in the act of the agency that owes it. */
  async finishIn(work: Work, decision: ConferenceDecision | null): Promise<void> {
    if (!decision || decision.takenBack) throw new NotFound();
    if (decision.doneAt) throw new Refused('conference.decisionDone');
    const { id, caseId, referralId, conferenceId } = decision;
    // Before the signature nothing is owed.
    if (!(await work.manager.existsBy(Conference, { id: conferenceId, status: 'SIGNED' })))
      throw new Refused('conference.notSigned');
    const done = { doneAt: work.at, doneBy: work.actor!.accountId };
    const { affected } = await work.manager.update(ConferenceDecision, { id, takenBack: false }, done);
    // Somebody was faster.
    if (affected !== 1) throw new Refused('conference.decisionDone');
    await this.deadlines.meet(work, {
      ...{ caseId, aboutId: id, event: 'conference.decision_done', at: work.at },
      ...(referralId && { referralId }),
    });
    await this.ledger.append(work, {
      act: 'conference.decisionDone',
      object: { kind: 'conference', id: conferenceId },
      caseId,
    });
    await this.outbox.announce(work, 'case.changed', { caseId });
  }

  private async act(
    actor: Actor,
    caseId: string,
    id: string,
    name: ConferenceAct,
    does: (work: Work, facts: CaseFacts, conference: Conference) => Promise<void>,
  ): Promise<void> {
    const act = { name: `conference.${name}` as const, object: { kind: 'case', id: caseId }, caseId };
    await this.unitOfWork.run(actor, act, async (work) => {
      const facts = await this.openCase(work, caseId);
      const conference = await work.manager.findOneBy(Conference, { id, caseId });
      if (!conference) throw new NotFound();
      const refusal = whyNot(name, conference, actor.personId);
      if (refusal) throw new Refused(refusal, { current: { status: conference.status } });
      await does(work, facts, conference);
    });
  }

  /** A case of violence that is open: a family matter is talked over with the family. */
  private async openCase(work: Work, caseId: string): Promise<CaseFacts> {
    const facts = await readCaseFacts(work, caseId, { lock: true });
    if (facts.mandate === 'FAMILY') throw new Refused('conference.familyMatter');
    if (facts.state !== 'OPEN') throw new Refused('case.notOpen', { current: { state: facts.state } });
    return facts;
  }

  private async noNames(
    work: Work,
    caseId: string,
    texts: readonly (readonly [string, string])[],
  ): Promise<void> {
    const people = await this.contents.people(work, caseId);
    const names = people.map(({ name }) => name);
    const faults = texts.filter(([, text]) => namesIn(text, names).length > 0);
    if (faults.length > 0)
      throw new Invalid(faults.map(([pointer]): FieldError => ({ pointer, code: 'note.nameFound' })));
  }

  private async checkMinutes(
    work: Work,
    caseId: string,
    input: Minutes,
    items: readonly ConferenceItem[],
    seats: readonly ConferenceSeat[],
  ): Promise<void> {
    const faults: FieldError[] = [];
    for (const [n, item] of input.items.entries()) {
      const found = items.find(({ id }) => id === item.itemId);
      if (!found) faults.push({ pointer: `/items/${n}/itemId`, code: 'conference.unknownItem' });
      for (const [k, one] of item.decisions.entries()) {
        const at = `/items/${n}/decisions/${k}`;
        const seat = seats.find(({ referralId }) => referralId === one.referralId);
        if (!one.referralId === !one.accountId)
          faults.push({ pointer: `${at}/referralId`, code: 'required' });
        else if (one.referralId && !seat?.scopes.length)
          faults.push({ pointer: `${at}/referralId`, code: 'note.noReferral' });
        // Whoever owes it has to be able to read it.
        else if (seat && found && !found.scopes.every((scope) => seat.scopes.includes(scope)))
          faults.push({ pointer: `${at}/referralId`, code: 'conference.mayNotHear' });
        else if (one.accountId && !(await isOnTeam(work, caseId, one.accountId)))
          faults.push({ pointer: `${at}/accountId`, code: 'member.notPossible' });
        if (one.dueAt <= work.at) faults.push({ pointer: `${at}/dueAt`, code: 'conference.past' });
      }
    }
    if (faults.length > 0) throw new Invalid(faults);
    await this.noNames(
      work,
      caseId,
      input.items.flatMap(({ discussion, decisions }, n) => [
        [`/items/${n}/discussion`, discussion] as const,
        ...decisions.map(({ text }, k) => [`/items/${n}/decisions/${k}/text`, text] as const),
      ]),
    );
  }

  private async minuteItem(
    work: Work,
    vault: CaseVault,
    { id: conferenceId, caseId }: Conference,
    { itemId, discussion, decisions }: Minutes['items'][number],
  ): Promise<void> {
    const discussionSealed = vault.seal('conference_item.discussion', itemId, discussion);
    await work.manager.update(ConferenceItem, { id: itemId, conferenceId }, { discussionSealed });
    for (const { text, dueAt, referralId, accountId } of decisions) {
      const id = randomUUID();
      await work.manager.insert(ConferenceDecision, {
        ...{ id, conferenceId, itemId, caseId, dueAt, takenBack: false },
        referralId: referralId ?? null,
        ownerAccountId: accountId ?? null,
        textSealed: vault.seal('conference_decision.text', id, text),
      });
    }
  }

  private async start(
    work: Work,
    facts: CaseFacts,
    event: string,
    about: { at: Date; aboutId: string; referralId?: string; accountId?: string },
  ): Promise<void> {
    const { at, aboutId, referralId, accountId } = about;
    const agencyId = referralId ? await receiverOf(work, referralId) : facts.agencyId;
    await this.deadlines.start(work, {
      ...{ event, at, caseId: facts.id, aboutId },
      ...(referralId && { referralId }),
      subject: subjectOf(facts, work.at),
      owes: { agencyId, accountId },
    });
  }

  private async note(
    work: Work,
    { id: caseId }: CaseFacts,
    id: string,
    act: 'conference.called' | 'conference.minuted' | 'conference.signed' | 'conference.cancelled',
    facts: Record<string, number | string[]>,
  ): Promise<void> {
    await this.ledger.append(work, { act, object: { kind: 'conference', id }, caseId, facts });
    await this.outbox.announce(work, 'case.changed', { caseId });
    // Whoever may sign hears that minutes wait, the team that they bind.
    if (act === 'conference.minuted' || act === 'conference.signed')
      await this.outbox.announce(work, act, { caseId });
  }
}
