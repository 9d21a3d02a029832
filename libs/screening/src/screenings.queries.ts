import type { CaseFacts } from '#cases';
import { hoursSince } from '#cases';
import type { Work } from '#database';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { mediationVerdict, type MediationVerdict } from './rules/mediation.js';
import { promptsFor, type Prompt } from './rules/prompts.js';
import { traffickingVerdict, type TraffickingVerdict } from './rules/trafficking.js';
import { Screening, type ScreeningAnswers } from './screening.entity.js';

/** A screening with its answers opened. */
export interface OpenedScreening {
  screening: Screening;
  answers: ScreeningAnswers;
}

export interface Screener {
  accountId: string;
  /** Four eyes are counted by it. */
  personId: string;
  name: string;
}

/** A screening as its case shows it: with the reason and the people behind it. */
export interface ShownScreening extends OpenedScreening {
  reason: string | null;
  screenedBy: Screener;
  approvedBy: Screener | null;
}

export interface ScreeningPage {
  latest: ShownScreening | null;
  prompts: Prompt[];
  trafficking: TraffickingVerdict;
  mediation: MediationVerdict;
}

/** Enough to see whether the last ones found the lowest level; nobody is screened more often. */
const HISTORY_MAX = 20;

/** What is known of the danger in a case, for its page, its referrals and the rules that ask. */
@Injectable()
export class Screenings {
  constructor(private readonly vault: Vault) {}

  /** The latest screening, opened; null before the first. The caller has the case's facts, so it may see the case. */
  async latest(work: Work, caseId: string): Promise<OpenedScreening | null> {
    const [screening] = await this.newestFirst(work, caseId, 1);
    return screening ? { screening, answers: await this.open(work, screening) } : null;
  }

  /** Red flags of the latest screening; none before the first. */
  async redFlags(work: Work, caseId: string): Promise<string[]> {
    return (await this.latest(work, caseId))?.answers.redFlags ?? [];
  }

  /** Whether mediation may be offered, from the history of screenings. */
  async mediation(work: Work, facts: CaseFacts): Promise<MediationVerdict> {
    return mediationFrom(facts, await this.newestFirst(work, facts.id, HISTORY_MAX));
  }

  /** What the case page shows of the danger, in one read. */
  async page(work: Work, facts: CaseFacts): Promise<ScreeningPage> {
    const screenings = await this.newestFirst(work, facts.id, HISTORY_MAX);
    const [screening] = screenings;
    const latest = screening ? await this.shown(work, screening) : null;
    return {
      latest,
      prompts: this.prompts(facts, latest?.answers ?? null, work.at),
      trafficking: this.trafficking(facts, latest?.answers ?? null),
      mediation: mediationFrom(facts, screenings),
    };
  }

  /** The same screening with its reason and the names of whoever recorded and approved it. */
  async shown(work: Work, screening: Screening): Promise<ShownScreening> {
    const { id, caseId, reasonSealed, screenedBy, approvedBy } = screening;
    const people = await work.query<Screener>(
      'select id as "accountId", person_id as "personId", display_name as name from simpul.account where id = any ($1)',
      [[screenedBy, approvedBy].filter(Boolean)],
    );
    const named = (account: string | null) => people.find((one) => one.accountId === account) ?? null;
    const vault = await this.vault.open(work, caseId);
    return {
      screening,
      answers: await this.open(work, screening),
      reason: reasonSealed && vault.unseal('screening.reason', id, reasonSealed),
      screenedBy: named(screenedBy)!,
      approvedBy: named(approvedBy),
    };
  }

  /** Signs of trafficking in the latest answers, with the words for them. */
  trafficking(facts: CaseFacts, answers: ScreeningAnswers | null): TraffickingVerdict {
    return traffickingVerdict({
      violenceTypes: facts.violenceTypes,
      recruitment: answers?.recruitment ?? [],
      control: answers?.control ?? [],
      conclusion: facts.traffickingConcluded ? 'ADA_INDIKASI' : answers?.conclusion,
      anyChild: facts.victims.some((victim) => victim.age !== null && victim.age < 18),
    });
  }

  /** What to do, to know and to ask now. */
  prompts(facts: CaseFacts, answers: ScreeningAnswers | null, at: Date): Prompt[] {
    const trafficking = this.trafficking(facts, answers);
    return promptsFor({
      ...facts,
      redFlags: answers?.redFlags ?? [],
      eventAgeHours: hoursSince(facts.occurredAt, at),
      reported: facts.reported.flatMap((person) => {
        const relations: (string | null)[] = Object.values(person.relations);
        return (relations.length > 0 ? relations : [null]).map((relation) => ({ relation, age: person.age }));
      }),
      traffickingIndicated: trafficking.indicated,
      traffickingConcluded: trafficking.concluded,
    });
  }

  private async newestFirst(work: Work, caseId: string, most: number): Promise<Screening[]> {
    return work.manager.find(Screening, { where: { caseId }, order: { turn: 'DESC' }, take: most });
  }

  private async open(work: Work, screening: Screening): Promise<ScreeningAnswers> {
    const vault = await this.vault.open(work, screening.caseId);
    return JSON.parse(
      vault.unseal('screening.answers', screening.id, screening.answersSealed),
    ) as ScreeningAnswers;
  }
}

function mediationFrom(facts: CaseFacts, newestFirst: readonly Screening[]): MediationVerdict {
  // A lowering to which nobody else has agreed found nothing: the level stayed higher.
  const firstHigher = newestFirst.findIndex(
    ({ risk, status }) => risk !== 'RENDAH' || status === 'PENDING_APPROVAL' || status === 'OVERTAKEN',
  );
  return mediationVerdict({
    ...facts,
    lowScreeningsInARow: firstHigher < 0 ? newestFirst.length : firstHigher,
  });
}
