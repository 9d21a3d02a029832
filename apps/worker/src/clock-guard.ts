import { randomUUID } from 'node:crypto';
import { Ledger } from '#audit';
import { Outbox, UnitOfWork } from '#database';
import { CLOCK_WRONG } from '#notifications';
import { Injectable, Logger } from '@nestjs/common';
import { clockAheadMs, standsDown, type ClockReading } from './rules/clock-skew.js';

const READINGS = 3;

/** Compares this machine's clock with the database's. Only the database's decides what is due; a worker far off rests. */
@Injectable()
export class ClockGuard {
  /** This machine's clock; a test may put another in. */
  ownClock: () => number = () => Date.now();
  private resting = false;
  private readonly log = new Logger('ClockGuard');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** False while the clocks are too far apart. */
  get isRight(): boolean {
    return !this.resting;
  }

  /** Compares now. Throws when the database is away; the last verdict stands meanwhile, since nothing can be claimed. */
  async check(): Promise<void> {
    const readings: ClockReading[] = [];
    for (let count = 0; count < READINGS; count++) readings.push(await this.read());
    const ahead = Math.round(clockAheadMs(readings));
    const resting = standsDown(ahead);
    if (resting)
      this.log.error(`ALARM clock is ${ahead} ms ahead of the database: this worker claims nothing`);
    else if (this.resting) this.log.warn(`clock is right again (${ahead} ms): this worker goes on`);
    const began = resting && !this.resting;
    this.resting = resting;
    if (began) await this.tellPeople(ahead);
  }

  /** Another worker carries it to the administrators. A program that restarts again and again says it once an hour. */
  private async tellPeople(aheadMs: number): Promise<void> {
    await this.unitOfWork.runAsSystem({ name: CLOCK_WRONG }, async (work) => {
      const lately = await work.query(
        `select id from simpul.outbox where topic = $1 and created_at > simpul.now() - interval '1 hour' limit 1`,
        [CLOCK_WRONG],
      );
      if (lately.length > 0) return work.markAudited();
      const worker = randomUUID();
      await this.ledger.append(work, {
        act: CLOCK_WRONG,
        object: { kind: 'worker', id: worker },
        facts: { aheadSeconds: Math.round(aheadMs / 1_000) },
      });
      await this.outbox.announce(work, CLOCK_WRONG, { workerId: worker });
    });
  }

  private read(): Promise<ClockReading> {
    return this.unitOfWork.lookAsSystem(async (work) => {
      const askedMs = this.ownClock();
      // Not simpul.now(): that is when the transaction began, and a test may have stopped it.
      const [row] = await work.query<{ ms: string }>(
        'select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as ms',
      );
      return { askedMs, databaseMs: Number(row!.ms), answeredMs: this.ownClock() };
    });
  }
}
