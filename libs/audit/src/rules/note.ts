import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/**
 * Checkpoints as C2SP signed notes (c2sp.org/signed-note, c2sp.org/tlog-checkpoint) with Ed25519:
 *
 *     <origin>\n<size>\n<base64 root>\n\n— <key name> <base64 of key id (4) ‖ signature (64)>\n
 *
 * The format is public so that a witness or an auditor checks it with tools that are not ours.
 */
export interface Checkpoint {
  origin: string;
  size: number;
  root: Buffer;
}

/** Signs notes under a name, which is the log's origin too. */
export interface NoteSigner {
  name: string;
  keyId: Buffer;
  sign(message: Buffer): Buffer;
  verifier: NoteVerifier;
}

/** Checks notes. `text` is what is given to others: `<name>+<id>+<base64 of 1 ‖ public key>`. */
export interface NoteVerifier {
  name: string;
  keyId: Buffer;
  text: string;
  verify(message: Buffer, signature: Buffer): boolean;
}

/** Thrown when a key text or a note is not what it should be; never quotes a private key. */
export class NoteBroken extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'NoteBroken';
  }
}

const ED25519 = 1;
// The fixed DER wrapping of a raw Ed25519 public key (RFC 8410); Node imports keys in DER, PEM or JWK only.
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const SIGNATURE_LINE = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/;

/** A signer for an Ed25519 private key. `name` has no space and no plus; it goes into every note. */
export function signerOf(name: string, key: KeyObject): NoteSigner {
  if (!/^[^\s+]{1,100}$/u.test(name)) throw new NoteBroken('A ledger key name has no space and no plus.');
  if (key.type !== 'private' || key.asymmetricKeyType !== 'ed25519') {
    throw new NoteBroken('The ledger key is not an Ed25519 private key.');
  }
  const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(SPKI_PREFIX.length);
  const verifier = keyFrom(name, raw, ED25519);
  return { name, keyId: verifier.keyId, sign: (message) => sign(null, message, key), verifier };
}

/** Reads the public key text of a ledger; throws NoteBroken with a reason. */
export function verifierOf(text: string): NoteVerifier {
  const { name, type, raw } = parseKey(text);
  if (type !== ED25519) throw new NoteBroken('The public ledger key is not Ed25519.');
  return keyFrom(name, raw, ED25519);
}

/** Takes a public key text (`name+id+key`) apart and checks its id; throws NoteBroken with a reason. */
export function parseKey(text: string): { name: string; type: number; raw: Buffer } {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim());
  if (!match) throw new NoteBroken('The public key is not a line "name+id+key".');
  const [, name, id, encoded] = match as unknown as [string, string, string, string];
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length !== 33) throw new NoteBroken('The public key is not Ed25519.');
  const [type, raw] = [bytes[0]!, bytes.subarray(1)];
  if (keyId(name, type, raw).toString('hex') !== id)
    throw new NoteBroken('The public key does not match its own id.');
  return { name, type, raw };
}

/** The signed note of a checkpoint. The origin is the key's name. */
export function signedNote(size: number, root: Buffer, signer: NoteSigner): string {
  const body = `${signer.name}\n${size}\n${root.toString('base64')}\n`;
  const signature = Buffer.concat([signer.keyId, signer.sign(Buffer.from(body, 'utf8'))]);
  return `${body}\n— ${signer.name} ${signature.toString('base64')}\n`;
}

/**
 * What a note says, if a signature of `verifier` on it holds; null otherwise. Signatures of other keys (witnesses)
 * are passed over, as the format demands.
 */
export function openNote(note: string, verifier: NoteVerifier): Checkpoint | null {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return null;
  const body = note.slice(0, end + 1);
  const lines = note.slice(end + 2, -1).split('\n');
  const message = Buffer.from(body, 'utf8');
  const holds = lines.some((line) => {
    const match = SIGNATURE_LINE.exec(line);
    if (!match || match[1] !== verifier.name) return false;
    const bytes = Buffer.from(match[2]!, 'base64');
    // Node reads base64 leniently: unused bits at the end would let two texts stand for one signature.
    if (bytes.toString('base64') !== match[2]) return false;
    return bytes.subarray(0, 4).equals(verifier.keyId) && verifier.verify(message, bytes.subarray(4));
  });
  return holds ? parseCheckpoint(body) : null;
}

function parseCheckpoint(body: string): Checkpoint | null {
  const [origin, size, root] = body.split('\n');
  if (!origin || !size || !root || !/^(0|[1-9]\d{0,15})$/.test(size)) return null;
  const hash = Buffer.from(root, 'base64');
  if (hash.length !== 32 || hash.toString('base64') !== root) return null;
  return { origin, size: Number(size), root: hash };
}

/** A public key of one signature type (c2sp.org/signed-note): the type goes into its id. */
export function keyFrom(name: string, raw: Buffer, type: number): NoteVerifier {
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: 'der', type: 'spki' });
  const id = keyId(name, type, raw);
  return {
    name,
    keyId: id,
    text: `${name}+${id.toString('hex')}+${Buffer.concat([Buffer.from([type]), raw]).toString('base64')}`,
    verify: (message, signature) => signature.length === 64 && verify(null, message, key, signature),
  };
}

function keyId(name: string, type: number, raw: Buffer): Buffer {
  return createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.from([type]))
    .update(raw)
    .digest()
    .subarray(0, 4);
}
