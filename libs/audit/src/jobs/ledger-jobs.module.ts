import type { SimpulConfig } from '#config';
import { UnitOfWork } from '#database';
import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { KeyRotation } from '../key-rotation.js';
import { ledgerName, openSigner, openWitnessPolicy } from '../ledger-key.js';
import { Ledger } from '../ledger.service.js';
import { Sealer } from '../sealer.js';
import { Witnesses } from '../witnesses.js';
import { SealJob } from './seal.job.js';
import { WitnessJob } from './witness.job.js';

/** The sealer for the worker, on a connection of its own under the role simpul_ledger. */
@Module({})
export class LedgerJobsModule implements OnApplicationShutdown {
  constructor(private readonly sealer: Sealer) {}

  /** Reads the key and the policy now: what is missing stops the start, and not the first seal. */
  static forConfig(
    config: Pick<SimpulConfig, 'databases' | 'ledgerKeyFile' | 'regionCode' | 'witnessesFile'>,
  ): DynamicModule {
    const url = config.databases.ledger;
    if (!url) throw new Error('SIMPUL_LEDGER_DATABASE_URL is needed');
    const keys = openSigner(config.ledgerKeyFile, ledgerName(config.regionCode));
    const policy = openWitnessPolicy(config.witnessesFile);
    return {
      module: LedgerJobsModule,
      providers: [
        { provide: Sealer, useFactory: () => new Sealer(url, keys) },
        {
          provide: KeyRotation,
          useFactory: (sealer: Sealer, unitOfWork: UnitOfWork, ledger: Ledger) =>
            new KeyRotation(sealer, unitOfWork, ledger),
          inject: [Sealer, UnitOfWork, Ledger],
        },
        SealJob,
        {
          provide: Witnesses,
          useFactory: (sealer: Sealer) => new Witnesses(sealer.ask, policy),
          inject: [Sealer],
        },
        WitnessJob,
      ],
      exports: [SealJob, WitnessJob],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.sealer.close();
  }
}
