import { describe, expect, it } from '@jest/globals';
import { differencesFrom, type Declared, type Running } from './differences.js';
import type { Policy } from './read-policy.js';

const line = (route: string, act: string, answer: string | null) =>
  ({ route, act, object: 'case', answer, roles: ['SV'], relations: [], conditions: [] }) as const;
const POLICY: Policy = {
  roles: new Map([['SV', 'supervisor']]),
  relations: new Map(),
  conditions: new Map(),
  open: new Map([['POST /sessions', 'why']]),
  pages: new Map([['/*', 'the page']]),
  routes: [line('GET /cases/{id}', 'case.read', 'CaseView'), line('POST /cases', 'case.open', null)],
  fields: new Map([
    [
      'CaseView',
      new Map<string, string | null>([
        ['id', null],
        ['owner', 'Named'],
      ]),
    ],
    ['Named', new Map<string, string | null>([['name', null]])],
  ]),
};
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const content = (name: string) => ({ content: { 'application/json': { schema: ref(name) } } });
const running = (): Running & { live: string[]; declared: Declared[] } => ({
  live: [
    'POST /api/sessions',
    'GET /api/cases/:id',
    'HEAD /api/cases/:id',
    'POST /api/cases',
    'GET /*',
    'HEAD /*',
  ],
  declared: [
    { route: 'POST /sessions', act: 'public', stepUp: false },
    { route: 'GET /cases/{id}', act: 'case.read', stepUp: false },
    { route: 'POST /cases', act: 'case.open', stepUp: false },
  ],
  described: {
    paths: {
      '/api/sessions': { post: {} },
      '/api/cases/{id}': { get: { responses: { 200: content('CaseView') } } },
      '/api/cases': { post: { responses: { 204: {} } } },
    },
    components: {
      schemas: {
        CaseView: { properties: { id: { type: 'string' }, owner: { type: 'array', items: ref('Named') } } },
        Named: { properties: { name: { type: 'string' } } },
      },
    },
  },
});

describe('a running API and its policy', () => {
  it('are the same', () => expect(differencesFrom(POLICY, running())).toEqual([]));

  it.each<[string, (its: ReturnType<typeof running>) => unknown, string]>([
    [
      'a route that nobody wrote down',
      (its) => its.live.push('DELETE /api/cases/:id'),
      'DELETE /cases/{id} answers and is not in the policy',
    ],
    [
      'OPTIONS of a known route',
      (its) => its.live.push('OPTIONS /api/cases/:id'),
      'OPTIONS /cases/{id} answers and is not in the policy',
    ],
    ['a page that is none', (its) => its.live.push('GET /queues'), 'GET /queues is no page of the policy'],
    [
      'a route that is gone',
      (its) => its.live.splice(3, 1),
      'POST /cases is in the policy and does not answer',
    ],
    [
      'a handler with another act',
      (its) => (its.declared[1]!.act = 'case.list'),
      'GET /cases/{id} declares case.list, the policy says case.read',
    ],
    [
      'a handler opened to everybody',
      (its) => (its.declared[1]!.act = 'public'),
      'GET /cases/{id} declares public, the policy says case.read',
    ],
    [
      'a handler that asks for more',
      (its) => (its.declared[1]!.stepUp = true),
      'GET /cases/{id} declares @StepUp, the policy says otherwise',
    ],
    [
      'a handler that declares nothing',
      (its) => (its.declared[1]!.act = null),
      'GET /cases/{id} declares neither @May nor @Public',
    ],
    [
      'another answer',
      (its) => (its.described.paths['/api/cases/{id}']!.get!.responses![200] = content('Named')),
      'GET /cases/{id} answers Named, the policy says CaseView',
    ],
    [
      'a route that is not described',
      (its) => delete its.described.paths['/api/cases'],
      'POST /cases is in the policy and is not described',
    ],
    [
      'a field more',
      (its) => (its.described.components!.schemas!.Named!.properties!.nik = {}),
      'Named.nik is answered and is not under Fields',
    ],
    [
      'a class more',
      (its) => (its.described.components!.schemas!.Named!.properties!.home = ref('HomeView')),
      'Fields lacks the line | HomeView | - |',
    ],
    [
      'a field less',
      (its) => delete its.described.components!.schemas!.Named!.properties!.name,
      'Named.name is under Fields and is not answered',
    ],
    [
      'a field that holds more',
      (its) => (its.described.components!.schemas!.CaseView!.properties!.id = ref('Named')),
      'CaseView.id holds Named, Fields says none',
    ],
  ])('differ by %s, and it is named', (_, change, expected) => {
    const its = running();
    change(its);
    expect(differencesFrom(POLICY, its)).toContain(expected);
  });
});
