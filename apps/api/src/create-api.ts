import { SESSION_COOKIE, type SessionCookie } from '#accounts';
import { undeclaredRoutes } from '#access';
import type { SimpulConfig } from '#config';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule } from './api.module.js';
import { addRequestHooks } from './http/request-hooks.js';
import { answerUnreadablePath } from './http/unreadable-paths.js';
import { createValidationPipe } from './http/validation.js';
import { serveWebPages } from './http/web-pages.js';
import { describeApi } from './openapi.js';

/**
 * Guesses over many e-mail addresses from one place: the delay per e-mail does not see them, and each costs an argon2
 * hash. Counted per address of the connection; behind a proxy the proxy limits.
 */
async function limitSignIns(app: NestFastifyApplication, perMinute: number): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRoute', (route) => {
    if (route.url === '/api/sessions' && route.method === 'POST')
      route.config = { ...route.config, rateLimit: { max: perMinute, timeWindow: 60_000 } } as never;
  });
  // After our hook: the plugin reads a route's config when the route is added.
  await app.register(rateLimit as never, { global: false });
}

/** A report with its narrative fits many times; anything larger is no form of ours. */
const BODY_BYTES_MAX = 256 * 1024;

/**
 * Builds the API, not yet listening. Throws when a route names no permission: it must not be able to start like that.
 */
export async function createApi(config: SimpulConfig): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_BYTES_MAX,
    trustProxy: false,
    requestTimeout: 30_000,
    frameworkErrors: answerUnreadablePath as never,
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(config), adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  app.setGlobalPrefix('api');
  app.useGlobalPipes(createValidationPipe());
  app.enableShutdownHooks();

  const fastify = app.getHttpAdapter().getInstance() as never;
  await app.register(helmet as never, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: config.publicUrl.startsWith('https:') ? { maxAge: 31_536_000 } : false,
  });
  await limitSignIns(app, config.signInsPerMinute);
  addRequestHooks(fastify, app.get<SessionCookie>(SESSION_COOKIE), config.publicUrl);
  describeApi(app);
  if (config.webFolder) await serveWebPages(fastify, config.webFolder);

  const undeclared = undeclaredRoutes(app);
  if (undeclared.length > 0) {
    await app.close();
    throw new Error(`These routes declare neither @May nor @Public: ${undeclared.join(', ')}`);
  }
  await app.init();
  return app;
}
