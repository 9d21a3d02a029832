/**
 * How long a program waits for PostgreSQL's answer to one statement, in milliseconds: longer than any statement may run
 * (statement_timeout). Beyond it the line is dead although both ends think it stands (half open), and a program without
 * this patience would wait in it for ever: no error, no next round, no reminder.
 */
export const ANSWER_PATIENCE_MS = 20_000;
/** How long to wait for a new connection. */
export const CONNECT_PATIENCE_MS = 5_000;

/** Whether the error says that the line to PostgreSQL is gone; `pg` gives these two no code. */
export function isLostConnection(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(?:Query read timeout|Connection terminated|timeout exceeded when trying to connect)/.test(
      error.message,
    )
  );
}
