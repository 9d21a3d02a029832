import { useCallback, useState, useSyncExternalStore } from 'react';
import { DraftBox, type Draft } from './draft-box';

/**
 * What somebody has typed and not saved. It survives a lock, a failed save, a reload and an ended session; it does not
 * survive a sign-out, a quick exit, another person's sign-in or the end of the tab. Outside this tab's memory it lies
 * sealed only (see draft-box.ts): case data is never at rest in clear here.
 */
const drafts = new Map<string, Draft>();
const box = new DraftBox();
let listed: Draft[] = [];
const listeners = new Set<() => void>();

function changed(): void {
  listed = [...drafts.values()].filter((draft) => draft.href).sort((a, b) => b.at.getTime() - a.at.getTime());
  box.keep(drafts.size > 0 ? [...drafts.values()] : undefined);
  for (const listener of listeners) listener();
}

export function forgetDrafts(): void {
  drafts.clear();
  box.burn();
  changed();
}

/** Brings back what this account left in this tab. Before the first screen is drawn: a form reads its draft once. */
export async function recoverDrafts(accountId: string, key: string): Promise<void> {
  const kept = await box.open(accountId, key);
  // What is in memory is newer.
  for (const draft of kept) if (!drafts.has(draft.key)) drafts.set(draft.key, draft);
  changed();
}

/** Ending a session tells the browser to clear its storage; sealed drafts outlast that where the person comes back. */
export const acrossTheEnd = <T>(act: () => Promise<T>): Promise<T> => box.across(act);

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
    [key],
  );
  const clear = useCallback(() => {
    drafts.delete(key);
    setValue(initial);
    changed();
  }, [key]);
  return [value, change, clear, recovered];
}
