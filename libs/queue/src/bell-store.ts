/**
 * Where the bell hangs. Two real stores exist: PostgreSQL (the default) and Redis or Valkey.
 * Nothing outside this library knows which one is in use, and nothing may depend on what it holds.
 */
export interface BellStore {
  readonly kind: 'postgres' | 'redis';
  /** BullMQ's backend factory and the connection that it takes. BullMQ's own types know Redis only. */
  readonly backend: unknown;
  /** `ring` fails fast, because somebody waits for an answer; `answer` waits for as long as the store is away. */
  connection(use: 'ring' | 'answer'): unknown;
  /** Makes the store usable: creates what is missing, leaves the rest. Cheap enough to call every few seconds. */
  prepare(): Promise<void>;
  /** True when the error says that somebody wiped the store under us. */
  wasWiped(error: unknown): boolean;
  close(): Promise<void>;
}
