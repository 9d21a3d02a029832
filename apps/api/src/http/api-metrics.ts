import type { SimpulConfig } from '#config';
import { openMetricsPort, timeRequests, type MetricsPort } from '#oversight';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Registry } from 'prom-client';

/** Counts requests by route template and serves that on a private port until the API ends. Undefined when it is off. */
export async function serveMetrics(
  fastify: FastifyInstance,
  place: SimpulConfig['apiMetrics'],
): Promise<MetricsPort | undefined> {
  if (!place) return undefined;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const answered = timeRequests(registry);
  fastify.addHook('onResponse', async (request, reply) => {
    answered({
      method: request.method,
      route: request.routeOptions.url,
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1_000,
    });
  });
  const open = await openMetricsPort(place, registry);
  fastify.addHook('onClose', () => open.close());
  return open;
}
