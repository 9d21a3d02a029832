import { useEffect, useSyncExternalStore } from 'react';
import { cache } from '../api/cache';
import { serverNow } from '../api/client';
import { touchedBy } from './touched-by';

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

const AGAIN_MS = 15_000;

export function useLiveUpdates(): void {
  useEffect(() => {
    let hadGap = false;
    let again: ReturnType<typeof setTimeout> | undefined;
    let source: EventSource;
    const listen = () => {
      source = new EventSource('/api/events');
      source.onopen = () => {
        connected = true;
        syncedAt = serverNow();
        if (hadGap) void cache.invalidateQueries();
        hadGap = false;
        changed();
      };
      source.onerror = () => {
        hadGap = true;
        // Connecting: the network is away. Closed: the server said no, which tells nothing about the network.
        connected = source.readyState === EventSource.CLOSED && navigator.onLine;
        if (source.readyState === EventSource.CLOSED) again = setTimeout(listen, AGAIN_MS);
        changed();
      };
      source.addEventListener('changed', (event) => {
        syncedAt = serverNow();
        changed();
        // What is closed leaves the page at once, before anything new is asked, and the pages one could go back to.
        if (topicOf(event as MessageEvent<string>) === 'referral.closed')
          void cache.resetQueries({ queryKey: ['referral'] });
        for (const key of [...touchedBy(topicOf(event as MessageEvent<string>)), 'notifications'])
          void cache.invalidateQueries({ queryKey: [key] });
      });
    };
    listen();
    const network = () => changed();
    window.addEventListener('online', network);
    window.addEventListener('offline', network);
    return () => {
      clearTimeout(again);
      source.close();
      connected = false;
      window.removeEventListener('online', network);
      window.removeEventListener('offline', network);
    };
  }, []);
}

/** A line that cannot be read still says that something changed. */
function topicOf(event: MessageEvent<string>): string {
  try {
    return String((JSON.parse(event.data) as { topic?: unknown }).topic ?? '');
  } catch {
    return '';
  }
}
