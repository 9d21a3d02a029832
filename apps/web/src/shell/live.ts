import { useEffect, useSyncExternalStore } from 'react';
import { cache } from '../api/cache';

/**
 * The stream that says "something for you changed" with a topic and an id, nothing else. Each topic makes the lists
 * asked anew that could show it. The browser reconnects by itself; after a gap everything is asked anew.
 */
const TOUCHES: [RegExp, string[]][] = [
  [/^referral/, ['worklist', 'inbox', 'referral', 'case', 'deadlines', 'disclosure']],
  [
    /^(case|report|screening|consent|person|note|milestone)/,
    ['worklist', 'case', 'cases', 'deadlines', 'suggested', 'disclosure'],
  ],
  [/^deadline/, ['worklist', 'deadlines', 'case', 'inbox', 'referral', 'board']],
  [/^notification/, ['notifications']],
];

export function touchedBy(topic: string): string[] {
  return TOUCHES.find(([pattern]) => pattern.test(topic))?.[1] ?? ['worklist', 'inbox', 'notifications'];
}

let connected = false;
let syncedAt = new Date();
const listeners = new Set<() => void>();
function changed(): void {
  snapshot = { connected: connected && navigator.onLine, syncedAt };
  for (const listener of listeners) listener();
}
let snapshot = { connected: false, syncedAt };

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useConnection = (): { connected: boolean; syncedAt: Date } =>
  useSyncExternalStore(subscribe, () => snapshot);

export function useLiveUpdates(): void {
  useEffect(() => {
    let hadGap = false;
    const source = new EventSource('/api/events');
    source.onopen = () => {
      connected = true;
      syncedAt = new Date();
      if (hadGap) void cache.invalidateQueries();
      hadGap = false;
      changed();
    };
    source.onerror = () => {
      connected = false;
      hadGap = true;
      changed();
    };
    source.addEventListener('changed', (event) => {
      syncedAt = new Date();
      changed();
      let topic = '';
      try {
        topic = String((JSON.parse((event as MessageEvent<string>).data) as { topic?: unknown }).topic ?? '');
      } catch {
        // A line that cannot be read still says that something changed.
      }
      for (const key of [...touchedBy(topic), 'notifications'])
        void cache.invalidateQueries({ queryKey: [key] });
    });
    const network = () => changed();
    window.addEventListener('online', network);
    window.addEventListener('offline', network);
    return () => {
      source.close();
      connected = false;
      window.removeEventListener('online', network);
      window.removeEventListener('offline', network);
    };
  }, []);
}
