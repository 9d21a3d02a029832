import { Histogram, type Registry } from 'prom-client';

/** One answered request: the route's template, never the address with its ids. */
export interface Answered {
  readonly method: string;
  /** `/api/cases/:id`; undefined where no route was met. */
  readonly route: string | undefined;
  readonly status: number;
  readonly seconds: number;
}

const METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'];
/** A stream stays open for as long as its page: its duration says nothing. */
const STREAMS = ['/api/events'];

/** Counts and durations of requests by route template, method and class of status. */
export function timeRequests(registry: Registry): (answered: Answered) => void {
  const times = new Histogram({
    name: 'simpul_http_request_duration_seconds',
    help: 'Requests by route template',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers: [registry],
  });
  return ({ method, route, status, seconds }) => {
    if (route && STREAMS.includes(route)) return;
    // Whatever a stranger sends is one label: the number of series has an end.
    const labels = {
      method: METHODS.includes(method) ? method : 'other',
      route: route ?? 'none',
      status: `${Math.floor(status / 100)}xx`,
    };
    times.observe(labels, seconds);
  };
}
