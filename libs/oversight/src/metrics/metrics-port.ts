import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';

export interface MetricsPort {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves a registry as Prometheus text at `/metrics`, and nothing else, on a port of its own that no browser reaches: it
 * asks nobody who they are, so it stands on a private address. Port 0 takes any. `refresh` reads anew before each scrape.
 */
export async function openMetricsPort(
  { host, port }: { host: string; port: number },
  registry: Registry,
  refresh: () => Promise<void> = async () => undefined,
): Promise<MetricsPort> {
  const answer = async (method: string, response: ServerResponse): Promise<void> => {
    try {
      await refresh();
      const text = await registry.metrics();
      response.writeHead(200, { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' });
      response.end(method === 'HEAD' ? undefined : text);
    } catch {
      // The error may quote a row; whoever scrapes sees that there was one.
      response.writeHead(500).end();
    }
  };
  const server = createServer((request, response) => {
    const asked = request.url?.split('?')[0];
    if (asked !== '/metrics' || (request.method !== 'GET' && request.method !== 'HEAD'))
      return void response.writeHead(404).end();
    void answer(request.method, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
