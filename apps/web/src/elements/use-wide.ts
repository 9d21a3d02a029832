import { useSyncExternalStore } from 'react';

const WIDE = '(min-width: 860px)';
const subscribe = (listener: () => void) => {
  const query = window.matchMedia(WIDE);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};
const snapshot = () => window.matchMedia(WIDE).matches;

/** Desktop rather than phone, for layouts that differ in what they show and not only in style (shell.css: 859px). */
export const useWide = (): boolean => useSyncExternalStore(subscribe, snapshot);
