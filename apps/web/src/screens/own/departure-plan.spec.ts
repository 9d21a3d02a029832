import { describe, expect, it } from '@jest/globals';
import type { DepartureItem } from '../../api/contract';
import { groupsOf, planOf, unnamed } from './departure-plan';

const item = (
  kind: DepartureItem['kind'],
  objectId: string,
  possible: string[],
  closed = false,
): DepartureItem => ({
  kind,
  objectId,
  possible,
  closed,
  label: null,
  proposals: 0,
  overdue: 0,
  toAccountId: null,
});

describe('the plan of a handover', () => {
  const items = [
    item('CASE', 'k', ['a', 'b']),
    item('SEAT', 's', ['a']),
    item('SHIFT', 'p', ['a', 'b', 'c']),
  ];

  it('names what nobody may take yet', () => {
    expect(unnamed(items, '', {})).toEqual(['k', 's', 'p']);
    expect(unnamed(items, 'a', {})).toEqual([]);
    expect(unnamed(items, 'c', {})).toEqual(['k', 's']);
    expect(unnamed(items, 'c', { k: 'b', s: 'NOBODY' })).toEqual([]);
    expect(unnamed(items, 'a', { k: 'NOBODY' })).toEqual(['k']);
  });

  it('sends the one who takes all and the others', () => {
    expect(planOf('a', { k: 'b', s: 'NOBODY', p: '' })).toEqual({
      successorAccountId: 'a',
      others: [
        { id: 'k', accountId: 'b' },
        { id: 's', accountId: null },
      ],
    });
    expect(planOf('', {})).toEqual({ others: [] });
  });

  it('shows closed cases apart, and the roster as one', () => {
    expect(
      groupsOf([...items, item('CASE', 'z', [], true), item('FALLBACK', 'f', [])]).map(({ group }) => group),
    ).toEqual(['CASE', 'CLOSED', 'SEAT', 'ROSTER']);
  });
});
