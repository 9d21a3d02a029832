import { describe, expect, it } from '@jest/globals';
import type { RouteLine } from './read-policy.js';
import { isWithin, scopeOf } from './scope.js';

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

  it.each([
    ['names no relation', line('GET /cases/{id}'), ID],
    ['names one that no row tells', line('POST /cases/{id}/seals', 'team', 'guard'), ID],
    ['is about no thing of a case', line('POST /accounts/{id}/reset', 'own'), ID],
    ['has no id', line('GET /cases', 'team'), undefined],
    ['has an id that is none', line('GET /cases/{id}', 'team'), '1 or 1=1'],
  ])('is left to the service where the line %s', (_, its, id) => {
    expect(scopeOf(its, id)).toBeNull();
  });

  it('holds whoever stands in one of the relations, and nobody else', () => {
    const scope = scopeOf(line('GET /cases/{id}', 'team', 'unit'), ID)!;
    expect(isWithin(scope, ['unit'])).toBe(true);
    expect(isWithin(scope, ['receiver'])).toBe(false);
    expect(isWithin(scope, [])).toBe(false);
  });

  it('tells a colleague that a report was decided, for acts on reports that are not', () => {
    expect(isWithin(scopeOf(line('POST /reports/{id}/opening', 'office'), ID)!, ['decided'])).toBe(true);
    expect(isWithin(scopeOf(line('GET /reports/{id}', 'office', 'team'), ID)!, ['decided'])).toBe(false);
  });

  it('lets the states of a referral answer whoever is on its other side', () => {
    const scope = scopeOf(line('POST /referrals/{id}/acceptance', 'receiver'), ID)!;
    expect([isWithin(scope, ['team']), isWithin(scope, [])]).toEqual([true, false]);
  });
});
