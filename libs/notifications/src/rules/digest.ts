import { MESSAGES, type MessageKey } from './messages.js';

export interface Waiting {
  readonly message: MessageKey;
  readonly dueAt: Date | null;
}

/** What goes out in one message: how many things, the most urgent of them, and the first due time. */
export interface Digest extends Waiting {
  readonly count: number;
}

const ORDER = ['know', 'act', 'alarm'] as const;

/** One message for all that waits for a person; never empty. */
export function digestOf(waiting: readonly Waiting[]): Digest {
  const weight = ({ message }: Waiting): number => ORDER.indexOf(MESSAGES[message].urgency);
  const first = waiting.reduce((most, one) => (weight(one) > weight(most) ? one : most));
  const times = waiting.flatMap(({ dueAt }) => (dueAt ? [dueAt.getTime()] : []));
  return {
    message: first.message,
    dueAt: times.length > 0 ? new Date(Math.min(...times)) : null,
    count: waiting.length,
  };
}
