/** One field that was wrong: where (JSON pointer, RFC 6901) and why (a stable code). */
export interface FieldError {
  pointer: string;
  code: string;
  message?: string;
}

/** What a refusal may carry to the person who asked. Codes, ids and counts only: it is shown and logged. */
export interface RefusalDetail {
  errors?: FieldError[];
  /** The state that won, when an act lost a race (RFC 9457 extension member `current`). */
  current?: Record<string, unknown>;
  [key: string]: unknown;
}

/**
 * The one way to say an expected "no". Anything else that is thrown is a fault of ours and becomes a 500.
 * `code` is stable and says why (`referral.consentWithdrawn`); `status` is the HTTP status it becomes.
 */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly detail: RefusalDetail = {},
    readonly status: number = 409,
  ) {
    super(code);
    this.name = 'Refused';
  }
}

/** Missing and out of scope look the same: one wording, so that nobody learns what exists. */
export class NotFound extends Refused {
  constructor() {
    super('notFound', {}, 404);
  }
}

/** Only for what a role may never do; inside what a person may already see. Otherwise use NotFound. */
export class Forbidden extends Refused {
  constructor(code = 'forbidden') {
    super(code, {}, 403);
  }
}

/** Input whose shape is right but whose meaning is not; always names the field. */
export class Invalid extends Refused {
  constructor(errors: FieldError[]) {
    super('invalid', { errors }, 422);
  }
}
