// Keys, checkpoints and cosignatures: c2sp.org/signed-note, /tlog-checkpoint, /tlog-cosignature (Ed25519).
import { createHash, createPublicKey, sign, verify } from 'node:crypto';

const LOG = 1;
const WITNESS = 4;
// The fixed DER wrapping of a raw Ed25519 key (RFC 8410).
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

const keyId = (name, typed) => createHash('sha256').update(`${name}\n`).update(typed).digest().subarray(0, 4);

/** Reads the public key of a log; throws with a reason. */
export function readLogKey(text) {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u.exec(text.trim()) ?? [];
  const typed = Buffer.from(encoded ?? '', 'base64');
  if (typed.length !== 33 || typed[0] !== LOG)
    throw new Error(`not a log's public key: ${text.slice(0, 80)}`);
  if (keyId(name, typed).toString('hex') !== id)
    throw new Error(`${name}: the key does not match its own id`);
  const key = createPublicKey({ key: Buffer.concat([SPKI, typed.subarray(1)]), format: 'der', type: 'spki' });
  return { name, id: Buffer.from(id, 'hex'), key };
}

/** The public text of a witness's own key, for whoever is to trust it. */
export function witnessKey(name, privateKey) {
  if (!/^[^\s+]{1,100}$/u.test(name)) throw new Error('the name of a witness has no space and no plus');
  const raw = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
  const typed = Buffer.concat([Buffer.of(WITNESS), raw]);
  const id = keyId(name, typed);
  return { name, id, text: `${name}+${id.toString('hex')}+${typed.toString('base64')}` };
}

/** Takes a checkpoint apart; null when it is none. Its signatures are not checked yet. */
export function readCheckpoint(text) {
  const end = text.lastIndexOf('\n\n');
  if (end < 0 || !text.endsWith('\n')) return null;
  const body = text.slice(0, end + 1);
  const [origin, size, root] = body.split('\n');
  const hash = exact(root ?? '');
  if (!origin || !/^(0|[1-9]\d{0,15})$/.test(size ?? '') || hash?.length !== 32) return null;
  if (!Number.isSafeInteger(Number(size))) return null;
  return { body, origin, size: Number(size), root: hash, lines: text.slice(end + 2, -1).split('\n') };
}

export function isSigned(checkpoint, { name, id, key }) {
  return checkpoint.lines.some((line) => {
    const [, by, encoded] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
    const bytes = exact(encoded ?? '');
    if (by !== name || bytes?.length !== 68 || !bytes.subarray(0, 4).equals(id)) return false;
    return verify(null, Buffer.from(checkpoint.body), key, bytes.subarray(4));
  });
}

/** The witness's signature line: at this time (seconds) it saw this tree, and none larger. */
export function cosign(checkpoint, { name, id }, privateKey, seconds) {
  const message = Buffer.from(`cosignature/v1\ntime ${seconds}\n${checkpoint.body}`);
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(seconds));
  return `— ${name} ${Buffer.concat([id, time, sign(null, message, privateKey)]).toString('base64')}\n`;
}

/** Node reads base64 leniently; here one signature has one spelling. */
export function exact(text) {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}
