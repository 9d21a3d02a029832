import { randomUUID } from 'node:crypto';
import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadConfig } from '#config';
import type { FreshDatabase } from './fresh-database.js';

/** What came back: status, parsed body (undefined when empty), headers. */
export interface Answer<T = Record<string, unknown>> {
  status: number;
  body: T;
  headers: Record<string, unknown>;
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT' | 'HEAD' | 'OPTIONS';

export interface Person {
  /**
   * Any request; signs in again when the session ended, and proves again who it is when the act asks for that (the tests
   * move the database's clock over days).
   */
  send<T = Record<string, unknown>>(
    method: Method,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<T>>;
  get<T = Record<string, unknown>>(path: string): Promise<Answer<T>>;
  post<T = Record<string, unknown>>(
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<T>>;
  patch<T = Record<string, unknown>>(path: string, body: unknown): Promise<Answer<T>>;
}

export interface RunningApi {
  app: NestFastifyApplication;
  /** A signed-in demo person: `mailbox@agency`, for example `pendamping@uptd-ppa`. */
  as(mailbox: string): Person;
  /** The Cookie header of somebody who has signed in before, for requests that are not JSON. */
  cookieOf(mailbox: string): string;
  /** Nobody: no session. */
  nobody: Person;
  close(): Promise<void>;
}

/** The real API in this process on a database of the suite's own; no network, no port. */
export async function startApi(
  database: FreshDatabase,
  env: Record<string, string> = {},
): Promise<RunningApi> {
  const { createApi } = await import('../../apps/api/src/create-api.js');
  const { DEMO_PASSWORD } = await import('../../apps/launch/src/demo-accounts.js');
  const app = await createApi(
    loadConfig({ ...database.env, PORT: '0', SIMPUL_SIGN_INS_PER_MINUTE: '1000000', ...env }),
  );
  await app.getHttpAdapter().getInstance().ready();
  const cookies = new Map<string, string>();
  /** Everybody keeps their browser: signing in again is no news to them. */
  const browsers = new Map<string, string>();

  const inject = async <T>(
    method: Method,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Answer<T>> => {
    const answer = await app.inject({
      method: method as 'GET',
      url: path.startsWith('/') ? `/api${path}` : path,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      payload: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const json = /[/+]json/.test(String(answer.headers['content-type'] ?? '')) && answer.body !== '';
    return {
      status: answer.statusCode,
      body: (json ? JSON.parse(answer.body) : answer.body) as T,
      headers: answer.headers,
    };
  };

  const signingIn = new Map<string, Promise<string>>();
  /** Once at a time: whoever does several things at once sits at one browser. */
  const signIn = (mailbox: string): Promise<string> => {
    const under = signingIn.get(mailbox) ?? enter(mailbox).finally(() => signingIn.delete(mailbox));
    signingIn.set(mailbox, under);
    return under;
  };
  const enter = async (mailbox: string): Promise<string> => {
    const answer = await inject(
      'POST',
      '/sessions',
      { email: `${mailbox}.simpul.example`, password: DEMO_PASSWORD },
      { cookie: browsers.get(mailbox) ?? '' },
    );
    if (answer.status !== 201) throw new Error(`${mailbox} cannot sign in: ${answer.status}`);
    const [cookie, browser] = (answer.headers['set-cookie'] as string[]).map((one) => one.split(';')[0]!);
    browsers.set(mailbox, browser!);
    cookies.set(mailbox, cookie!);
    return cookie!;
  };

  const confirm = async (mailbox: string, former: string): Promise<string> => {
    const answer = await inject(
      'POST',
      '/sessions/current/confirmation',
      { password: DEMO_PASSWORD },
      { cookie: former },
    );
    if (answer.status !== 204) throw new Error(`${mailbox} cannot confirm: ${answer.status}`);
    const cookie = String(answer.headers['set-cookie']).split(';')[0]!;
    cookies.set(mailbox, cookie);
    return cookie;
  };
  const isStepUp = ({ body }: Answer<unknown>): boolean =>
    (body as { code?: string } | undefined)?.code === 'step-up-needed';

  const person = (send: Person['send']): Person => ({
    send,
    get: (path) => send('GET', path),
    post: (path, body = {}, headers = {}) =>
      send('POST', path, body, { 'idempotency-key': randomUUID(), ...headers }),
    patch: (path, body) => send('PATCH', path, body),
  });

  return {
    app,
    cookieOf: (mailbox) => cookies.get(mailbox)!,
    nobody: person((method, path, body, headers = {}) => inject(method, path, body, headers)),
    as: (mailbox) =>
      person(
        async <T>(method: Method, path: string, body?: unknown, headers: Record<string, string> = {}) => {
          const once = async (cookie: string) => inject<T>(method, path, body, { cookie, ...headers });
          const cookie = cookies.get(mailbox) ?? (await signIn(mailbox));
          const answer = await once(cookie);
          if (answer.status === 401) return once(await signIn(mailbox));
          return isStepUp(answer) ? once(await confirm(mailbox, cookie)) : answer;
        },
      ),
    close: () => app.close(),
  };
}
