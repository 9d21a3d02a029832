import type { UnitOfWork } from '#database';
import { Gauge, type Registry } from 'prom-client';

/** What the worker's role counts: numbers and ages in seconds by the database's clock. No id, no name, no agency. */
interface HouseFigures {
  readonly deadlines: Readonly<Record<string, number>>;
  readonly stepsDue: number;
  readonly sweepLateness: number;
  readonly outboxWaiting: number;
  readonly outboxOldest: number;
  readonly outboxStuck: number;
  readonly deliveriesWaiting: number;
  readonly deliveriesOldest: number;
}

const FIGURES = `
  select (select coalesce(json_object_agg(status, n), '{}') from (
            select status, count(*)::int as n from simpul.deadline
             where status in ('running', 'paused', 'missed') group by status) open) as deadlines,
         steps.due as "stepsDue", steps.late as "sweepLateness",
         waiting.n as "outboxWaiting", waiting.oldest as "outboxOldest", waiting.stuck as "outboxStuck",
         mails.n as "deliveriesWaiting", mails.oldest as "deliveriesOldest"
    from (select count(*)::int as due, coalesce(extract(epoch from simpul.now() - min(fire_at)), 0)::float as late
            from simpul.deadline_step where status = 'pending' and fire_at <= simpul.now()) steps,
         (select count(*)::int as n, coalesce(extract(epoch from simpul.now() - min(created_at)), 0)::float as oldest,
                 count(alarmed_at)::int as stuck
            from simpul.outbox where relayed_at is null) waiting,
         (select count(*)::int as n, coalesce(extract(epoch from simpul.now() - min(created_at)), 0)::float as oldest
            from simpul.delivery where status = 'pending') mails`;

const STATES = ['running', 'paused', 'missed'];

/**
 * Gauges of the house. Gives back what reads them anew, with one statement, before each scrape: prom-client writes its
 * metrics down side by side, so none of them may wait for another's reading. `bells` counts what waits in the queue.
 */
export function gaugeTheHouse(
  registry: Registry,
  unitOfWork: UnitOfWork,
  bells: () => Promise<number>,
): () => Promise<void> {
  const registers = [registry];
  const gauge = (name: string, help: string): Gauge => new Gauge({ name: `simpul_${name}`, help, registers });
  const numbers: [Gauge, (figures: HouseFigures) => number][] = [
    [gauge('deadline_steps_due', 'Reminders and escalations that are due and not done'), (f) => f.stepsDue],
    [
      gauge('sweep_lateness_seconds', 'How long the oldest of them has been due; 0 when there is none'),
      (f) => f.sweepLateness,
    ],
    [gauge('outbox_waiting', 'Messages that are not relayed yet'), (f) => f.outboxWaiting],
    [
      gauge('outbox_oldest_seconds', 'Age of the oldest of them; 0 when there is none'),
      (f) => f.outboxOldest,
    ],
    [gauge('outbox_stuck', 'Those of them of which a person was told'), (f) => f.outboxStuck],
    [gauge('deliveries_waiting', 'Messages on their way out of the house'), (f) => f.deliveriesWaiting],
    [
      gauge('deliveries_oldest_seconds', 'Age of the oldest of them; 0 when there is none'),
      (f) => f.deliveriesOldest,
    ],
  ];
  const open = new Gauge({
    name: 'simpul_deadlines_open',
    help: 'Open obligations by state',
    labelNames: ['state'],
    registers,
  });
  const queue = gauge('queue_bells_waiting', 'Bells that wait in the queue; nothing depends on them');
  const up = gauge(
    'figures_up',
    '1 when the figures of the database could be read, else 0 and they are absent',
  );
  const readDatabase = async (): Promise<void> => {
    try {
      const [figures] = await unitOfWork.lookAsSystem((work) => work.query<HouseFigures>(FIGURES));
      for (const [each, valueOf] of numbers) each.set(valueOf(figures!));
      for (const state of STATES) open.set({ state }, figures!.deadlines[state] ?? 0);
      up.set(1);
    } catch {
      // An old figure would say that all is well.
      for (const [each] of numbers) each.remove();
      open.reset();
      up.set(0);
    }
  };
  const readQueue = async (): Promise<void> => {
    try {
      queue.set(await bells());
    } catch {
      queue.remove();
    }
  };
  return async () => void (await Promise.all([readDatabase(), readQueue()]));
}
