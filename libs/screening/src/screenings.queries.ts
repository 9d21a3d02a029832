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

/** What is known of the danger in a case, for its page, its referrals and the rules that ask. */
@Injectable()
export class Screenings {
  constructor(private readonly vault: Vault) {}

  /** The latest screening, opened; null before the first. The caller has the case's facts, so it may see the case. */
  async latest(work: Work, caseId: string): Promise<OpenedScreening | null> {
    const [screening] = await work.manager.find(Screening, {
      where: { caseId },
      order: { at: 'DESC', id: 'DESC' },
      take: 1,
    });
    return screening ? { screening, answers: await this.open(work, screening) } : null;
  }

  /** Red flags of the latest screening; none before the first. */
  async redFlags(work: Work, caseId: string): Promise<string[]> {
    return (await this.latest(work, caseId))?.answers.redFlags ?? [];
  }

  /** Whether mediation may be offered, from the whole history of screenings. */
  async mediation(work: Work, facts: CaseFacts): Promise<MediationVerdict> {
    const rows = await work.query<{ risk: string }>(
      'select risk from simpul.screening where case_id = $1 order by at desc, id desc limit 20',
      [facts.id],
    );
    const firstHigher = rows.findIndex((row) => row.risk !== 'RENDAH');
    return mediationVerdict({ ...facts, lowScreeningsInARow: firstHigher < 0 ? rows.length : firstHigher });
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

  private async open(work: Work, screening: Screening): Promise<ScreeningAnswers> {
    const vault = await this.vault.open(work, screening.caseId);
    return JSON.parse(
      vault.unseal('screening.answers', screening.id, screening.answersSealed),
    ) as ScreeningAnswers;
  }
}
