import { QueryClient } from '@tanstack/react-query';
import { asProblem } from './problem';

/** Server state, in memory only: case data is never at rest in the browser. Cleared on lock, exit and sign-out. */
export const cache = new QueryClient({
  defaultOptions: {
    queries: {
      // The event stream says what changed; every read of a case or an inbox is an entry in the ledger.
      staleTime: 60_000,
      gcTime: 300_000,
      networkMode: 'offlineFirst',
      retry: (count, error) => count < 2 && asProblem(error).mayHaveArrived,
      retryDelay: (count) => 800 * 2 ** count,
    },
    mutations: { networkMode: 'offlineFirst', retry: false },
  },
});
