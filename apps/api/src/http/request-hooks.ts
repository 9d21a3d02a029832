import { createHash } from 'node:crypto';
import type { SessionCookie, SimpulRequest } from '#accounts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isNestedTooDeep } from './nesting.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** The pages for agencies without accounts are forms that work without a program; nothing else takes a form. */
const FORMS = /^\/api\/link(?:s|-answer)\/:/;
const FORM_TYPE = 'application/x-www-form-urlencoded';

class RequestFault extends Error {
  constructor(
    readonly statusCode: number,
    readonly code: string,
  ) {
    super(code);
  }
}

/** Whether a changing request comes from another site. Browsers send Origin or Sec-Fetch-Site; programs send neither. */
export function isCrossSite(
  headers: Record<string, string | string[] | undefined>,
  publicUrl: string,
): boolean {
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') return true;
  const { origin, host } = headers;
  if (origin === undefined) return false;
  if (origin === publicUrl) return false;
  // The launcher may be reached as localhost, 127.0.0.1 or the machine's name: the same host counts as the same site.
  return typeof origin !== 'string' || !URL.canParse(origin) || new URL(origin).host !== host;
}

/**
 * Reads what every request carries (session cookie, Idempotency-Key) and refuses what no page of ours sends. Nothing
 * here decides about access: that is the guard's, which sees the route as it will be run.
 */
export function addRequestHooks(fastify: FastifyInstance, cookie: SessionCookie, publicUrl: string): void {
  fastify.addHook('onRequest', async (request, reply) => {
    reply.header('Cache-Control', 'no-store');
    if (CHANGES.has(request.method) && isCrossSite(request.headers, publicUrl))
      throw new RequestFault(403, 'request.crossSite');
    (request as SimpulRequest).sessionToken = cookie.read(request.headers.cookie);
    (request as SimpulRequest).deviceToken = cookie.readDevice(request.headers.cookie);
  });
  fastify.addHook('preValidation', async (request) => {
    if (!CHANGES.has(request.method) || request.method === 'DELETE') return;
    const mediaType = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    const wanted = FORMS.test(request.routeOptions.url ?? '') ? FORM_TYPE : 'application/json';
    if (request.body !== undefined && request.body !== null && mediaType !== wanted)
      throw new RequestFault(415, 'request.mediaType');
    if (isNestedTooDeep(request.body)) throw new RequestFault(400, 'request.malformed');
    const key = request.headers['idempotency-key'];
    if (key === undefined) return;
    if (typeof key !== 'string' || !UUID.test(key)) throw new RequestFault(400, 'idempotency.malformed');
    (request as SimpulRequest).idempotency = {
      key: key.toLowerCase(),
      fingerprint: fingerprint(request),
      claimed: false,
    };
  });
}

function fingerprint(request: FastifyRequest): string {
  return createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest('base64url');
}
