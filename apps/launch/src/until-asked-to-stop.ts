import { readFileSync } from 'node:fs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const NPM_CHECK_MS = 250;

export interface Asked {
  /** Resolves at the first Ctrl-C, SIGTERM or closed terminal, or when the npm that started us is gone. */
  first: Promise<void>;
  /** How often: a second Ctrl-C says that stopping takes too long. */
  times(): number;
  release(): void;
}

export function untilAskedToStop(): Asked {
  let times = 0;
  let resolveFirst: () => void;
  const first = new Promise<void>((resolve) => (resolveFirst = resolve));
  const ask = () => {
    times += 1;
    resolveFirst();
  };
  for (const signal of SIGNALS) process.on(signal, ask);
  const starters = process.env.npm_lifecycle_event ? npmAndItsShell() : [];
  const watch = setInterval(() => {
    if (!starters.every(isAlive)) ask();
  }, NPM_CHECK_MS).unref();
  return {
    first,
    times: () => times,
    release: () => {
      clearInterval(watch);
      for (const signal of SIGNALS) process.off(signal, ask);
    },
  };
}

/**
 * The processes whose end means ours, since a killed npm passes nothing on. npm runs scripts through `sh`, which may
 * stay between npm and us; whoever started npm is no concern of ours (nohup, a closed terminal).
 */
function npmAndItsShell(): number[] {
  const parent = process.ppid;
  if (process.platform !== 'linux') return [parent];
  const [, name, grandparent] =
    /^\d+ \((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${parent}/stat`, 'utf8')) ?? [];
  return name && /^(?:ba|da)?sh$/.test(name) ? [parent, Number(grandparent)] : [parent];
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
