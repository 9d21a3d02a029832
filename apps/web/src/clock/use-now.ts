import { useSyncExternalStore } from 'react';
import { serverNow } from '../api/client';

let now = serverNow();
const listeners = new Set<() => void>();
const EVERY_MS = 30_000;

setInterval(() => {
  now = serverNow();
  for (const listener of listeners) listener();
}, EVERY_MS);

// A new function at each drawing would subscribe anew at each drawing.
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const snapshot = () => now;

/** The server's time, moving every half minute: enough for "50 mnt lagi". */
export const useNow = (): Date => useSyncExternalStore(subscribe, snapshot);
