import { useSyncExternalStore } from 'react';

/** Acts that wait until somebody has proved who they are. One dialog answers all of them. */
let waiting: ((proved: boolean) => void)[] = [];
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

function become(next: typeof waiting): void {
  waiting = next;
  for (const listener of listeners) listener();
}

/** Resolves when the dialog was answered: whether the proof was given. */
export function askForProof(): Promise<boolean> {
  return new Promise((resolve) => become([...waiting, resolve]));
}

export function answerForProof(proved: boolean): void {
  const all = waiting;
  become([]);
  for (const answer of all) answer(proved);
}

export const useProofWanted = (): boolean => useSyncExternalStore(subscribe, () => waiting.length > 0);
