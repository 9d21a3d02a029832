import 'reflect-metadata';
import { projectRoot } from '#config';
import { administrator } from './administrator.js';
import { AlreadyRunning } from './launch-lock.js';
import { runEmbedded } from './run-embedded.js';
import { runServer, type ServerCommand } from './run-server.js';
import { line } from './words.js';

const SERVER_COMMANDS: ServerCommand[] = ['all', 'migrate', 'api', 'worker'];

/**
 * What `npm start` runs once everything is compiled. With DATABASE_URL it uses that PostgreSQL ("server"), else it
 * brings its own ("embedded"). `migrate`, `api` and `worker` run one part alone, for images. `administrator` makes an
 * account, in both.
 */
export async function launch(args: string[]): Promise<void> {
  process.chdir(projectRoot());
  try {
    if (args[0] === 'administrator') return await administrator(args.slice(1));
    const command = SERVER_COMMANDS.find((known) => known === (args[0] ?? 'all'));
    if (!command)
      throw new Error(
        `Unknown command "${args[0]}"; known: ${[...SERVER_COMMANDS, 'administrator'].join(', ')}.`,
      );
    if (process.env.DATABASE_URL) await runServer(command, process.env.DATABASE_URL);
    else if (command === 'all') await runEmbedded();
    else throw new Error(`"${command}" alone needs DATABASE_URL.`);
  } catch (error) {
    line(`\n${inPlainWords(error as NodeJS.ErrnoException)}`);
    process.exitCode = error instanceof AlreadyRunning ? 2 : 1;
  }
}

/** What the file system refused, in a sentence; everything else speaks for itself. */
function inPlainWords({ code, path, message }: NodeJS.ErrnoException): string {
  if (path && (code === 'EACCES' || code === 'EPERM' || code === 'EROFS'))
    return `${path} tidak dapat ditulis atau dibaca; jalankan sebagai pemilik folder ini (cannot be written or read, ${code}: start as the owner of this folder).`;
  if (code === 'ENOSPC') return 'Disk penuh (the disk is full).';
  return message;
}
