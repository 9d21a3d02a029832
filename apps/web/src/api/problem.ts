/** A refusal of the API (RFC 9457) or of the network, as one kind of error with a stable code. */
export interface FieldFault {
  pointer: string;
  code: string;
  message?: string;
}

export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail?: string,
    readonly faults: FieldFault[] = [],
    readonly current?: Record<string, unknown>,
    /** What is needed to go on: the token of a sign-in's next step and the ways to take it. */
    readonly next?: { step: string; ways: string[] },
  ) {
    super(detail ?? code);
  }

  /** Worth another try with the same key: nobody knows yet whether the first try arrived. */
  get mayHaveArrived(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

/** Status 0 means that no answer came at all. */
export function problemOf(status: number, body: unknown): Problem {
  if (typeof body !== 'object' || body === null)
    return new Problem(status, status === 0 ? 'network' : `http-${status}`);
  const raw = body as Record<string, unknown>;
  const errors = Array.isArray(raw.errors) ? (raw.errors as FieldFault[]) : [];
  return new Problem(
    status,
    typeof raw.code === 'string' ? raw.code : `http-${status}`,
    typeof raw.detail === 'string' ? raw.detail : typeof raw.title === 'string' ? raw.title : undefined,
    errors.filter((fault) => typeof fault?.pointer === 'string'),
    typeof raw.current === 'object' && raw.current !== null
      ? (raw.current as Record<string, unknown>)
      : undefined,
    typeof raw.step === 'string' && Array.isArray(raw.ways)
      ? { step: raw.step, ways: raw.ways.map(String) }
      : undefined,
  );
}

export function asProblem(error: unknown): Problem {
  return error instanceof Problem
    ? error
    : new Problem(0, 'network', error instanceof Error ? error.message : undefined);
}
