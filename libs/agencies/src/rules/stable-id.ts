import { createHash } from 'node:crypto';

// A fixed, random namespace of our own (RFC 9562 section 6.5).
const NAMESPACE = Buffer.from('5f0f3f0ab1f84c5d9a5e3c7d51c0a1de', 'hex');

/**
 * A UUID (version 5) made from what a row is and how it is called, so that a seed gives an agency the same id on
 * every machine, and links, tests and exports agree.
 */
export function stableId(kind: 'agency' | 'service' | 'hsds', code: string): string {
  const hash = createHash('sha1').update(NAMESPACE).update(`${kind}:${code}`).digest();
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
