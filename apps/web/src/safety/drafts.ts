import { useCallback, useState, useSyncExternalStore } from 'react';

/**
 * What somebody has typed and not saved, in this tab's memory only. It survives a lock and a failed save; it does not
 * survive a reload, a sign-out or a quick exit. Nothing is written to disk: case data is never at rest in clear here.
 */
export interface Draft {
  key: string;
  value: unknown;
  at: Date;
  /** Where to go on writing, and what to call it in the list of drafts (a words key). */
  href?: string;
  name?: string;
}

const drafts = new Map<string, Draft>();
let listed: Draft[] = [];
const listeners = new Set<() => void>();

function changed(): void {
  listed = [...drafts.values()].filter((draft) => draft.href).sort((a, b) => b.at.getTime() - a.at.getTime());
  for (const listener of listeners) listener();
}

export function forgetDrafts(): void {
  drafts.clear();
  changed();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const snapshot = () => listed;

export const useDraftList = (): Draft[] => useSyncExternalStore(subscribe, snapshot);

/** Like useState, but what was typed comes back after the screen was unmounted. `clear` after a successful save. */
export function useDraft<T>(
  key: string,
  initial: T,
  listing?: { href: string; name: string },
): [T, (change: Partial<T>) => void, () => void, boolean] {
  const [value, setValue] = useState<T>(() => (drafts.get(key)?.value as T | undefined) ?? initial);
  const [recovered] = useState(() => drafts.has(key));
  const change = useCallback(
    (part: Partial<T>) =>
      setValue((old) => {
        const next = { ...old, ...part };
        drafts.set(key, { key, value: next, at: new Date(), ...listing });
        queueMicrotask(changed);
        return next;
      }),
    // A listing is a constant of its screen.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [key],
  );
  const clear = useCallback(() => {
    drafts.delete(key);
    setValue(initial);
    changed();
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  return [value, change, clear, recovered];
}
