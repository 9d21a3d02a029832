// A killed npm passes nothing on to the script that it runs. So its end is noticed here and turned into a SIGTERM of our
// own, which whatever is going on (installing, building, serving) knows how to obey.
import { readFileSync } from 'node:fs';

const CHECK_MS = 250;

export function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const starters = npmAndItsShell();
  const watch = setInterval(() => {
    if (starters.every(isAlive)) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, CHECK_MS).unref();
}

/**
 * npm runs scripts through `sh`, which may stay between npm and us. Whoever started npm is no concern of ours (nohup, a
 * closed terminal).
 */
function npmAndItsShell() {
  const parent = process.ppid;
  if (process.platform !== 'linux') return [parent];
  const [, name, grandparent] =
    /^\d+ \((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${parent}/stat`, 'utf8')) ?? [];
  return /^(?:ba|da)?sh$/.test(name ?? '') ? [parent, Number(grandparent)] : [parent];
}

/** A process that has ended, but that nobody waited for, counts as gone. */
function isAlive(pid) {
  try {
    if (process.platform === 'linux') return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
