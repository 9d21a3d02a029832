import { randomUUID } from 'node:crypto';
import { Ledger } from '#audit';
import type { ObjectRef, Work } from '#database';
import type { OutboxMessage } from '#queue';
import { Injectable } from '@nestjs/common';
import { whoMayKnow } from '../parties.queries.js';
import type { MessageKey } from '../rules/messages.js';
import type { Telling } from '../rules/who-is-told.js';
import { Deliveries } from './deliveries.js';

/** What a notification is about; ids only. */
export interface Cause {
  topic: string;
  referralId?: string | null;
  caseId?: string | null;
  reportId?: string | null;
  deadlineId?: string | null;
  stepId?: string | null;
  dueAt?: Date | null;
  /** Guards alone may read in the ledger that they were told. */
  forGuards?: boolean;
}

/** Writes notifications; the worker's one pen. */
@Injectable()
export class Teller {
  constructor(
    private readonly ledger: Ledger,
    private readonly deliveries: Deliveries,
  ) {}

  /** One row per person, at most once per cause, and the ledger's entry of who was told what. */
  async tell(
    work: Work,
    message: OutboxMessage,
    meant: readonly Telling[],
    about: Cause,
  ): Promise<'done' | 'nothing'> {
    const tellings = await this.withoutTheKept(work, meant, about);
    if (tellings.length === 0) return 'nothing';
    for (const { accountId, message: key } of tellings) {
      // Who guards a case is told that something waits, and never of which.
      const cause = isForGuards(key) ? { topic: about.topic } : about;
      const [told] = await work.query<{ id: string }>(
        `insert into simpul.notification (id, account_id, message, topic, outbox_id, referral_id, case_id, report_id, deadline_id,
                                          step_id, due_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning id`,
        [
          randomUUID(),
          accountId,
          key,
          cause.topic,
          message.id,
          cause.referralId ?? null,
          cause.caseId ?? null,
          cause.reportId ?? null,
          cause.deadlineId ?? null,
          cause.stepId ?? null,
          cause.dueAt ?? null,
        ],
      );
      if (told) await this.deliveries.arrange(work, told.id, { ...cause, accountId, message: key });
    }
    await this.ledger.append(work, {
      act: 'notification.told',
      object: objectOf(about, message),
      ...(about.caseId && { caseId: about.caseId }),
      facts: {
        topic: about.topic,
        people: tellings.map(({ accountId }) => accountId).slice(0, 20),
        messages: [...new Set(tellings.map((telling) => telling.message))],
        count: tellings.length,
      },
    });
    return 'done';
  }

  /** The last look: also who is on duty at night is told nothing of a case that is kept from them. */
  private async withoutTheKept(
    work: Work,
    meant: readonly Telling[],
    { caseId = null, referralId = null }: Cause,
  ): Promise<readonly Telling[]> {
    if (!caseId && !referralId) return meant;
    const ids = await whoMayKnow(
      work,
      { caseId, referralId },
      meant.map(({ accountId }) => accountId),
    );
    return meant.filter(({ accountId, message }) => ids.has(accountId) || isForGuards(message));
  }
}

const isForGuards = (message: MessageKey): boolean => message.startsWith('integrity.');

function objectOf(cause: Cause, message: OutboxMessage): ObjectRef {
  if (cause.deadlineId) return { kind: 'deadline', id: cause.deadlineId };
  if (cause.referralId) return { kind: 'referral', id: cause.referralId };
  if (cause.caseId) return { kind: 'case', id: cause.caseId };
  return { kind: cause.forGuards ? 'bait' : 'message', id: message.id };
}
