import { POLICY } from '#access';
import { done, type Answer, type Method, type ReferralStage } from '#harness';
import type { FurnishedCase } from '../../access/furnished-case.js';
import { validBodies } from '../../access/valid-bodies.js';
import { COLUMNS, type Column } from '../../access/who-may-call-what.js';
import { hostileRequest, type HostileRequest, type Target } from './hostile-request.js';
import { Random, seedOf } from './random.js';
import { THEIRS } from './their-case.js';

/** Who attacks: a person of each role, and somebody from the street. */
export const ATTACKERS = [...(Object.keys(COLUMNS) as Column[]), 'nobody'] as const;
export type Attacker = (typeof ATTACKERS)[number];

const DOING_WELL = new Set<number>([200, 201, 204]);
/** The head of the answer says what it is about: the balancer asks it. */
const MAY_BE_UNWELL = '/health/ready';
/** Read by people in a browser, with no program of ours in it. */
const PAGES = /^\/+link/i;
/** Words of our insides, and of others' rows, which no answer holds. */
const INSIDES =
  /node_modules|\.js:\d+|\.ts:\d+|\bat (?:async )?[A-Z]\w+\.\w+ \(|simpul\.[a-z_]+\b(?!example)|violates|relation "|syntax error|SELECT |INSERT |postgres|TypeORM|QueryFailed|UnhandledPromise|Cannot read prop|is not a function|Unexpected token/;

interface Described {
  paths: Record<string, Record<string, { parameters?: { in: string; name: string }[] }>>;
}

/** Everything that has an address, with its query words, and what can be named in it. */
export async function targetOf(
  stage: ReferralStage,
  own: FurnishedCase,
  theirs: Record<string, string>,
  who: Attacker,
): Promise<Target> {
  const { paths } = done(await stage.api.nobody.get<Described>('/openapi.json'));
  const routes = [...POLICY.routes.map(({ route }) => route), ...POLICY.open.keys()].map((route) => {
    const [method, path] = route.split(' ') as [Method, string];
    const parameters = paths[`/api${path}`]?.[method.toLowerCase()]?.parameters ?? [];
    return { method, path, queries: parameters.filter((one) => one.in === 'query').map(({ name }) => name) };
  });
  // Guesses cost a hash or a wait each, and whether they are slowed down is looked at elsewhere.
  const tried = routes.filter(({ path }) => !LEFT_OUT.has(path));
  const allowed = new Set(
    who === 'nobody'
      ? POLICY.open.keys()
      : POLICY.routes.filter(({ roles }) => roles.includes(who)).map(({ route }) => route),
  );
  const of = (name: string, id: string): string[] => [id, id, id, ...(theirs[name] ? [theirs[name]] : [])];
  return {
    routes: tried,
    open: tried.filter(({ method, path }) => allowed.has(`${method} ${path}`)),
    bodies: validBodies(own),
    things: {
      cases: of('cases', own.caseId),
      reports: of('reports', own.reportId),
      referrals: [own.draftId, ...of('referrals', own.referralId)],
      consents: of('consents', own.consentId),
      deadlines: of('deadlines', own.deadlineId),
      screenings: of('screenings', own.screeningId),
      closings: of('closings', own.closingId),
      accounts: [own.accountId],
      'deadline-rules': ['referral-ack-high'],
    },
    ids: [
      ...Object.entries(theirs).flatMap(([name, id]) => (name === 'accounts' ? [] : [id])),
      ...[own.caseId, own.personId, own.referralId, own.agencyId, own.number],
      ...['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
      '11111111-1111-4111-8111-111111111111',
    ],
    keys: [],
  };
}
const LEFT_OUT = new Set([
  '/sessions',
  '/sessions/second-step',
  '/sessions/current/confirmation',
  '/accounts/current/password',
  '/links/{token}',
  // Not slow: it lawfully opens what is theirs, for an hour.
  '/emergency-accesses',
]);

/** What is wrong with an answer to anything hostile; empty when nothing is. */
export function faultsOf(
  request: HostileRequest,
  answer: Pick<Answer<unknown>, 'status' | 'headers'> & { text: string },
  others: RegExp,
): string[] {
  const { status, headers, text } = answer;
  const faults: string[] = [];
  const unwell = status === 503 && request.path.startsWith(MAY_BE_UNWELL);
  if (status >= 500 && !unwell) faults.push(`${status}`);
  const all = `${JSON.stringify(headers)}\n${text}`;
  for (const canary of [THEIRS, others]) {
    const found = canary.exec(all)?.[0];
    if (found) faults.push(`says ${found}`);
  }
  if (status >= 400) {
    const type = String(headers['content-type'] ?? '');
    const right = PAGES.test(request.path)
      ? /^(?:text\/html|application\/problem\+json)/
      : /^application\/problem\+json/;
    if (text !== '' && !right.test(type) && !unwell) faults.push(`is ${type}`);
    const inside = INSIDES.exec(text)?.[0];
    if (inside) faults.push(`tells of our insides: ${inside}`);
  } else if (!DOING_WELL.has(status)) faults.push(`${status}`);
  return faults;
}

/** A session's cookie, and a new one when the old one has ended. */
export class Attack {
  private cookie: string | undefined;
  private readonly random: Random;
  /** How many of each status came back. */
  readonly statuses: Record<number, number> = {};

  constructor(
    private readonly stage: ReferralStage,
    private readonly who: Attacker,
    private readonly target: Target,
    readonly seed: number,
    /** What of the case this one may not see either. */
    private readonly others: RegExp,
  ) {
    this.random = new Random(seedOf(seed, who));
  }

  /** Sends so many requests; gives what was wrong, each with the number of the request. */
  async send(times: number): Promise<string[]> {
    const wrong: string[] = [];
    for (let number = 0; number < times; number++) {
      const request = hostileRequest(this.random, this.target);
      const answer = await this.ask(request);
      this.statuses[answer.status] = (this.statuses[answer.status] ?? 0) + 1;
      const faults = faultsOf(request, answer, this.others);
      if (faults.length > 0)
        wrong.push(
          `${faults.join(', ')}: ${this.who}, seed ${this.seed}, request ${number}: ${request.method} ${request.path.slice(0, 200)} (${request.what}) ` +
            `${JSON.stringify(request.headers).slice(0, 200)} ${String(request.payload ?? '').slice(0, 300)}`,
        );
    }
    return wrong;
  }

  private async ask(request: HostileRequest) {
    const cookie = request.headers.cookie ?? (await this.session());
    const answer = await this.stage.api.app.inject({
      method: request.method as 'GET',
      url: `/api${request.path}`,
      headers: { ...request.headers, ...(cookie && { cookie }) },
      payload: request.payload,
      payloadAsStream: true,
    });
    const text = await textOf(answer);
    if (answer.statusCode === 401 && !request.headers.cookie) this.cookie = undefined;
    return { status: answer.statusCode, headers: answer.headers as Record<string, unknown>, text };
  }

  private async session(): Promise<string | undefined> {
    if (this.who === 'nobody') return undefined;
    if (!this.cookie) {
      const { DEMO_PASSWORD: password } = await import('../../../apps/launch/src/demo-accounts.js');
      const email = `${COLUMNS[this.who]}.simpul.example`;
      const answer = await this.stage.api.nobody.post('/sessions', { email, password });
      if (answer.status !== 201) throw new Error(`${email} cannot sign in: ${answer.status}`);
      this.cookie = String(answer.headers['set-cookie']).split(';')[0]!;
    }
    return this.cookie;
  }
}

type Streamed = { headers: Record<string, unknown>; stream(): AsyncIterable<Buffer> & { destroy(): void } };

/** Everything that was said. The stream of changes never ends by itself: its head is enough. */
async function textOf(answer: unknown): Promise<string> {
  const streamed = answer as Streamed;
  const body = streamed.stream();
  if (String(streamed.headers['content-type']).startsWith('text/event-stream')) {
    body.destroy();
    return '';
  }
  const parts: Buffer[] = [];
  for await (const part of body) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}
