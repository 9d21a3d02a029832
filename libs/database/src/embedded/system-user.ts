// PostgreSQL refuses to run as root. Root therefore lends it another user's id; everybody else runs it as themselves.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

export interface SystemUser {
  name: string;
  uid: number;
  gid: number;
}

/** Where root keeps what the server's user must reach when it may not enter the clone. */
export const ROOT_OWNED_PLACE = '/var/lib/simpul';

/** A uid with no passwd entry does not do: postgres dies of "could not look up effective user ID". */
const CANDIDATES = ['postgres', 'nobody'];

/**
 * The user that PostgreSQL must run as, or undefined for "as ourselves". A data directory that exists already keeps its
 * owner, so that `sudo npm start` after `npm start` finds the same data.
 */
export function serverUser(dataDirectory: string): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = passwdEntries();
  const owner = ownerOf(dataDirectory);
  const user =
    users.find((entry) => owner !== undefined && owner !== 0 && entry.uid === owner) ??
    CANDIDATES.map((name) => users.find((entry) => entry.name === name)).find((entry) => entry);
  if (!user) {
    throw new Error(
      `PostgreSQL cannot run as root, and this machine has no user ${CANDIDATES.join(' or ')}.`,
    );
  }
  return user;
}

/** Whether the user may read and enter (or execute) the path, asked of the kernel rather than guessed from modes. */
export function canReach(user: SystemUser | undefined, path: string): boolean {
  if (!user) return true;
  const { status } = spawnSync('/bin/sh', ['-c', 'test -r "$0" && test -x "$0"', path], {
    uid: user.uid,
    gid: user.gid,
    cwd: '/',
    stdio: 'ignore',
  });
  return status === 0;
}

export function ownerOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.uid;
}

function passwdEntries(): SystemUser[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name, , uid, gid]) => ({ name: name!, uid: Number(uid), gid: Number(gid) }));
}
