const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const PARENT_CHECK_MS = 1_000;

export interface Asked {
  /** Resolves at the first Ctrl-C, SIGTERM or closed terminal, or when the npm that started us is gone. */
  first: Promise<void>;
  /** Whether somebody pressed Ctrl-C again because stopping takes too long. */
  twice(): boolean;
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
  // Some shells do not pass a signal from npm on to us; then npm is gone and we have a new parent.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event && process.ppid !== parent) ask();
  }, PARENT_CHECK_MS).unref();
  return {
    first,
    twice: () => times > 1,
    release: () => {
      clearInterval(watch);
      for (const signal of SIGNALS) process.off(signal, ask);
    },
  };
}
