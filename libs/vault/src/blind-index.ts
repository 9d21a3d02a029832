import { Invalid } from '#refusals';
import { createHmac } from 'node:crypto';
import type { KeyRing } from './key-ring.js';
import { normalForm, type IndexedField } from './rules/normal-form.js';

// One process serves one installation, so it has one ring; VaultModule sets it when it starts.
let ring: KeyRing | undefined;

/** Gives this process the keys of its blind indexes. */
export function useKeyRing(opened: KeyRing): void {
  ring = opened;
}

/**
 * The keyed hash under which a name, NIK or phone number is found: HMAC-SHA256 of the normal form, with a key per
 * field (HKDF). Equal values give equal bytes, and nothing else can be learned without the key; a NIK is
 * enumerable, so that key never enters the database. Refuses (422 `notIndexable`) a value with nothing to index.
 */
export function blindIndex(field: IndexedField, value: string): Buffer {
  if (!ring) throw new Error('The vault is not open: VaultModule has not started.');
  const normal = normalForm(field, value);
  if (normal === '') throw new Invalid([{ pointer: `/${field}`, code: 'notIndexable' }]);
  return createHmac('sha256', ring.derive(`blind-index/${field}`))
    .update(normal, 'utf8')
    .digest();
}
