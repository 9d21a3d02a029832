import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemWords } from './problem-words.js';

/**
 * A path that cannot be read (`%ZZ`, an id of 5 000 letters) reaches no route, no hook and no filter: Fastify would
 * answer in a form of its own and repeat the path. It gets the same problem details, kept by nobody, as anything else.
 */
export function answerUnreadablePath(_: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const code = 'request.malformed';
  const words = problemWords(code, 400, /^en\b/.test(request.headers['accept-language'] ?? ''));
  void reply
    .code(400)
    .header('Cache-Control', 'no-store')
    .header('Content-Security-Policy', "default-src 'none';frame-ancestors 'none'")
    .header('X-Content-Type-Options', 'nosniff')
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .send({ type: 'about:blank', title: words, status: 400, code, detail: words, requestId: request.id });
}
