import { Module, type DynamicModule } from '@nestjs/common';
import { useKeyRing } from './blind-index.js';
import { KeyRing, MasterKeyFile } from './key-ring.js';
import { Vault } from './vault.service.js';

@Module({})
export class VaultModule {
  /** Reads the master keys now: a missing or short key file stops the start instead of the first case. */
  static withKeyFile(path: string | undefined): DynamicModule {
    const ring = new KeyRing(new MasterKeyFile(path));
    useKeyRing(ring);
    return {
      module: VaultModule,
      global: true,
      providers: [Vault, { provide: KeyRing, useValue: ring }],
      exports: [Vault],
    };
  }
}
