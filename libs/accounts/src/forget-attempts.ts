import type { Work } from '#database';

/** Long enough to look into an attack; the delay itself looks back minutes only. */
const ATTEMPTS_KEPT_DAYS = 30;

/** Whoever comes back after so long is told of a new device: better than a list that nobody recognises. */
const DEVICES_KEPT_DAYS = 180;

/** Forgets attempts to sign in after a month (the ledger keeps what it was told of them). Returns how many. For the worker. */
export async function forgetSignInAttempts(work: Work): Promise<number> {
  const gone = await work.query(
    'delete from simpul.sign_in_attempt where created_at < simpul.now() - make_interval(days => $1) returning id',
    [ATTEMPTS_KEPT_DAYS],
  );
  // Steps are over after minutes; who took them stands in the ledger.
  await work.query("delete from simpul.sign_in_step where expires_at < simpul.now() - interval '1 day'");
  await work.query(
    `delete from simpul.device d using simpul.account a
      where a.id = d.account_id
        and (not a.active or d.used_at < simpul.now() - make_interval(days => $1))`,
    [DEVICES_KEPT_DAYS],
  );
  return gone.length;
}
