import type { SimpulConfig } from '#config';
import { UnitOfWork } from '#database';
import { gaugeTheHouse, openMetricsPort, type MetricsPort } from '#oversight';
import { Bell } from '#queue';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { ClockGuard } from './clock-guard.js';

/** Injection token: where the worker's metrics are served; absent: nowhere. */
export const METRICS_PLACE = Symbol('metrics place');
export type MetricsPlace = SimpulConfig['workerMetrics'];

/** The figures of the house for whoever watches it, on a private port. Off unless configured. */
@Injectable()
export class WorkerMetrics implements OnApplicationBootstrap, OnApplicationShutdown {
  private open: MetricsPort | undefined;

  constructor(
    @Inject(METRICS_PLACE) private readonly place: MetricsPlace,
    private readonly unitOfWork: UnitOfWork,
    private readonly bell: Bell,
    private readonly clock: ClockGuard,
  ) {}

  /** The port that it stands on; undefined when it is off. */
  get port(): number | undefined {
    return this.open?.port;
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.place) return;
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    const refresh = gaugeTheHouse(registry, this.unitOfWork, () => this.bell.count());
    const right = new Gauge({
      name: 'simpul_worker_clock_right',
      help: '1 while this worker works; 0 when it rests because its clock is off',
      registers: [registry],
    });
    this.open = await openMetricsPort(this.place, registry, async () => {
      right.set(this.clock.isRight ? 1 : 0);
      await refresh();
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.open?.close();
  }
}
