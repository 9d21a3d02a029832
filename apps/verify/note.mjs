// Signed notes, checkpoints and cosignatures as c2sp.org/signed-note, /tlog-checkpoint and /tlog-cosignature have them.
import { createHash, createPublicKey, verify } from 'node:crypto';

const LOG = 1;
const WITNESS = 4;
// The fixed DER wrapping of a raw Ed25519 key (RFC 8410).
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** Reads `name+id+base64`; throws with a reason. `isWitness` says whether it makes cosignatures or signs a log. */
export function readKey(text) {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u.exec(text.trim());
  if (!match) throw new Error(`not a public key of the form name+id+key: ${text.trim().slice(0, 80)}`);
  const [, name, id, encoded] = match;
  const bytes = Buffer.from(encoded, 'base64');
  const type = bytes[0];
  if (bytes.length !== 33 || (type !== LOG && type !== WITNESS))
    throw new Error(`${name}: not an Ed25519 key`);
  const computed = createHash('sha256').update(`${name}\n`).update(bytes).digest().subarray(0, 4);
  if (computed.toString('hex') !== id) throw new Error(`${name}: the key does not match its own id`);
  const key = createPublicKey({ key: Buffer.concat([SPKI, bytes.subarray(1)]), format: 'der', type: 'spki' });
  return { text: match[0], name, id: computed, isWitness: type === WITNESS, raw: bytes.subarray(1), key };
}

/** Takes a note apart; null when it is not a checkpoint in its one spelling. Nothing in it is believed yet. */
export function readNote(text) {
  const end = text.lastIndexOf('\n\n');
  if (end < 0 || !text.endsWith('\n')) return null;
  const body = text.slice(0, end + 1);
  const [origin, size, root] = body.split('\n');
  if (!origin || !/^(0|[1-9]\d{0,15})$/.test(size ?? '')) return null;
  const hash = exactBase64(root ?? '');
  if (hash?.length !== 32 || !Number.isSafeInteger(Number(size))) return null;
  const signatures = [];
  for (const line of text.slice(end + 2, -1).split('\n')) {
    const match = /^— (\S+) (\S+)$/u.exec(line);
    const bytes = match && exactBase64(match[2]);
    if (!bytes || bytes.length < 5) return null;
    signatures.push({ name: match[1], id: bytes.subarray(0, 4), bytes: bytes.subarray(4) });
  }
  return { body, origin, size: Number(size), root: hash, signatures };
}

// The dash of a signature line, as it comes out where its three bytes are not read as UTF-8.
const DASH = /^[-–—\u0080-\uFFFF]{1,3} /;

/** The text of a note that went over paper: a scanner or a mail changes line ends and dashes. What is signed is not touched. */
export function asWritten(text) {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  return `${lines
    .map((line) => line.trimEnd().replace(DASH, '— '))
    .join('\n')
    .trimEnd()}\n`;
}

/** Whether the log's key signed the note. */
export function isSignedBy(note, key) {
  return (
    note.origin === key.name &&
    signaturesOf(note, key).some(
      ({ bytes }) => bytes.length === 64 && verify(null, Buffer.from(note.body), key.key, bytes),
    )
  );
}

/** Whether a witness cosigned it: the signature covers its time and the note's whole text. */
export function isCosignedBy(note, key) {
  return signaturesOf(note, key).some(({ bytes }) => {
    if (bytes.length !== 72) return false;
    const message = `cosignature/v1\ntime ${bytes.readBigUInt64BE(0)}\n${note.body}`;
    return verify(null, Buffer.from(message), key.key, bytes.subarray(8));
  });
}

const signaturesOf = (note, key) =>
  note.signatures.filter(({ name, id }) => name === key.name && id.equals(key.id));

/** Node reads base64 leniently; two spellings of one signature are one too many. */
export function exactBase64(text) {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}
