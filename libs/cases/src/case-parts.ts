import type { Work } from '#database';
import { Injectable } from '@nestjs/common';
import type { CaseFacts } from './case-facts.js';

/** Reads one part of the case page, inside the transaction of the page. */
export type CasePart = (work: Work, facts: CaseFacts) => Promise<unknown>;

/**
 * Where libraries further down the river hang what they know of a case: its screening, lawful bases, referrals. The
 * page is one read and one ledger entry, and this library imports none of them.
 *
 * A stage fact is a scalar SQL expression over the case `c`; the stage is derived from them in the same statement
 * that reads the row, so that a list needs no second trip.
 */
@Injectable()
export class CaseParts {
  private readonly names = new Set<string>();
  private readonly parts: ((work: Work, facts: CaseFacts) => Promise<Record<string, unknown>>)[] = [];
  private readonly facts = new Map<StageFactName, string>();
  private readonly afterPeople: ((work: Work, facts: CaseFacts) => Promise<void>)[] = [];

  /** Adds a part under the name that it has on the page. Two libraries may not claim one name. */
  add(name: string, part: CasePart): void;
  /** Adds several parts that come from one read. */
  add(
    names: readonly string[],
    part: (work: Work, facts: CaseFacts) => Promise<Record<string, unknown>>,
  ): void;
  add(names: string | readonly string[], part: CasePart): void {
    for (const name of [names].flat()) {
      if (this.names.has(name)) throw new Error(`case part "${name}" is already there`);
      this.names.add(name);
    }
    this.parts.push(
      typeof names === 'string'
        ? async (work, facts) => ({ [names]: await part(work, facts) })
        : (part as (work: Work, facts: CaseFacts) => Promise<Record<string, unknown>>),
    );
  }

  addStageFact(name: StageFactName, sql: string): void {
    if (this.facts.has(name)) throw new Error(`stage fact "${name}" is already there`);
    this.facts.set(name, sql);
  }

  /**
   * What follows further down once a case's people have changed, in the same transaction: what a guardian agreed to who is
   * reported by now must be over before anybody can read on it.
   */
  whenPeopleChange(follow: (work: Work, facts: CaseFacts) => Promise<void>): void {
    this.afterPeople.push(follow);
  }

  async peopleChanged(work: Work, facts: CaseFacts): Promise<void> {
    for (const follow of this.afterPeople) await follow(work, facts);
  }

  /** Every part, one after the other: they share one connection. */
  async read(work: Work, facts: CaseFacts): Promise<Record<string, unknown>> {
    const page: Record<string, unknown> = {};
    for (const part of this.parts) Object.assign(page, await part(work, facts));
    return page;
  }

  /** `json_build_object(...)` of every stage fact over the case `c`. */
  stageFactsSql(): string {
    const pairs = [...this.facts].map(([name, sql]) => `'${name}', (${sql})`);
    return `json_build_object(${pairs.join(', ')})`;
  }
}

export type StageFactName =
  'screened' | 'referralsSent' | 'referralsRunning' | 'aftercareDone' | 'reopened' | 'transferred';
