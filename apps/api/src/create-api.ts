import { SESSION_COOKIE, type SessionCookie } from '#accounts';
import { declaredRoutes, differencesFrom, POLICY, type Described } from '#access';
import type { SimpulConfig } from '#config';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { NestFactory } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule } from './api.module.js';
import { serveMetrics } from './http/api-metrics.js';
import { addRequestHooks } from './http/request-hooks.js';
import { answerUnreadablePath } from './http/unreadable-paths.js';
import { createValidationPipe } from './http/validation.js';
import { serveWebPages } from './http/web-pages.js';
import { describeApi } from './openapi.js';

const SIGN_INS = new Set(
  ['', '/second-step', '/passkey-question', '/passkey', '/oidc-question', '/oidc'].map(
    (step) => `/api/sessions${step}`,
  ),
);

/**
 * Guesses over many e-mail addresses from one place: the delay per e-mail does not see them, and each costs an argon2
 * hash. Counted per address of the connection, or the one that a trusted proxy names.
 */
async function limitSignIns(app: NestFastifyApplication, perMinute: number): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRoute', (route) => {
    if ((SIGN_INS.has(route.url) || route.url === '/api/links/:token') && route.method === 'POST')
      route.config = { ...route.config, rateLimit: { max: perMinute, timeWindow: 60_000 } } as never;
  });
  // After our hook: the plugin reads a route's config when the route is added.
  await app.register(rateLimit as never, { global: false });
}

/** Fills with every route as the server takes it into its table, those of plugins and HEAD and OPTIONS included. */
function liveRoutes(fastify: FastifyInstance): string[] {
  const routes: string[] = [];
  fastify.addHook('onRoute', (route) => {
    const { method, url } = route;
    routes.push(...[method].flat().map((each) => `${each} ${url}`));
    if (url === '/api/imports') route.bodyLimit = IMPORT_BYTES_MAX;
  });
  return routes;
}

/** A report with its narrative fits many times; anything larger is no form of ours. */
const BODY_BYTES_MAX = 256 * 1024;
/** The directory of a province as one package; only the data office sends it. */
const IMPORT_BYTES_MAX = 4 * 1024 * 1024;

/**
 * Builds the API, not yet listening. Throws when what answers, its description and the reviewed policy are not the
 * same, and names each difference: it must not be able to start like that.
 */
export async function createApi(config: SimpulConfig): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_BYTES_MAX,
    // Taken from the right: what stands left of the last address that is no proxy of ours, anybody may have written.
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
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
  const live = liveRoutes(fastify);
  await app.register(helmet as never, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: config.publicUrl.startsWith('https:') ? { maxAge: 31_536_000 } : false,
  });
  await limitSignIns(app, config.signInsPerMinute);
  await serveMetrics(fastify, config.apiMetrics);
  addRequestHooks(fastify, app.get<SessionCookie>(SESSION_COOKIE), config.publicUrl);
  const described = describeApi(app);
  if (config.webFolder) await serveWebPages(fastify, config.webFolder);
  await app.init();

  const running = { live, declared: declaredRoutes(app), described: described as unknown as Described };
  const differences = differencesFrom(POLICY, running);
  if (differences.length > 0) {
    await app.close();
    throw new Error(`The API is not what libs/access/data/policy.md says:\n${differences.join('\n')}`);
  }
  return app;
}
