/** Ways out of the house. Inside it everybody is told anyway: the notification itself. */
export const CHANNELS = ['email', 'gateway', 'push'] as const;
export type ChannelName = (typeof CHANNELS)[number];

/**
 * Seconds to wait after the first, second … failed attempt. After the last of them there is one more attempt, some four
 * hours after the first: later than that, word from outside says nothing that the open page has not said long ago.
 */
export const WAITS_SECONDS = [15, 60, 180, 600, 1_800, 3_600, 7_200] as const;
export const ATTEMPTS_MAX = WAITS_SECONDS.length + 1;
/** A person hears of it some four minutes after the first failure, long before the last attempt. */
export const ATTEMPTS_BEFORE_A_PERSON_IS_TOLD = 4;

/**
 * What went wrong, in a code that may stand in a log. `channel`: the way itself is closed, and with it everybody's.
 * `recipient`: this one person cannot be reached that way. `permanent`: trying again changes nothing.
 */
export interface Failure {
  readonly kind: 'channel' | 'recipient';
  readonly code: string;
  readonly permanent: boolean;
  /** The receiver asked for patience. */
  readonly retryAfterSeconds?: number;
}

/** What follows from a failed attempt. `waitSeconds` null: it was the last one. */
export interface AfterFailure {
  readonly waitSeconds: number | null;
  readonly tellAPerson: boolean;
}

/** `attempt` counts from 1. Whoever ends for good without having told a person tells one now. */
export function afterFailure(attempt: number, failure: Failure): AfterFailure {
  const over = failure.permanent || attempt >= ATTEMPTS_MAX;
  // Whoever asks for more patience than the longest wait gets that: no receiver can put us off for a day.
  const asked = Math.min(failure.retryAfterSeconds ?? 0, WAITS_SECONDS.at(-1)!);
  return {
    waitSeconds: over ? null : Math.max(WAITS_SECONDS[Math.max(attempt, 1) - 1]!, asked),
    tellAPerson: over || attempt >= ATTEMPTS_BEFORE_A_PERSON_IS_TOLD,
  };
}

/** As it stands in the row: `recipient.smtp550`. */
export function failureWords({ kind, code }: Failure): string {
  return `${kind}.${/^[\w.-]{1,60}$/.test(code) ? code : 'unknown'}`;
}

/** What a mail server's refusal or a broken line means. The text of the error is never looked at: it quotes addresses. */
export function mailFailure(error: unknown): Failure {
  const { code, command, responseCode } = (error ?? {}) as Record<string, unknown>;
  const status = typeof responseCode === 'number' ? responseCode : 0;
  if (command === 'RCPT TO' && status >= 400)
    return { kind: 'recipient', code: `smtp${status}`, permanent: status >= 500 };
  // A refused login or sender concerns everybody, and whoever runs the server may mend it: it is tried again.
  const name = status >= 400 ? `smtp${status}` : typeof code === 'string' ? code : 'unknown';
  return { kind: 'channel', code: name, permanent: false };
}

/** What a gateway's HTTP status means; null: it took the message. 404, 410 and 422 speak of the number. */
export function gatewayFailure(status: number): Failure | null {
  if (status >= 200 && status < 300) return null;
  const ofNumber = status === 404 || status === 410 || status === 422;
  return { kind: ofNumber ? 'recipient' : 'channel', code: `http${status}`, permanent: ofNumber };
}

/**
 * What a push service's answer means (RFC 8030); null: it took the message. 404 and 410: this browser's subscription is
 * over. 413 is our own fault, and trying again changes nothing. `retryAfter` in seconds; a date is not understood.
 */
export function pushFailure(status: number, retryAfter: string | undefined): Failure | null {
  if (status >= 200 && status < 300) return null;
  const over = status === 404 || status === 410;
  return {
    kind: over ? 'recipient' : 'channel',
    code: `http${status}`,
    permanent: over || status === 413,
    ...(/^\d{1,6}$/.test(retryAfter ?? '') && { retryAfterSeconds: Number(retryAfter) }),
  };
}
