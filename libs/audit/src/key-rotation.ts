import { UnitOfWork } from '#database';
import { Ledger } from './ledger.service.js';
import { announce, KEY_ANNOUNCED } from './rules/key-turns.js';
import { Sealer } from './sealer.js';

/**
 * Brings in the ledger's next key. An operator lays it beside the present one (`<file>.next`); then three steps, each of
 * which may be the last one before a crash: an entry of the ledger announces the new key, signed by both · the old key
 * signs the checkpoint that covers this entry · the new key takes the place of the old one and signs from then on.
 */
export class KeyRotation {
  constructor(
    private readonly sealer: Sealer,
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
  ) {}

  /** Takes the next step if there is one to take; true when the new key took over in this pass. */
  async pass(): Promise<boolean> {
    const keys = this.sealer.ledgerKeys;
    const next = keys.next();
    if (!next) return false;
    const [announced] = await this.sealer.ask<{ index: string | null; size: string | null }>(
      `select l.index::text, (select max(size)::text from ledger.checkpoint) as size
         from ledger.entry e left join ledger.leaf l on l.entry_id = e.id
        where e.act = $1 and e.facts ->> 'oldKey' = $2 and e.facts ->> 'newKey' = $3 order by l.index limit 1`,
      [KEY_ANNOUNCED, keys.signer.verifier.text, next.verifier.text],
    );
    if (!announced) {
      await this.unitOfWork.runAsSystem({ name: KEY_ANNOUNCED }, (work) =>
        this.ledger.append(work, { act: KEY_ANNOUNCED, facts: announce(keys.signer, next) }),
      );
      return false;
    }
    const isCovered = announced.index !== null && Number(announced.index) < Number(announced.size);
    if (isCovered) this.sealer.useKeys(keys.advance());
    return isCovered;
  }
}
