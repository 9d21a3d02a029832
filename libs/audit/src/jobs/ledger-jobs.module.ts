import type { SimpulConfig } from '#config';
import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { ledgerName, openSigner } from '../ledger-key.js';
import { Sealer } from '../sealer.js';
import { SealJob } from './seal.job.js';

/** The sealer for the worker, on a connection of its own under the role simpul_ledger. */
@Module({})
export class LedgerJobsModule implements OnApplicationShutdown {
  constructor(private readonly sealer: Sealer) {}

  /** Reads the key now: a missing key stops the start, and not the first seal. */
  static forConfig(config: Pick<SimpulConfig, 'databases' | 'ledgerKeyFile' | 'regionCode'>): DynamicModule {
    const url = config.databases.ledger;
    if (!url) throw new Error('SIMPUL_LEDGER_DATABASE_URL is needed');
    const signer = openSigner(config.ledgerKeyFile, ledgerName(config.regionCode));
    return {
      module: LedgerJobsModule,
      providers: [{ provide: Sealer, useFactory: () => new Sealer(url, signer) }, SealJob],
      exports: [SealJob],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.sealer.close();
  }
}
