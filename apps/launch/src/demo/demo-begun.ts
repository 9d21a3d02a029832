import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Kept while the demo's cases are being entered, so that a program killed meanwhile goes on with the same keys. */
export class DemoBegun {
  private readonly file: string;

  constructor(stateFolder: string) {
    this.file = join(stateFolder, 'demo-begun');
  }

  isThere(): boolean {
    return existsSync(this.file);
  }

  /** One Idempotency-Key after the other, the same each time until the entry is over. */
  async keys(): Promise<Iterator<string, never>> {
    if (!this.isThere()) {
      await writeFile(this.file, randomBytes(16).toString('hex'), { mode: 0o600, flush: true });
    }
    return keysFrom(await readFile(this.file, 'utf8'));
  }

  /**
   * Entered whole, or given up with an error. From here on the worker runs, which forgets old Idempotency-Keys: taking the
   * same steps again would enter them twice.
   */
  async over(): Promise<void> {
    await rm(this.file, { force: true });
  }
}

function* keysFrom(seed: string): Generator<string, never> {
  for (let step = 0; ; step += 1) {
    const bytes = createHash('sha256').update(`${seed} ${step}`).digest();
    // A UUID of version 4 in form: that is what the header takes.
    bytes[6] = (bytes[6]! & 0x0f) | 0x40;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    const hex = bytes.toString('hex');
    yield [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
      '-',
    );
  }
}
