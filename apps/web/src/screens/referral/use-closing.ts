import { useEffect } from 'react';
import { cache } from '../../api/cache';
import { serverNow } from '../../api/client';
import type { Referral } from '../../api/contract';
import { useNow } from '../../clock/use-now';

/** Between two looks at the time; a timer that was set for days would not count the hours in which a laptop sleeps. */
const SOON_MS = 31_000;

/**
 * A view whose end is known leaves the page on time, without anybody telling it: first the words, then the question what
 * is there now. The half second keeps a device whose clock is a little ahead from asking without a pause.
 */
export function useClosing({ closesAt }: Pick<Referral, 'closesAt'>): void {
  const now = useNow();
  useEffect(() => {
    if (!closesAt) return;
    const left = Date.parse(closesAt) - serverNow().getTime();
    if (left > SOON_MS) return;
    const timer = setTimeout(
      () => {
        void cache.resetQueries({ queryKey: ['referral'] });
        void cache.invalidateQueries({ queryKey: ['inbox'] });
      },
      Math.max(left, 500),
    );
    return () => clearTimeout(timer);
  }, [closesAt, now]);
}
