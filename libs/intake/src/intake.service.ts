import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { Ledger } from '#audit';
import {
  CaseClocks,
  caseForAct,
  CaseOpening,
  CasePeople,
  CasesService,
  People,
  type CaseFacts,
} from '#cases';
import { Outbox, UnitOfWork, type Work } from '#database';
import { DeadlinesService } from '#deadlines';
import { Invalid, NotFound, Refused } from '#refusals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { Report } from './report.entity.js';
import { openFromServer, sealForCase, sealForServer, type ReportStory } from './report-seal.js';
import { refuseUnseen } from './unseen-report.js';
import { reportFaults } from './rules/report-faults.js';
import { decideReport, type ReportAct } from './rules/report-lifecycle.js';

/** A report as it was told. Times are UTC instants; absent `receivedAt` means now. */
export interface NewReport extends ReportStory {
  channel: string;
  reporterKind: string;
  receivedAt?: Date;
  occurredAt?: Date;
  knownAt?: Date;
  clientSafeNow: string;
  violenceTypes: string[];
  contexts: string[];
  place?: string;
  online: boolean;
  openCase: boolean;
}

export interface ReportState {
  report: Report;
  caseNumber: string | null;
}

const UPTD = 'UPTD_PPA';

/** The front door: reports, and what becomes of them. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly opening: CaseOpening,
    private readonly cases: CasesService,
    private readonly casePeople: CasePeople,
    private readonly people: People,
    private readonly clocks: CaseClocks,
    private readonly deadlines: DeadlinesService,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Takes a report and, unless it is only to be kept, opens its case in the same transaction, with every clock that
   * does not hang on a level of risk. A report that is only kept is owed a decision by its office, in the register's
   * time from its receipt. Refuses (422) naming every impossible field.
   */
  async receive(actor: Actor, input: NewReport): Promise<ReportState> {
    return this.unitOfWork.run(actor, { name: 'report.receive' }, async (work) => {
      await this.refuseImpossible(work, input);
      const report = this.newReport(work, actor, input);
      const theCase = input.openCase ? await this.openCase(work, actor, report, input) : null;
      if (!theCase) Object.assign(report, sealForServer(this.vault, report.id, input));
      await work.manager.insert(Report, report);
      if (!theCase) await this.oweADecision(work, report);
      await this.ledger.append(work, {
        act: 'report.received',
        object: { kind: 'report', id: report.id },
        caseId: theCase?.id,
        facts: {
          channel: report.channel,
          reporterKind: report.reporterKind,
          victims: report.victims,
          reportedPersons: report.reportedPersons,
          clientSafeNow: report.clientSafeNow,
          receivedAt: report.receivedAt.toISOString(),
        },
      });
      await this.announce(work, 'report.received', report);
      if (report.clientSafeNow === 'NO') await this.announce(work, 'report.clientUnsafe', report);
      return { report, caseNumber: theCase?.number ?? null };
    });
  }

  /** Opens a kept report as a case. Refusals: `report.already…` with the current state. */
  async open(actor: Actor, reportId: string): Promise<ReportState> {
    const act = { name: 'report.open', object: { kind: 'report', id: reportId } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const report = await this.reportForAct(work, reportId, 'report.open');
      const theCase = await this.openCase(work, actor, report, openFromServer(this.vault, report));
      return this.decided(work, actor, report, theCase, 'report.opened');
    });
  }

  /**
   * Joins a kept report to a case that the actor works on: its story goes behind the case's chronology, its reporter
   * to the people; victims and reported persons are the case's already. Refusals: `report.already…`, `case.notOpen`,
   * 422 for a case out of sight.
   */
  async join(actor: Actor, reportId: string, caseId: string): Promise<ReportState> {
    const act = { name: 'report.join', object: { kind: 'report', id: reportId } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const report = await this.reportForAct(work, reportId, 'report.join');
      const theCase = await this.caseToJoin(work, caseId);
      const story = openFromServer(this.vault, report);
      await this.opening.absorb(work, theCase, {
        chronology: story.narrative,
        at: report.receivedAt,
        reporter: story.reporter,
      });
      Object.assign(report, sealForCase(await this.vault.open(work, caseId), report.id, story));
      await this.cases.merge(work, actor, theCase, report);
      return this.decided(work, actor, report, theCase, 'report.joined');
    });
  }

  /** Says why a report is not ours; a referral may still be made by opening it. Refusals: `report.already…`. */
  async outsideMandate(actor: Actor, reportId: string, reason: string): Promise<ReportState> {
    const act = { name: 'report.outsideMandate', object: { kind: 'report', id: reportId } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const report = await this.reportForAct(work, reportId, 'report.outsideMandate');
      report.status = 'OUTSIDE_MANDATE';
      report.reasonSealed = this.vault.sealForServer(reason, `report.reason|${reportId}`);
      await this.save(work, actor, report);
      await this.decisionMade(work, reportId, 'report.outside_mandate');
      await this.ledger.append(work, {
        act: 'report.outsideMandate',
        object: { kind: 'report', id: reportId },
        detail: reason,
      });
      await this.announce(work, 'report.outsideMandate', report);
      return { report, caseNumber: null };
    });
  }

  /** Exactly one party owes what comes next: the office that took the report, until one of its decisions is made. */
  private async oweADecision(work: Work, report: Report): Promise<void> {
    const { violenceTypes, contexts } = report;
    await this.deadlines.start(work, {
      event: 'report.kept',
      at: report.receivedAt,
      reportId: report.id,
      // Tracks and risk belong to a case: none was opened, nobody has assessed anything.
      subject: { tracks: [], contexts, violenceTypes, risk: null },
      owes: { agencyId: report.agencyId },
    });
  }

  private async decisionMade(
    work: Work,
    reportId: string,
    event: 'report.opened' | 'report.joined' | 'report.outside_mandate',
  ): Promise<void> {
    await this.deadlines.meet(work, { reportId, event, at: work.at });
  }

  private async refuseImpossible(work: Work, input: NewReport): Promise<void> {
    const faults = [
      ...reportFaults(input, work.at),
      ...input.victims.flatMap((person, index) => this.people.faults(person, work.at, `/victims/${index}`)),
      ...input.reported.flatMap((person, index) =>
        this.people.faults(person, work.at, `/reportedPersons/${index}`),
      ),
      ...(input.reporter ? this.people.faults(input.reporter, work.at, '/reporter') : []),
    ];
    if (faults.length > 0) throw new Invalid(faults);
    for (const [index, person] of input.reported.entries())
      await this.casePeople.refuseUnknownEmployer(work, person, `/reportedPersons/${index}/agencyId`);
  }

  private newReport(work: Work, actor: Actor, input: NewReport): Report {
    const report = new Report();
    return Object.assign(report, {
      id: randomUUID(),
      agencyId: actor.agencyId,
      receivedBy: actor.accountId,
      channel: input.channel,
      reporterKind: input.reporterKind,
      receivedAt: input.receivedAt ?? work.at,
      occurredAt: input.occurredAt ?? null,
      knownAt: input.knownAt ?? null,
      clientSafeNow: input.clientSafeNow,
      violenceTypes: input.violenceTypes,
      contexts: input.contexts,
      place: input.place ?? null,
      online: input.online,
      victims: input.victims.length,
      reportedPersons: input.reported.length,
      status: 'RECEIVED' as const,
      caseId: null,
      reasonSealed: null,
      decidedBy: null,
      decidedAt: null,
    });
  }

  /** Makes the case of a report, moves the report under its key, and starts the clocks. */
  private async openCase(work: Work, actor: Actor, report: Report, story: ReportStory): Promise<CaseFacts> {
    const theCase = await this.opening.open(work, actor, {
      violenceTypes: report.violenceTypes,
      contexts: report.contexts,
      place: report.place ?? undefined,
      online: report.online,
      clientSafeNow: report.clientSafeNow,
      occurredAt: report.occurredAt,
      knownAt: report.knownAt,
      reportedAt: report.receivedAt,
      chronology: story.narrative,
      victims: story.victims,
      reported: story.reported,
      reporter: story.reporter,
    });
    const vault = await this.vault.open(work, theCase.id);
    Object.assign(report, sealForCase(vault, report.id, story), {
      status: 'OPENED',
      caseId: theCase.id,
      decidedBy: actor.accountId,
      decidedAt: work.at,
    });
    await this.clocks.reported(work, theCase, actor.agencyKind === UPTD);
    return theCase;
  }

  private async reportForAct(work: Work, id: string, act: ReportAct): Promise<Report> {
    const report = await work.manager.findOne(Report, { where: { id }, lock: { mode: 'pessimistic_write' } });
    // A report that became a case can't be locked any more, but whoever may see it is told what it has become.
    const seen = report ?? (await work.manager.findOneBy(Report, { id }));
    if (!seen) return refuseUnseen(work, id);
    const verdict = decideReport(act, seen.status);
    if (!verdict.allowed) throw new Refused(verdict.code, { current: { status: seen.status } });
    if (!report) throw new NotFound();
    return report;
  }

  private async caseToJoin(work: Work, caseId: string): Promise<CaseFacts> {
    try {
      return await caseForAct(work, caseId, 'case.addPerson');
    } catch (error) {
      if (error instanceof NotFound) throw new Invalid([{ pointer: '/caseId', code: 'case.unknown' }]);
      throw error;
    }
  }

  private async decided(
    work: Work,
    actor: Actor,
    report: Report,
    theCase: CaseFacts,
    act: 'report.opened' | 'report.joined',
  ): Promise<ReportState> {
    report.status = act === 'report.opened' ? 'OPENED' : 'JOINED';
    report.caseId = theCase.id;
    await this.save(work, actor, report);
    await this.decisionMade(work, report.id, act);
    await this.ledger.append(work, { act, object: { kind: 'report', id: report.id }, caseId: theCase.id });
    await this.announce(work, act, report);
    return { report, caseNumber: theCase.number };
  }

  private async save(work: Work, actor: Actor, report: Report): Promise<void> {
    report.decidedBy = actor.accountId;
    report.decidedAt = work.at;
    const { status, caseId, sealedBy, narrativeSealed, peopleSealed, externalRefSealed, reasonSealed } =
      report;
    const { decidedBy, decidedAt } = report;
    await work.manager.update(
      Report,
      { id: report.id },
      {
        status,
        caseId,
        sealedBy,
        narrativeSealed,
        peopleSealed,
        externalRefSealed,
        reasonSealed,
        decidedBy,
        decidedAt,
      },
    );
  }

  private async announce(work: Work, topic: string, report: Report): Promise<void> {
    await this.outbox.announce(work, topic, {
      reportId: report.id,
      agencyId: report.agencyId,
      ...(report.caseId && { caseId: report.caseId }),
    });
  }
}
