import { describe, expect, it } from '@jest/globals';
import { Round } from './round.js';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('a round', () => {
  it('never overlaps itself, however slow it is', async () => {
    let running = 0;
    let most = 0;
    let runs = 0;
    const round = new Round(
      {
        name: 'slow',
        everyMs: 1,
        run: async () => {
          most = Math.max(most, ++running);
          await pause(5);
          running--;
          runs++;
        },
      },
      () => true,
      () => undefined,
    );
    round.start();
    while (runs < 5) await pause(5);
    await round.stop();
    expect(most).toBe(1);
    expect(running).toBe(0);
    const after = runs;
    await pause(20);
    expect(runs).toBe(after);
  });

  it('survives every fault and says its code, never its text', async () => {
    const said: string[] = [];
    let runs = 0;
    const round = new Round(
      {
        name: 'sweep',
        everyMs: 1,
        run: async () => {
          if (++runs < 4)
            throw Object.assign(new Error('Siti lives in Jalan Mawar'), { code: 'ECONNREFUSED' });
        },
      },
      () => true,
      (line) => said.push(line),
    );
    round.start();
    while (runs < 5) await pause(2);
    await round.stop();
    expect(said).toEqual([
      'sweep failed 1 times: ECONNREFUSED',
      'sweep failed 2 times: ECONNREFUSED',
      'sweep works again after 3 failures',
    ]);
  });

  it('does nothing while it may not', async () => {
    let runs = 0;
    const round = new Round(
      { name: 'relay', everyMs: 1, run: async () => void runs++ },
      () => false,
      () => undefined,
    );
    round.start();
    await pause(20);
    await round.stop();
    expect(runs).toBe(0);
  });
});
