import { describe, expect, it } from '@jest/globals';
import type { Policy, RouteLine } from './read-policy.js';
import { outside, readsOf, scopeOf } from './scope.js';

const ID = '00000000-0000-4000-8000-000000000001';
const line = (route: string, ...relations: string[]): RouteLine => ({
  route,
  act: 'x.y',
  object: 'x',
  answer: null,
  roles: ['SV'],
  relations,
  conditions: [],
});

describe('the scope of a request', () => {
  it('is the first thing of the path, and what the line asks for', () => {
    expect(scopeOf(line('PATCH /cases/{id}/persons/{personId}', 'team', 'unit'), ID)).toEqual({
      kind: 'case',
      id: ID,
      relations: ['team', 'unit'],
    });
  });

  it.each(['case', 'report', 'referral', 'deadline', 'consent', 'screening', 'closing', 'seal', 'conflict'])(
    'knows a %s by its path',
    (kind) => {
      expect(scopeOf(line(`GET /${kind}s/{id}`, 'team'), ID)).toMatchObject({ kind });
    },
  );

  it.each(['team', 'unit', 'receiver', 'office', 'own', 'missed', 'guard', 'emergency'])(
    'asks the rows who stands as "%s"',
    (relation) => {
      expect(scopeOf(line('GET /cases/{id}', relation), ID)?.relations).toEqual([relation]);
    },
  );

  it.each([
    ['names no relation', line('GET /cases/{id}'), ID],
    ['names one that no row tells', line('GET /cases/{id}', 'team', 'city'), ID],
    ['is about no thing of a case', line('POST /accounts/{id}/reset', 'own'), ID],
    ['has no id', line('GET /cases', 'team'), undefined],
    ['has an id that is none', line('GET /cases/{id}', 'team'), '1 or 1=1'],
  ])('is left to the service where the line %s', (_, its, id) => {
    expect(scopeOf(its, id)).toBeNull();
  });

  const codeOf = (its: RouteLine, ...standing: string[]) => outside(scopeOf(its, ID)!, standing);

  it('holds whoever stands in one of the relations, and nobody else', () => {
    const its = line('GET /cases/{id}', 'team', 'unit');
    expect([codeOf(its, 'unit'), codeOf(its, 'receiver'), codeOf(its)]).toEqual([
      null,
      'notFound',
      'notFound',
    ]);
  });

  it('tells a colleague that a report was decided, and nothing of it', () => {
    expect(codeOf(line('POST /reports/{id}/opening', 'office'), 'decided')).toBeNull();
    expect(codeOf(line('GET /reports/{id}', 'office', 'team'), 'decided')).toBe('report.alreadyDecided');
    expect(codeOf(line('POST /deadlines/{id}/acknowledgement', 'office'), 'decided')).toBe('notFound');
  });

  it('lets the clock of a kept report answer the office that owes the decision', () => {
    const its = line('POST /deadlines/{id}/waiver', 'team', 'unit');
    expect([codeOf(its, 'office'), codeOf(its, 'receiver')]).toEqual([null, 'notFound']);
  });

  it('tells by which lines somebody reads: of their role and relation, with an answer, reading or opening a name', () => {
    const policy = {
      roles: new Map([
        ['SV', 'supervisor'],
        ['CW', 'case_worker'],
      ]),
      routes: [
        { ...line('GET /cases/{id}', 'team', 'unit'), answer: 'CaseView' },
        { ...line('POST /cases/{id}/reveal', 'team'), answer: 'Identities' },
        { ...line('GET /cases/{id}/letter', 'team'), answer: null },
        { ...line('POST /cases/{id}/notes', 'team'), answer: 'Created' },
      ],
    } as unknown as Policy;
    const routes = (role: string, ...standing: string[]) =>
      readsOf(policy, role, standing).map(({ route }) => route);
    expect(routes('supervisor', 'team')).toEqual(['GET /cases/{id}', 'POST /cases/{id}/reveal']);
    expect(routes('supervisor', 'unit')).toEqual(['GET /cases/{id}']);
    expect([routes('case_worker', 'team'), routes('nobody', 'team'), routes('supervisor')]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('lets the states of a referral answer whoever is on its other side', () => {
    const its = line('POST /referrals/{id}/acceptance', 'receiver');
    expect([codeOf(its, 'team'), codeOf(its)]).toEqual([null, 'notFound']);
  });
});
