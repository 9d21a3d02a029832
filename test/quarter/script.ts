import type { Act } from './acts.js';
import { minuteOf, type Minute } from './office-days.js';
import { SCENES } from './scenes.js';

export const FROM = minuteOf('2026-02-16 00:00');
/** Ninety days: Chinese New Year, Ramadan with its hours, Nyepi, Eid, Good Friday, Labour Day, Ascension. */
export const UNTIL = minuteOf('2026-05-17 00:00');

export const LEAVE = {
  who: 'petugas@dinsos-rehab',
  head: 'kepala@dinsos-rehab',
  from: minuteOf('2026-04-05 06:00'),
  until: minuteOf('2026-04-15 06:00'),
} as const;

const SEED = 20260216;
const CASES = 30;
const REFERRALS_PER_CASE = 6;
const RECEIVERS = ['rsud-igd', 'puskesmas-barat', 'dinsos-rehab', 'lbh-contoh', 'dinkes'];
const RISKS = ['TINGGI', 'SEDANG', 'SEDANG', 'RENDAH'];
const OWNERS = ['pendamping@uptd-ppa', 'pendamping2@uptd-ppa'];
/** Desks act at a few times of the day, nights included; it keeps the moments of a simulated day few. */
const HOURS = ['07:50', '11:20', '15:05', '19:30', '22:50'];
const HOUR = 60;
const DAY = 24 * HOUR;

/** mulberry32: the same quarter on every machine. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The quarter as a list of acts, in order. Nothing in it is computed from deadlines: people are simply prompt or late. */
export function quarter(): Act[] {
  const writer = new Writer(dice(SEED));
  for (let number = 1; number <= CASES; number += 1) writer.aCase(`K${String(number).padStart(2, '0')}`);
  const acts = [...writer.acts, ...SCENES].filter(({ at }) => at >= FROM && at < UNTIL);
  return acts.sort((a, b) => a.at - b.at);
}

/** Who sits at a receiver's desk. */
export function deskOf(agency: string, at: Minute): string {
  const officer = `petugas@${agency}`;
  return officer === LEAVE.who && at >= LEAVE.from && at < LEAVE.until ? LEAVE.head : officer;
}

class Writer {
  readonly acts: Act[] = [];

  constructor(private readonly roll: () => number) {}

  aCase(label: string): void {
    const by = this.one(OWNERS);
    const risk = this.one(RISKS);
    const opened = this.later(FROM + this.roll() * 62 * DAY, 0);
    const sexual = this.chance(0.4);
    this.acts.push({ at: opened, does: 'open', of: label, by, risk, sexual });
    this.looksAfter(label, by, risk, opened, sexual);
    const receivers = [this.one(RECEIVERS), this.one(RECEIVERS)];
    let at = this.later(opened, this.between(1, 20) * HOUR);
    for (let number = 1; number <= REFERRALS_PER_CASE; number += 1) {
      this.aReferral(`${label}-R${number}`, by, this.one(receivers), at);
      at = this.later(at, this.between(0.3, 6) * DAY);
    }
  }

  private looksAfter(of: string, by: string, risk: string, opened: Minute, sexual: boolean): void {
    const happens = (at: Minute, kind: string): void =>
      void this.acts.push({ at, does: 'milestone', of, by, kind });
    // Unlike the others not at one of the day's hours: within the first quarters of an hour lies the ladder of "at once".
    const served = opened + Math.floor(this.delay([10, 14], [16, 300], [9 * HOUR, 40 * HOUR]));
    happens(served, 'service.first_given');
    if (this.chance(0.5)) happens(this.later(served, this.between(0.5, 7) * DAY), 'followup.done');
    if (sexual) {
      const filed = this.later(served, this.between(0.4, 4.5) * DAY);
      happens(filed, 'police_report.filed');
      if (this.chance(0.7)) happens(this.later(filed, this.between(3, 20) * DAY), 'police_report.answered');
    }
    const [least, most] = { TINGGI: [4, 8.5], SEDANG: [9, 16], RENDAH: [20, 34] }[risk]!;
    for (let at = opened; at < UNTIL;) {
      at = this.later(at, this.between(least!, most!) * DAY);
      this.acts.push({ at, does: 'note', of, by });
    }
  }

  private aReferral(of: string, by: string, to: string, sent: Minute, replaces?: string): void {
    this.acts.push({ at: sent, does: 'send', of, by, to, replaces });
    const act = (at: Minute, does: string, more: Partial<Act> = {}): Minute => {
      const ours = ['answer', 'confirm', 'cancel'].includes(does);
      this.acts.push({ at, does, of, by: ours ? by : deskOf(to, at), ...more });
      return at;
    };
    if (this.chance(0.07)) return void act(this.later(sent, this.between(2, 8) * DAY), 'cancel');
    let at = this.later(sent, this.delay([20, 150], [6 * HOUR, 30 * HOUR], [2 * DAY, 4 * DAY]));
    if (this.chance(0.8)) {
      act(at, 'acknowledge');
      at = this.later(at, this.delay([30, 300], [DAY, 2 * DAY], [3 * DAY, 6 * DAY]));
    }
    if (this.chance(0.2)) {
      at = this.later(act(at, 'ask'), this.delay([30, 200], [DAY, 3 * DAY], [4 * DAY, 5 * DAY]));
      if (this.chance(0.2)) return this.rejected(of, by, to, act(at, 'reject'));
      at = this.later(act(at, 'answer'), this.delay([30, 300], [DAY, 2 * DAY], [3 * DAY, 5 * DAY]));
    }
    if (this.chance(0.15)) return this.rejected(of, by, to, act(at, 'reject'));
    act(at, 'accept', { named: this.chance(0.7) });
    if (this.chance(0.1)) {
      at = act(this.later(at, 2 * HOUR), 'ask');
      at = act(this.later(at, this.between(0.2, 4) * DAY), 'answer');
    }
    this.served(act, at);
  }

  private served(act: (at: Minute, does: string) => Minute, accepted: Minute): void {
    let at = this.later(accepted, this.delay([5 * HOUR, 30 * HOUR], [2 * DAY, 6 * DAY], [8 * DAY, 15 * DAY]));
    if (this.chance(0.85)) {
      act(at, 'start');
      at = this.later(at, this.between(4, 17) * DAY);
      if (this.chance(0.5)) at = this.later(act(at, 'report'), this.between(4, 17) * DAY);
    }
    act(at, this.chance(0.8) ? 'complete' : 'fail');
    act(
      this.later(at, this.delay([2 * HOUR, 20 * HOUR], [2 * DAY, 6 * DAY], [8 * DAY, 12 * DAY])),
      'confirm',
    );
  }

  private rejected(of: string, by: string, to: string, at: Minute): void {
    if (of.endsWith('b')) return;
    const again = this.later(at, this.delay([30, 110], [6 * HOUR, DAY], [2 * DAY, 4 * DAY]));
    const elsewhere = RECEIVERS.find((agency) => agency !== to)!;
    this.aReferral(`${of}b`, by, elsewhere, again, this.chance(0.6) ? of : undefined);
  }

  /** Prompt, slow or late: most are prompt, as in life. */
  private delay(...spans: [number, number][]): number {
    const roll = this.roll();
    return this.between(...spans[roll < 0.58 ? 0 : roll < 0.86 ? 1 : 2]!);
  }

  /** The first of the day's hours that is at least so many minutes later, and later at all. */
  private later(at: Minute, minutes: number): Minute {
    const least = Math.max(at + 1, at + minutes);
    for (let midnight = Math.floor(least / DAY) * DAY; ; midnight += DAY)
      for (const hour of HOURS) {
        const found = midnight + minuteOf(`1970-01-01 ${hour}`);
        if (found >= least) return found;
      }
  }

  private between(least: number, most: number): number {
    return least + this.roll() * (most - least);
  }

  private chance(share: number): boolean {
    return this.roll() < share;
  }

  private one<T>(of: readonly T[]): T {
    return of[Math.floor(this.roll() * of.length)]!;
  }
}
