import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** No inline script or style, nothing from elsewhere: what a page may load when a text on it turns out to be hostile. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** What a telephone asks for when somebody puts Simpul on its home screen: nothing but a name and pictures. */
const HOME_SCREEN: Record<string, string> = {
  'simpul.webmanifest': 'application/manifest+json',
  'icon-192.png': 'image/png',
  'icon-512.png': 'image/png',
  'icon-maskable-512.png': 'image/png',
};

/** Serves the built pages; every path that is no file and not under /api gets the page itself (the browser routes). */
export async function serveWebPages(fastify: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return;
  await fastify.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    cacheControl: true,
    preCompressed: true,
  });
  const worker = readFileSync(join(folder, 'push-worker.js'), 'utf8');
  fastify.get('/push-worker.js', (_request, reply) =>
    reply
      .header('Content-Type', 'text/javascript; charset=utf-8')
      // Its own policy, not the page's: it loads nothing and asks nothing.
      .header('Content-Security-Policy', "default-src 'none'")
      .header('Cache-Control', 'no-cache')
      .send(worker),
  );
  for (const [name, type] of Object.entries(HOME_SCREEN)) {
    const file = readFileSync(join(folder, name));
    fastify.get(`/${name}`, (_request, reply) =>
      reply.header('Content-Type', type).header('Cache-Control', 'no-cache').send(file),
    );
  }
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  fastify.get('/*', (request, reply) => {
    if (request.url === '/api' || request.url.startsWith('/api/')) return reply.callNotFound();
    return reply
      .header('Content-Type', 'text/html; charset=utf-8')
      .header('Content-Security-Policy', PAGE_POLICY)
      .header('Cross-Origin-Opener-Policy', 'same-origin')
      .send(page);
  });
}
