const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Asked {
  /** Resolves at the first Ctrl-C, SIGTERM or closed terminal. */
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
  return {
    first,
    times: () => times,
    release: () => {
      for (const signal of SIGNALS) process.off(signal, ask);
    },
  };
}
