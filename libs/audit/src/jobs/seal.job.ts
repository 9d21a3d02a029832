import { Injectable } from '@nestjs/common';
import { Sealer, type SealPass } from '../sealer.js';

/** The sealer's round. Run it about every second; a second sealer elsewhere stands down by itself. */
@Injectable()
export class SealJob {
  constructor(private readonly sealer: Sealer) {}

  pass(): Promise<SealPass> {
    return this.sealer.pass();
  }
}
