import type { Policy, RouteLine } from './read-policy.js';

/** The parts of an OpenAPI document that the policy speaks about. */
export interface Described {
  paths: Record<string, Record<string, { responses?: Record<string, { content?: Record<string, Body> }> }>>;
  components?: { schemas?: Record<string, { properties?: Record<string, unknown> }> };
}
interface Body {
  schema?: { $ref?: string };
}

/** What a handler says of itself: the act of its @May, `public`, or null for neither; and whether it has @StepUp. */
export interface Declared {
  route: string;
  act: string | null;
  stepUp: boolean;
}

export interface Running {
  /** Every route of the server's own table, `HEAD /api/cases/:id` and the like. */
  live: readonly string[];
  /** What the handlers say of themselves (`declaredRoutes`). */
  declared: readonly Declared[];
  described: Described;
}

/** What of a running API is not as the policy says, each in one line; empty = the same. Pure. */
export function differencesFrom(policy: Policy, running: Running): string[] {
  return [
    ...ofLiveRoutes(policy, running.live),
    ...ofHandlers(policy, running.declared),
    ...ofTheDescription(policy, running.described),
  ];
}

const written = (policy: Policy): Set<string> =>
  new Set([...policy.routes.map(({ route }) => route), ...policy.open.keys()]);

function ofLiveRoutes(policy: Policy, live: readonly string[]): string[] {
  const expected = written(policy);
  const answering = new Set<string>();
  const wrong: string[] = [];
  for (const name of live) {
    const [method, url] = name.split(' ') as [string, string];
    if (!/^\/api(?:\/|$)/.test(url)) {
      if (!policy.pages.has(url) || !/^(?:GET|HEAD)$/.test(method))
        wrong.push(`${name} is no page of the policy`);
      continue;
    }
    const route = `${method} ${url.replace(/^\/api/, '').replaceAll(/:(\w+)/g, '{$1}')}`;
    answering.add(route);
    // HEAD is the server's own shadow of GET, and passes the same guard.
    if (!expected.has(route.replace(/^HEAD /, 'GET ')))
      wrong.push(`${route} answers and is not in the policy`);
  }
  for (const route of expected)
    if (!answering.has(route)) wrong.push(`${route} is in the policy and does not answer`);
  return wrong;
}

function ofHandlers(policy: Policy, declared: Running['declared']): string[] {
  const lines = new Map(policy.routes.map((line) => [line.route, line]));
  return declared.flatMap(({ route, act, stepUp }) => {
    const line = lines.get(route);
    const expected = policy.open.has(route) ? 'public' : line?.act;
    if (act === null) return [`${route} declares neither @May nor @Public`];
    if (act !== expected) return [`${route} declares ${act}, the policy says ${expected ?? 'nothing'}`];
    if (stepUp === (line?.conditions.includes('step-up') ?? false)) return [];
    return [`${route} declares ${stepUp ? '@StepUp' : 'no @StepUp'}, the policy says otherwise`];
  });
}

function ofTheDescription(policy: Policy, { paths, components }: Described): string[] {
  const answers = new Map<string, string | null>();
  for (const [path, methods] of Object.entries(paths))
    for (const [method, { responses }] of Object.entries(methods))
      answers.set(`${method.toUpperCase()} ${path.replace(/^\/api/, '')}`, answerOf(responses));
  const lines = new Map(policy.routes.map((line): [string, RouteLine] => [line.route, line]));
  const wrong: string[] = [];
  for (const [route, answer] of answers) {
    const line = lines.get(route);
    if (line && line.answer !== answer)
      wrong.push(`${route} answers ${answer ?? '-'}, the policy says ${line.answer ?? '-'}`);
    if (!line && !policy.open.has(route)) wrong.push(`${route} is described and is not in the policy`);
  }
  for (const route of lines.keys())
    if (!answers.has(route)) wrong.push(`${route} is in the policy and is not described`);
  return [...wrong, ...ofFields(policy, components?.schemas ?? {}, [...answers.values()])];
}

function answerOf(responses: Record<string, { content?: Record<string, Body> }> = {}): string | null {
  for (const [status, { content }] of Object.entries(responses))
    for (const { schema } of status.startsWith('2') ? Object.values(content ?? {}) : [])
      if (schema?.$ref) return nameIn(schema)!;
  return null;
}

const nameIn = (schema: unknown): string | null =>
  /"#\/components\/schemas\/(\w+)"/.exec(JSON.stringify(schema))?.[1] ?? null;

/** As it stands in the file, so that the refusal to start says what to write after somebody has thought about it. */
const lineOf = (properties: Record<string, unknown>): string =>
  Object.entries(properties)
    .map(([field, schema]) => [field, nameIn(schema)].filter(Boolean).join(':'))
    .join(' ') || '-';

/** Walks from the routes' answers down: every class that an answer can hold is written with each of its fields. */
function ofFields(
  policy: Policy,
  schemas: NonNullable<NonNullable<Described['components']>['schemas']>,
  answers: (string | null)[],
): string[] {
  const wrong: string[] = [];
  const seen = new Set<string>();
  const queue = answers.filter((name) => name !== null);
  for (let name = queue.pop(); name; name = queue.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const allowed = policy.fields.get(name);
    const real = schemas[name]?.properties ?? {};
    queue.push(...Object.values(real).flatMap((schema) => nameIn(schema) ?? []));
    if (!allowed) {
      wrong.push(`Fields lacks the line | ${name} | ${lineOf(real)} |`);
      continue;
    }
    for (const [field, schema] of Object.entries(real)) {
      const holds = nameIn(schema);
      if (!allowed.has(field)) wrong.push(`${name}.${field} is answered and is not under Fields`);
      else if (allowed.get(field) !== holds)
        wrong.push(
          `${name}.${field} holds ${holds ?? 'no class'}, Fields says ${allowed.get(field) ?? 'none'}`,
        );
    }
    for (const field of allowed.keys())
      if (!(field in real)) wrong.push(`${name}.${field} is under Fields and is not answered`);
  }
  for (const name of policy.fields.keys())
    if (!seen.has(name)) wrong.push(`${name} is under Fields and is no answer`);
  return wrong;
}
