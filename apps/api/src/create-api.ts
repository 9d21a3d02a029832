import { SESSION_COOKIE, type SessionCookie } from '#accounts';
import { undeclaredRoutes } from '#access';
import type { SimpulConfig } from '#config';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule } from './api.module.js';
import { addRequestHooks } from './http/request-hooks.js';
import { createValidationPipe } from './http/validation.js';
import { serveWebPages } from './http/web-pages.js';
import { describeApi } from './openapi.js';

/** A report with its narrative fits many times; anything larger is no form of ours. */
const BODY_BYTES_MAX = 256 * 1024;

/**
 * Builds the API, not yet listening. Throws when a route names no permission: it must not be able to start like that.
 */
export async function createApi(config: SimpulConfig): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: BODY_BYTES_MAX, trustProxy: false, requestTimeout: 30_000 });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(config), adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  app.setGlobalPrefix('api');
  app.useGlobalPipes(createValidationPipe());
  app.enableShutdownHooks();

  const fastify = app.getHttpAdapter().getInstance() as never;
  await app.register(helmet as never, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: config.publicUrl.startsWith('https:') ? { maxAge: 31_536_000 } : false,
  });
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
