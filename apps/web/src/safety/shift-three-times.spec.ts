import { describe, expect, it, jest } from '@jest/globals';
import { shiftThreeTimes } from './shift-three-times';

function press(keys: [key: string, atMs: number, repeat?: boolean][]) {
  const exit = jest.fn();
  const seen: number[] = [];
  let now = 0;
  const handler = shiftThreeTimes(
    exit,
    (count) => seen.push(count),
    () => now,
  );
  for (const [key, at, repeat] of keys) {
    now = at;
    handler({ key, repeat });
  }
  return { exit, seen };
}

describe('Shift three times', () => {
  it('leaves at the third press within five seconds', () => {
    const { exit, seen } = press([
      ['Shift', 0],
      ['Shift', 800],
      ['Shift', 1600],
    ]);
    expect(exit).toHaveBeenCalledTimes(1);
    expect(seen).toEqual([1, 2, 3]);
  });

  it('does not leave while somebody types capital letters', () => {
    const { exit } = press([
      ['Shift', 0],
      ['A', 50],
      ['Shift', 300],
      ['B', 350],
      ['Shift', 600],
      ['C', 650],
    ]);
    expect(exit).not.toHaveBeenCalled();
  });

  it('does not count a key that is held down, nor presses further apart than five seconds', () => {
    expect(
      press([
        ['Shift', 0],
        ['Shift', 30, true],
        ['Shift', 60, true],
        ['Shift', 90, true],
      ]).exit,
    ).not.toHaveBeenCalled();
    expect(
      press([
        ['Shift', 0],
        ['Shift', 4000],
        ['Shift', 9000],
      ]).exit,
    ).not.toHaveBeenCalled();
  });
});
