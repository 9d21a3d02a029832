import { describe, expect, it } from '@jest/globals';
import { conditions } from './conditions.js';

const of = (text: string): string[] =>
  conditions(text).map(({ start, end, by }) => `${by} ${text.slice(start, end).trim()}`);

describe('the conditions in the text of a function', () => {
  it('are the operands of each AND and the only one of a WHERE', () => {
    expect(of('select 1 from t where a = 1 and b is null')).toEqual(['and a = 1', 'and b is null']);
    expect(of('select 1 from t where a = 1')).toEqual(['and a = 1']);
    expect(of('select a from t join u on t.id = u.id')).toEqual([]);
  });

  it('are the sides of an OR, and the ANDs within a side', () => {
    expect(of('select 1 from t where a or b and c')).toEqual(['or a', 'or b and c', 'and b', 'and c']);
  });

  it('stand in brackets, in subqueries and in IF as well', () => {
    expect(of('if x and not exists (select 1 from t where a <> all (b)) then raise; end if;')).toEqual([
      'and a <> all (b)',
      'and x',
      'and not exists (select 1 from t where a <> all (b))',
    ]);
    expect(of('return coalesce(a and b, true);')).toEqual(['and a', 'and b']);
  });

  it('pass over comments, quoted words, BETWEEN and DISTINCT FROM', () => {
    expect(of(`select 1 from t where a between 1 and 2 and b = 'x and y' -- and z`)).toEqual([
      'and a between 1 and 2',
      `and b = 'x and y' -- and z`,
    ]);
    expect(of('select 1 from t where a is distinct from b and c')).toEqual([
      'and a is distinct from b',
      'and c',
    ]);
  });
});
