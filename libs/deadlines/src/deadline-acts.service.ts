import { randomUUID } from 'node:crypto';
import { may, type Actor } from '#access';
import { Ledger } from '#audit';
import { Outbox, UnitOfWork, type Work } from '#database';
import { NotFound, Refused } from '#refusals';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { DeadlineChanges } from './deadline-changes.service.js';
import { Deadline } from './deadline.entity.js';
import { DeadlineSteps } from './deadline-steps.service.js';
import { CITY_ZONE, DeadlinesService } from './deadlines.service.js';
import {
  deadlineById,
  lastWaiverProposal,
  openDeadlines,
  PAGE_SIZE,
  type DeadlineFilter,
  type ListedDeadline,
  type OpenedDeadline,
  type WaiverProposal,
} from './deadlines.queries.js';
import { CASE_OWNER, OWING_PARTY, SUPERVISOR } from './rules/escalation-ladder.js';
import { firstPauseReview } from './rules/reminder-plan.js';
import {
  availableDeadlineActs,
  whyNot,
  type DeadlineAct,
  type DeadlineSight,
} from './rules/available-acts.js';

/** A person's own reminders: not more often than this, so that they stay worth reading. */
const REMIND_AGAIN_AFTER_MINUTES = 60;

/** `reason`: null where the deadline hangs on no case, under whose key it could be kept. */
export type ProposedWaiver = Omit<WaiverProposal, 'reasonSealed'> & { reason: string | null };

/** What a person does to a deadline at a desk. Each is one unit of work with its own ledger entry. */
@Injectable()
export class DeadlineActs {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deadlines: DeadlinesService,
    private readonly changes: DeadlineChanges,
    private readonly steps: DeadlineSteps,
    private readonly vault: Vault,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    @Inject(CITY_ZONE) private readonly zone: string,
  ) {}

  /** Open deadlines in the actor's sight, the longest overdue first. */
  async list(actor: Actor, filter: DeadlineFilter): Promise<{ items: ListedDeadline[]; more: boolean }> {
    return this.unitOfWork.run(actor, { name: 'deadline.read' }, async (work) => {
      const rows = await openDeadlines(work, filter);
      const items = rows.slice(0, PAGE_SIZE);
      await this.ledger.append(work, {
        act: 'deadline.listed',
        facts: { deadlines: items.length, state: filter.state },
      });
      return { items, more: rows.length > PAGE_SIZE };
    });
  }

  /** "I have seen it": answers the last call of the ladder, which then calls less often. It ends nothing. */
  async acknowledge(actor: Actor, id: string): Promise<OpenedDeadline> {
    return this.act(actor, id, 'acknowledge', 'deadline.acknowledged', async (work) => {
      await work.query(
        'insert into simpul.deadline_acknowledgement (id, deadline_id, account_id) values ($1, $2, $3)',
        [randomUUID(), id, actor.accountId],
      );
    });
  }

  /**
   * Stops the clock with a reason that the history keeps (sealed), until somebody resumes it; the supervisor is asked
   * to look at it every few days. Refusals: `deadline.lawDoesNotWait`, `deadline.isMissed` and the other states.
   */
  async pause(actor: Actor, id: string, reason: string): Promise<OpenedDeadline> {
    return this.act(
      actor,
      id,
      'pause',
      'deadline.paused',
      async (work, deadline, sealed) => {
        // Past its time although no sweep has passed yet: a pause would make the miss unseen.
        if (deadline.dueAt && deadline.dueAt <= work.at) throw new Refused('deadline.isMissed');
        const to = { status: 'paused' as const, pausedAt: work.at };
        await this.changes.change(work, deadline, to, 'pause', null, sealed);
        await this.steps.cancel(work, id);
        await this.steps.addOne(work, deadline, {
          rung: 'pauseReview',
          fireAt: firstPauseReview(work.at, this.zone),
          tells: [SUPERVISOR, CASE_OWNER],
        });
      },
      reason,
    );
  }

  /** Lets the clock run again; the due time moves by the rules of its clock. */
  async resume(actor: Actor, id: string): Promise<OpenedDeadline> {
    return this.act(actor, id, 'resume', 'deadline.resumed', async (work, deadline) =>
      this.deadlines.restart(work, [deadline], 'deadline.resumed', work.at),
    );
  }

  /** Tells the one who owes the act once more, now. Refusal `deadline.remindedJustNow` within an hour of the last. */
  async remind(actor: Actor, id: string): Promise<OpenedDeadline> {
    return this.act(actor, id, 'remind', 'deadline.reminded', async (work, deadline) => {
      const [recent] = await work.query(
        `select 1 from simpul.deadline_step where deadline_id = $1 and rung = 'reminder'
            and (fired_at > $2 or (status = 'pending' and fire_at > $2 and fire_at <= simpul.now())) limit 1`,
        [id, new Date(work.at.getTime() - REMIND_AGAIN_AFTER_MINUTES * 60_000)],
      );
      if (recent) throw new Refused('deadline.remindedJustNow');
      await this.steps.addOne(work, deadline, { rung: 'reminder', fireAt: work.at, tells: [OWING_PARTY] });
    });
  }

  /** Proposes that nothing more is owed. Changes nothing until a second person approves. */
  async proposeWaiver(actor: Actor, id: string, reason: string): Promise<OpenedDeadline> {
    return this.act(
      actor,
      id,
      'waive',
      'deadline.waiverProposed',
      async (work, deadline, sealed) =>
        this.changes.change(
          work,
          deadline,
          { waiverProposedBy: actor.personId, waiverProposedAt: work.at },
          'proposeWaiver',
          null,
          sealed,
        ),
      reason,
    );
  }

  /**
   * Why somebody asks that nothing more be owed, for whoever is to agree: a second pair of eyes that cannot read the
   * reason has looked at nothing. Refusal `deadline.noWaiverProposed`.
   */
  async proposedWaiver(actor: Actor, id: string): Promise<ProposedWaiver> {
    const act = { name: 'deadline.readWaiver', object: { kind: 'deadline', id } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const row = await work.manager.findOneBy(Deadline, { id });
      if (!row) throw new NotFound();
      const proposal = row.waiverProposedBy ? await lastWaiverProposal(work, id) : null;
      if (!proposal) throw new Refused('deadline.noWaiverProposed', { current: { status: row.status } });
      const { reasonSealed, ...shown } = proposal;
      const vault = reasonSealed && row.caseId ? await this.vault.open(work, row.caseId) : null;
      await this.ledger.append(work, {
        act: 'deadline.waiverRead',
        object: { kind: 'deadline', id },
        ...(row.caseId && { caseId: row.caseId }),
        facts: { rule: row.slug },
      });
      return { ...shown, reason: vault ? vault.unseal('deadline_change.reason', id, reasonSealed!) : null };
    });
  }

  /** Approves a waiver that another person proposed. Refusals `fourEyes.samePerson`, counted by person, `fourEyes.conflict`. */
  async approveWaiver(actor: Actor, id: string): Promise<OpenedDeadline> {
    return this.act(actor, id, 'approveWaiver', 'deadline.waived', async (work, deadline) => {
      // Upstream of the cases: the database knows who has an interest in the case that the duty belongs to.
      const [interest] = await work.query<{ yes: boolean }>('select simpul.has_conflict($1, $2) as yes', [
        deadline.caseId,
        deadline.waiverProposedBy,
      ]);
      if (interest!.yes) throw new Refused('fourEyes.conflict');
      await this.changes.end(work, deadline, 'waived', null, work.at);
    });
  }

  private async act(
    actor: Actor,
    id: string,
    act: DeadlineAct,
    event: string,
    effect: (work: Work, deadline: Deadline, sealedReason: Buffer | null) => Promise<void>,
    reason?: string,
  ): Promise<OpenedDeadline> {
    return this.unitOfWork.run(
      actor,
      { name: `deadline.${act}`, object: { kind: 'deadline', id } },
      async (work) => {
        const row = await work.manager.findOne(Deadline, {
          where: { id },
          // A lock asks the right to change: who may only answer a call reads the row as it is.
          ...(act !== 'acknowledge' && { lock: { mode: 'pessimistic_write' as const } }),
        });
        if (!row) throw new NotFound();
        const opened = await deadlineById(work, id);
        const sight = sightOf(actor, opened);
        if (!availableDeadlineActs(sight).includes(act))
          throw new Refused(whyNot(act, sight), { current: { status: opened.status } });
        const sealed = reason && row.caseId ? await this.seal(work, row.caseId, id, reason) : null;
        await effect(work, row, sealed);
        await this.ledger.append(work, {
          act: event,
          object: { kind: 'deadline', id },
          ...(row.caseId && { caseId: row.caseId }),
          facts: { rule: row.slug },
          ...(reason && { detail: reason }),
        });
        await this.outbox.announce(work, event, { deadlineId: id });
        return deadlineById(work, id);
      },
    );
  }

  private async seal(work: Work, caseId: string, id: string, reason: string): Promise<Buffer> {
    const vault = await this.vault.open(work, caseId);
    return vault.seal('deadline_change.reason', id, reason);
  }
}

/** What this viewer may do to the deadline now. */
export function availableDeadlineActsOf(actor: Actor, deadline: OpenedDeadline): DeadlineAct[] {
  return availableDeadlineActs(sightOf(actor, deadline));
}

function sightOf(actor: Actor, deadline: OpenedDeadline): DeadlineSight {
  return {
    status: deadline.status,
    basis: deadline.basis as DeadlineSight['basis'],
    kind: deadline.kind as DeadlineSight['kind'],
    ofReport: deadline.reportId !== null,
    pausedByEvent: deadline.pausedByEvent,
    waiverProposedBy: deadline.waiverProposedBy,
    viewer: {
      personId: actor.personId,
      mayAcknowledge: may(actor.role, 'deadline.acknowledge'),
      mayPause: may(actor.role, 'deadline.pause'),
      mayRemind: may(actor.role, 'deadline.remind'),
      mayWaive: may(actor.role, 'deadline.waive'),
    },
  };
}
