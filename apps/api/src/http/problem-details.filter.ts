import { AlreadyHandled, isLostConnection } from '#database';
import { Refused, type FieldError } from '#refusals';
import {
  BadRequestException,
  Catch,
  HttpException,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import { problemWords } from './problem-words.js';

interface Reply {
  sent: boolean;
  code(status: number): Reply;
  header(name: string, value: string): Reply;
  send(body: unknown): unknown;
}
interface Problem {
  status: number;
  code: string;
  errors?: FieldError[];
  [extension: string]: unknown;
}

/** PostgreSQL's own codes that mean "somebody else was first" rather than a fault of ours. */
const BUSY = new Set(['40001', '40P01', '55P03']);
/** A statement's time limit ran out: it says nothing about anybody else, and hurrying again makes it worse. */
const TOO_SLOW = '57014';
const UNAVAILABLE = /^(?:08|53|57P|25006|25P0[34]|XX)/;
const COME_BACK_SECONDS = 5;
/** Text that PostgreSQL cannot store or read: it came from outside, so it is the sender's 400. */
const UNREADABLE = new Set(['22021', '22P02', '22P05', '22007', '22008', '22003', '22001']);

/** Codes of our own hooks (`request.crossSite`); the framework's are in capitals. */
const OWN_CODE = /^[a-z]+\.[a-zA-Z]+$/;

/** The one place where errors become answers: RFC 9457 problem details with a stable code, never a stack. */
@Catch()
export class ProblemDetailsFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<{
      id?: string;
      url?: string;
      headers?: Record<string, string | undefined>;
    }>();
    const reply = http.getResponse<Reply>();
    if (reply.sent) return;
    const { status, code, errors, ...extensions } = this.problemOf(error, request.id);
    const english = /^en\b/.test(request.headers?.['accept-language'] ?? '');
    if (typeof extensions.retryAfterSeconds === 'number')
      reply.header('Retry-After', String(extensions.retryAfterSeconds));
    reply
      .code(status)
      .header('Content-Type', 'application/problem+json; charset=utf-8')
      .send({
        type: 'about:blank',
        title: problemWords(code, status, english),
        status,
        code,
        detail: problemWords(code, status, english),
        requestId: request.id,
        ...(errors
          ? {
              errors: errors.map((e) => ({ ...e, message: e.message ?? problemWords(e.code, 422, english) })),
            }
          : {}),
        ...extensions,
      });
  }

  private problemOf(error: unknown, requestId: string | undefined): Problem {
    if (error instanceof AlreadyHandled) return { status: error.status, code: error.code };
    if (error instanceof Refused) return { ...error.detail, status: error.status, code: error.code };
    if (error instanceof BadRequestException) {
      const { errors } = error.getResponse() as { errors?: FieldError[] };
      return { status: 400, code: errors ? 'invalid' : 'request.malformed', errors };
    }
    if (error instanceof HttpException)
      return { status: error.getStatus(), code: httpCode(error.getStatus()) };
    const { code, statusCode } = error as { code?: string; statusCode?: number };
    // Fastify's own refusals (broken JSON, wrong media type, too large) carry a 4xx statusCode.
    if (statusCode && statusCode >= 400 && statusCode < 500)
      return { status: statusCode, code: OWN_CODE.test(code ?? '') ? code! : httpCode(statusCode) };
    if (code && UNREADABLE.has(code)) return { status: 400, code: 'request.malformed' };
    if (code && BUSY.has(code)) return { status: 409, code: 'busy' };
    if (code === TOO_SLOW) {
      this.log.error(`request ${requestId}: a statement was cancelled (${code})`);
      return { status: 503, code: 'tooSlow', retryAfterSeconds: COME_BACK_SECONDS };
    }
    if (isLostConnection(error) || (code && (UNAVAILABLE.test(code) || code.startsWith('ECONN')))) {
      this.log.error(`request ${requestId}: database unavailable (${code ?? 'no answer'})`);
      return { status: 503, code: 'unavailable', retryAfterSeconds: COME_BACK_SECONDS };
    }
    // Only the kind and our own frames: a database error's message can quote the row that it failed on.
    const frames = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 8).join('\n') : '';
    this.log.error(
      `request ${requestId}: ${error instanceof Error ? error.name : 'unknown'} ${code ?? ''}\n${frames}`,
    );
    return { status: 500, code: 'fault' };
  }
}

function httpCode(status: number): string {
  const known: Record<number, string> = {
    400: 'request.malformed',
    401: 'session.required',
    403: 'forbidden',
    404: 'notFound',
    405: 'request.method',
    413: 'request.tooLarge',
    415: 'request.mediaType',
    429: 'request.tooMany',
  };
  return known[status] ?? 'request.refused';
}
