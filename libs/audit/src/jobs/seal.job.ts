import { Injectable } from '@nestjs/common';
import { KeyRotation } from '../key-rotation.js';
import { Sealer, type SealPass } from '../sealer.js';

/** The sealer's round. Run it about every second; a second sealer elsewhere stands down by itself. */
@Injectable()
export class SealJob {
  constructor(
    private readonly sealer: Sealer,
    private readonly rotation: KeyRotation,
  ) {}

  async pass(): Promise<SealPass> {
    await this.rotation.pass();
    return this.sealer.pass();
  }
}
