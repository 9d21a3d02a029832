import { createHmac, timingSafeEqual } from 'node:crypto';
import { EnvelopeBroken, keyIdOf, openEnvelope, sealEnvelope } from './rules/envelope.js';
import { fieldPlace } from './rules/place.js';

/** The unwrapped keys of one case. */
export interface CaseKeys {
  data: Buffer;
  audit: Buffer;
}

/**
 * Seals and unseals what belongs to one case. Lives as long as the unit of work that opened it; it is never
 * stored, sent or logged.
 */
export class CaseVault {
  readonly #keys: CaseKeys;

  constructor(
    readonly caseId: string,
    /** The random name under which this case appears in the ledger. */
    readonly ledgerRef: string,
    readonly keyVersion: number,
    keys: CaseKeys,
  ) {
    this.#keys = keys;
  }

  /** Encrypts a text for one cell. `field` is `table.column`; `rowId` is the id of the row that will hold it. */
  seal(field: string, rowId: string, text: string): Buffer {
    const place = fieldPlace(field, rowId, this.caseId, this.keyVersion);
    return sealEnvelope(this.#keys.data, this.keyVersion, place, Buffer.from(text, 'utf8'));
  }

  /** Decrypts a cell. Throws EnvelopeBroken when it was altered or comes from another row, column or case. */
  unseal(field: string, rowId: string, sealed: Buffer): string {
    if (keyIdOf(sealed) !== this.keyVersion) throw new EnvelopeBroken();
    const place = fieldPlace(field, rowId, this.caseId, this.keyVersion);
    return openEnvelope(this.#keys.data, place, sealed).toString('utf8');
  }

  /**
   * What the ledger stores instead of free text: HMAC-SHA256 under the case's audit key, in hex. Whoever holds the
   * text and the key can prove what was written; nobody can guess the text from it, and erasure makes it mean nothing.
   */
  commitment(text: string): string {
    return createHmac('sha256', this.#keys.audit).update(text, 'utf8').digest('hex');
  }

  /** Whether a commitment was made from this text. Takes the same time for every wrong answer. */
  commits(text: string, commitment: string): boolean {
    const expected = Buffer.from(this.commitment(text), 'hex');
    const given = Buffer.from(commitment, 'hex');
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  /** Keeps keys out of logs and error dumps. */
  toJSON(): string {
    return '[CaseVault]';
  }
}
