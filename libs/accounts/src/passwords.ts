import { hash, verify } from '@node-rs/argon2';

// 64 MiB, 3 passes: well above the OWASP floor (19 MiB, 2 passes); about 0.1 s on a small server.
// 2 is Argon2id: the package's enum cannot be imported where each file is compiled alone.
const COST = { algorithm: 2, memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 } as const;

// Each hash takes 64 MiB: more than two at a time would let a stranger exhaust a small server's memory.
const AT_ONCE_MAX = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(fn: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE_MAX) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await fn();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** Hashes a password with argon2id. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, COST));
}

/** Whether the password belongs to the hash. A missing hash costs the same time as a wrong password. */
export async function passwordMatches(passwordHash: string | undefined, password: string): Promise<boolean> {
  const hashOrDummy = passwordHash ?? (await dummyHash());
  const matches = await inTurn(() => verify(hashOrDummy, password).catch(() => false));
  return passwordHash !== undefined && matches;
}

let dummy: Promise<string> | undefined;
function dummyHash(): Promise<string> {
  return (dummy ??= hashPassword('no account has this password'));
}
