import { describe, expect, it } from '@jest/globals';
import { Lanes } from './lanes.js';

/** A task that ends when it is told to. */
function task(): { run: () => Promise<void>; end: () => void; fail: () => void } {
  let end = (): void => undefined;
  let fail = (): void => undefined;
  const promise = new Promise<void>((resolve, reject) => {
    end = () => resolve();
    fail = () => reject(new Error('it failed'));
  });
  return { run: () => promise, end: () => end(), fail: () => fail() };
}
const LONG_MS = 60_000;

describe('lanes', () => {
  it('are full, and have room again when a task ends', async () => {
    const lanes = new Lanes({ lanes: 1, asideAfterMs: LONG_MS, asideAtOnce: 1 });
    const one = task();
    lanes.run(one.run);
    expect([lanes.hasRoom, lanes.isEmpty]).toEqual([false, false]);
    one.end();
    expect(await lanes.change(LONG_MS)).toBe(true);
    expect([lanes.hasRoom, lanes.isEmpty]).toEqual([true, true]);
  });

  it('set a slow task aside, but not more than so many; the next one follows when one of those ends', async () => {
    const lanes = new Lanes({ lanes: 1, asideAfterMs: 0, asideAtOnce: 1 });
    const slow = task();
    const next = task();
    lanes.run(slow.run);
    await lanes.change(LONG_MS);
    expect([lanes.hasRoom, lanes.isEmpty]).toEqual([true, false]);
    lanes.run(next.run);
    await lanes.change(LONG_MS);
    expect(lanes.hasRoom).toBe(false);
    slow.end();
    await lanes.change(LONG_MS);
    expect([lanes.hasRoom, lanes.isEmpty]).toEqual([true, false]);
    next.end();
    await lanes.change(LONG_MS);
    expect(lanes.isEmpty).toBe(true);
  });

  it('say when nothing changed in time, and can be woken', async () => {
    const lanes = new Lanes({ lanes: 1, asideAfterMs: LONG_MS, asideAtOnce: 1 });
    expect(await lanes.change(0)).toBe(false);
    const waiting = lanes.change(LONG_MS);
    lanes.wake();
    expect(await waiting).toBe(true);
  });

  it('hand a failure on once, and keep nothing of the task', async () => {
    const lanes = new Lanes({ lanes: 1, asideAfterMs: LONG_MS, asideAtOnce: 1 });
    const one = task();
    lanes.run(one.run);
    const waiting = lanes.change(LONG_MS);
    one.fail();
    await expect(waiting).rejects.toThrow('it failed');
    expect([lanes.isEmpty, await lanes.change(0)]).toEqual([true, false]);
  });
});
