import { createHash, createHmac, hkdfSync, pbkdf2Sync, randomBytes } from 'node:crypto';
import type { ClientBase } from 'pg';

/**
 * The database roles. None is a superuser or may bypass row-level security; what each may touch is granted by the
 * migrations, table by table. `owner` owns every object and is used by migrations and seeds alone.
 */
export const DATABASE_ROLES = {
  owner: 'simpul_owner',
  api: 'simpul_api',
  signin: 'simpul_signin',
  worker: 'simpul_worker',
  ledger: 'simpul_ledger',
  queue: 'simpul_queue',
} as const;

export type DatabaseRole = keyof typeof DATABASE_ROLES;
export type RolePasswords = Record<DatabaseRole, string>;

export const ROLE_KEYS = Object.keys(DATABASE_ROLES) as DatabaseRole[];

const SCRAM_ITERATIONS = 4096; // what PostgreSQL itself uses; the passwords are 192 random bits, not words

/**
 * Makes or mends the roles and their passwords, and opens the database of `admin`'s connection to them and to nobody
 * else. Safe to repeat. `admin` is a superuser, or a role with CREATEROLE that owns the database.
 */
export async function ensureRoles(admin: ClientBase, passwords: RolePasswords): Promise<void> {
  const { rows } = await admin.query<{ rolname: string }>(
    'select rolname from pg_roles where rolname = any($1)',
    [Object.values(DATABASE_ROLES)],
  );
  const present = new Set(rows.map((row) => row.rolname));
  for (const key of ROLE_KEYS) {
    const role = DATABASE_ROLES[key];
    const command = present.has(role) ? 'alter' : 'create';
    // The verifier, not the password, travels: a server that logs its DDL must not log passwords.
    await admin.query(`${command} role ${role} login noinherit nocreatedb nocreaterole
      password '${scramVerifier(passwords[key])}'`);
  }
  await openDatabase(admin);
}

/** Opens the database that `admin` is connected to: the roles may connect, the public may not. */
export async function openDatabase(admin: ClientBase): Promise<void> {
  const { rows } = await admin.query<{ name: string }>('select quote_ident(current_database()) as name');
  const database = rows[0]!.name;
  await admin.query(`revoke all on database ${database} from public`);
  await admin.query(`grant connect on database ${database} to ${Object.values(DATABASE_ROLES).join(', ')}`);
  // The queue makes its own schema again after somebody dropped it.
  await admin.query(
    `grant create on database ${database} to ${DATABASE_ROLES.owner}, ${DATABASE_ROLES.queue}`,
  );
  await admin.query(`grant temporary on database ${database} to ${DATABASE_ROLES.owner}`);
  await admin.query('revoke all on schema public from public');
  await admin.query(`grant usage, create on schema public to ${DATABASE_ROLES.owner}`); // the list of migrations is there
}

/** New random passwords, for an installation that keeps them in a file. */
export function randomPasswords(): RolePasswords {
  return eachRole(() => randomBytes(24).toString('base64url'));
}

/** The same passwords every time from the master key, so that N servers need no second secret. */
export function derivedPasswords(masterKey: Buffer): RolePasswords {
  return eachRole((role) =>
    Buffer.from(hkdfSync('sha256', masterKey, '', `simpul database role ${role}`, 24)).toString('base64url'),
  );
}

/** Connection URLs of every role on the database that `url` points at. */
export function roleUrls(url: string, passwords: RolePasswords): Record<DatabaseRole, string> {
  return eachRole((role) => {
    const own = new URL(url);
    own.username = DATABASE_ROLES[role];
    own.password = passwords[role];
    return own.toString();
  });
}

function eachRole<T>(make: (role: DatabaseRole) => T): Record<DatabaseRole, T> {
  return Object.fromEntries(ROLE_KEYS.map((role) => [role, make(role)])) as Record<DatabaseRole, T>;
}

/** RFC 5803; the password must be ASCII, so that SASLprep leaves it as it is. */
function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, SCRAM_ITERATIONS, 32, 'sha256');
  const clientKey = createHmac('sha256', salted).update('Client Key').digest();
  const storedKey = createHash('sha256').update(clientKey).digest('base64');
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64');
  return `SCRAM-SHA-256$${SCRAM_ITERATIONS}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}
