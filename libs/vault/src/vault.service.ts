import type { Work } from '#database';
import { NotFound } from '#refusals';
import { Injectable } from '@nestjs/common';
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { CaseVault } from './case-vault.js';
import { KeyRing } from './key-ring.js';
import { KEY_BYTES } from './rules/envelope.js';
import { keyPlace } from './rules/place.js';

const FIRST_KEY_VERSION = 1;

/** Case keys: made with the case, wrapped by the master key, unwrapped for one unit of work at a time. */
@Injectable()
export class Vault {
  // Keyed by the unit of work: when it ends, the unwrapped keys go with it.
  private readonly opened = new WeakMap<Work, Map<string, CaseVault>>();

  constructor(private readonly ring: KeyRing) {}

  /** Makes the keys and the ledger reference of a new case. The case's row may be inserted before or after. */
  async createKey(work: Work, caseId: string): Promise<CaseVault> {
    const ledgerRef = randomUUID();
    const secret = randomBytes(2 * KEY_BYTES);
    const wrapped = this.ring.wrap(keyPlace(caseId, ledgerRef, FIRST_KEY_VERSION), secret);
    await work.query(
      'insert into simpul.case_key (case_id, ledger_ref, version, wrapped) values ($1, $2, $3, $4)',
      [caseId, ledgerRef, FIRST_KEY_VERSION, wrapped],
    );
    return this.remember(work, vaultOf(caseId, ledgerRef, FIRST_KEY_VERSION, secret));
  }

  /** Opens the keys of a case that the actor may see; NotFound otherwise, also when the case was erased. */
  async open(work: Work, caseId: string): Promise<CaseVault> {
    const known = this.opened.get(work)?.get(caseId);
    if (known) return known;
    const [row] = await work.query<{ ledger_ref: string; version: number; wrapped: Buffer }>(
      'select ledger_ref, version, wrapped from simpul.case_key where case_id = $1',
      [caseId],
    );
    if (!row) throw new NotFound();
    const secret = this.ring.unwrap(keyPlace(caseId, row.ledger_ref, row.version), row.wrapped);
    return this.remember(work, vaultOf(caseId, row.ledger_ref, row.version, secret));
  }

  /**
   * The case's name in the ledger, without unwrapping anything; null when there is no such case. Not a proof that the
   * actor may see the case: a refused attempt is named too.
   */
  async ledgerRef(work: Work, caseId: string): Promise<string | null> {
    const known = this.opened.get(work)?.get(caseId);
    if (known) return known.ledgerRef;
    const [row] = await work.query<{ ref: string | null }>('select simpul.ledger_ref($1) as ref', [caseId]);
    return row?.ref ?? null;
  }

  /**
   * The key under which an account's unsaved words lie in its own browser; base64, 32 bytes, the same in every session.
   * It is given to a live session only, so what lies on a shared computer is closed to whoever comes next.
   */
  draftKey(accountId: string): string {
    return createHmac('sha256', this.ring.derive('drafts')).update(accountId, 'utf8').digest('base64');
  }

  /** An e-mail, address or recovery code as it is compared; without the key nobody tells what it was. */
  signInHash(kind: 'email' | 'address' | 'recoveryCode', value: string): Buffer {
    return createHmac('sha256', this.ring.derive(`sign-in/${kind}`))
      .update(value, 'utf8')
      .digest();
  }

  /** The token of a one-time link: 132 bits out of its id, so that the letter can show it again and no row holds it. */
  linkToken(linkId: string): string {
    return createHmac('sha256', this.ring.derive('link/token'))
      .update(linkId, 'utf8')
      .digest('base64url')
      .slice(0, 22);
  }

  /** Token or code of a link as it is compared; of a code together with the token it belongs to. */
  linkHash(kind: 'token' | 'code', value: string): Buffer {
    return createHmac('sha256', this.ring.derive(`link/hash/${kind}`))
      .update(value, 'utf8')
      .digest();
  }

  /** The secret of the key by which push services know this installation; 32 bytes, the same on each of its servers. */
  pushSecret(): Buffer {
    return this.ring.derive('web-push');
  }

  /** Commitment to a text that belongs to no case (a report outside the mandate); hex, keyed by the installation. */
  commitment(text: string): string {
    return createHmac('sha256', this.ring.derive('commitment')).update(text, 'utf8').digest('hex');
  }

  /** Seals a text that belongs to the server and no case (a stored answer). `place` is authenticated. */
  sealForServer(text: string, place: string): Buffer {
    return this.ring.wrap(`server|${place}`, Buffer.from(text, 'utf8'));
  }

  /** Opens what `sealForServer` sealed for the same place; throws EnvelopeBroken otherwise. */
  unsealForServer(envelope: Buffer, place: string): string {
    return this.ring.unwrap(`server|${place}`, envelope).toString('utf8');
  }

  private remember(work: Work, vault: CaseVault): CaseVault {
    let vaults = this.opened.get(work);
    if (!vaults) this.opened.set(work, (vaults = new Map()));
    vaults.set(vault.caseId, vault);
    return vault;
  }
}

function vaultOf(caseId: string, ledgerRef: string, version: number, secret: Buffer): CaseVault {
  return new CaseVault(caseId, ledgerRef, version, {
    data: secret.subarray(0, KEY_BYTES),
    audit: secret.subarray(KEY_BYTES),
  });
}
