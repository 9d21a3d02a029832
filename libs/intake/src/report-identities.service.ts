import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { Ledger } from '#audit';
import {
  contactOnly,
  indexOf,
  matchesOf,
  needsWords,
  type Match,
  type PersonInput,
  type Reveal,
} from '#cases';
import { UnitOfWork, type Work } from '#database';
import { Invalid, Refused } from '#refusals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { Report } from './report.entity.js';
import { openFromServer, type ReportStory } from './report-seal.js';
import { refuseUnseen } from './unseen-report.js';

/** Where the names of a report appear, or are looked for, while it has no case. */
@Injectable()
export class ReportIdentities {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Opens the people and the story of a report, or the safe contacts alone, for a coded reason; words are kept.
   * 422 where the reason says nothing by itself. Refusal `report.isInACase`: from then on they are the case's to open.
   */
  async reveal(actor: Actor, id: string, input: Reveal): Promise<ReportStory> {
    return this.unitOfWork.run(
      actor,
      { name: 'report.reveal', object: { kind: 'report', id } },
      async (work) => {
        if (needsWords(input)) throw new Invalid([{ pointer: '/purpose', code: 'required' }]);
        const { reason, purpose = '', part = 'IDENTITY' } = input;
        const story = await this.story(work, id);
        const revealId = randomUUID();
        await work.query(
          'insert into simpul.identity_reveal (id, report_id, account_id, purpose_sealed) values ($1, $2, $3, $4)',
          [
            revealId,
            id,
            actor.accountId,
            this.vault.sealForServer(purpose, `identity_reveal.purpose|${revealId}`),
          ],
        );
        await this.ledger.append(work, {
          act: 'report.revealed',
          object: { kind: 'report', id },
          facts: { revealId, persons: story.victims.length, reason, part },
          ...(purpose && { detail: purpose }),
        });
        return part === 'IDENTITY' ? story : contactsOf(story);
      },
    );
  }

  /**
   * Search before create, with what the report itself says of its clients: the cases in the actor's sight that may
   * be the same. Nobody has to open a name for it. Refusal `report.isInACase`.
   */
  async matches(actor: Actor, id: string): Promise<Match[]> {
    return this.unitOfWork.run(
      actor,
      { name: 'report.match', object: { kind: 'report', id } },
      async (work) => {
        const { victims } = await this.story(work, id);
        const found = new Map<string, Match>();
        for (const victim of victims)
          for (const match of await matchesOf(work, indexes(victim)))
            if (!match.closedAt && !found.has(match.caseId)) found.set(match.caseId, match);
        await this.ledger.append(work, {
          act: 'report.matched',
          object: { kind: 'report', id },
          facts: { hits: found.size, cases: [...found.keys()] },
        });
        return [...found.values()];
      },
    );
  }

  private async story(work: Work, id: string): Promise<ReportStory> {
    const report = await work.manager.findOneBy(Report, { id });
    if (!report) return refuseUnseen(work, id);
    if (report.caseId) throw new Refused('report.isInACase', { current: { status: report.status } });
    return openFromServer(this.vault, report);
  }
}

function contactsOf({ victims }: ReportStory): ReportStory {
  return { narrative: '', victims: victims.map(contactOnly) as PersonInput[], reported: [] };
}

function indexes({ name, nik, phone }: PersonInput): Parameters<typeof matchesOf>[1] {
  return {
    name: name ? indexOf('name', name) : null,
    nik: nik ? indexOf('nik', nik) : null,
    phone: phone ? indexOf('phone', phone) : null,
  };
}
