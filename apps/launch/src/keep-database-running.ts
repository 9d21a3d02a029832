import { setTimeout as pause } from 'node:timers/promises';
import type { EmbeddedPostgres } from '#database';

const LOOK_EVERY_MS = 2_000;

/** Starts the embedded server again when it dies by itself (out of memory, a stray kill). `end()` before stopping it. */
export function keepDatabaseRunning(
  server: EmbeddedPostgres,
  say: (text: string) => void,
): { end(): Promise<void> } {
  const ending = new AbortController();
  const watching = (async () => {
    for (;;) {
      await pause(LOOK_EVERY_MS, undefined, { signal: ending.signal }).catch(() => undefined);
      if (ending.signal.aborted) return;
      const revived = await server.revive().catch((error: Error) => say(error.message));
      if (revived) say('PostgreSQL berhenti, dijalankan lagi (PostgreSQL ended and was started again).');
    }
  })();
  return {
    end: () => {
      ending.abort();
      return watching;
    },
  };
}
