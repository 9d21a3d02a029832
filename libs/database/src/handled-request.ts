import type { Actor } from '#access';
import { Refused } from '#refusals';
import type { Work } from './work.js';

/** Thrown when an Idempotency-Key was already used: the API answers with the first answer (or 422 for another body). */
export class AlreadyHandled extends Refused {
  readonly replay = true;
  constructor(
    readonly key: string,
    readonly sameRequest: boolean,
  ) {
    super(
      sameRequest ? 'idempotency.alreadyHandled' : 'idempotency.otherRequest',
      {},
      sameRequest ? 409 : 422,
    );
  }
}

/**
 * Claims the request's Idempotency-Key inside the act's own transaction, once per request: two equal requests at
 * the same time wait for each other on the primary key, and only one effect is ever committed.
 */
export async function claimRequest(work: Work, actor: Actor): Promise<void> {
  const idempotency = actor.request?.idempotency;
  if (!idempotency || idempotency.claimed) return;
  const inserted = await work.query(
    `insert into simpul.handled_request (account_id, key, fingerprint) values ($1, $2, $3)
     on conflict do nothing returning key`,
    [actor.accountId, idempotency.key, idempotency.fingerprint],
  );
  if (inserted.length === 1) {
    idempotency.claimed = true;
    return;
  }
  const [earlier] = await work.query<{ fingerprint: string }>(
    'select fingerprint from simpul.handled_request where account_id = $1 and key = $2',
    [actor.accountId, idempotency.key],
  );
  throw new AlreadyHandled(idempotency.key, earlier?.fingerprint === idempotency.fingerprint);
}

/** A phone that was without network over a weekend still repeats its act harmlessly; later it counts as a new one. */
const KEYS_KEPT_HOURS = 72;

/** Forgets keys, and the sealed answers with them, after three days. Returns how many. For the worker. */
export async function forgetRequests(work: Work): Promise<number> {
  const gone = await work.query(
    'delete from simpul.handled_request where created_at < simpul.now() - make_interval(hours => $1) returning key',
    [KEYS_KEPT_HOURS],
  );
  return gone.length;
}
