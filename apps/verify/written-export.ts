import { createHash, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';

/** Exports for the specs of the verifiers, made with nothing of the ledger's own code. */
export interface WrittenKey {
  name: string;
  /** `name+id+key`, as it is given to others. */
  text: string;
  id: Buffer;
  key: KeyObject;
}

export const sha256 = (...parts: (Buffer | string)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

export const leafHashOf = (leaf: string): Buffer => sha256(Buffer.of(0), leaf);

/** RFC 6962 section 2.1, by its definition. */
export function rootOf(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 0) return sha256();
  if (hashes.length === 1) return hashes[0]!;
  const split = 2 ** Math.ceil(Math.log2(hashes.length) - 1);
  return sha256(Buffer.of(1), rootOf(hashes.slice(0, split)), rootOf(hashes.slice(split)));
}

export function pathOf(index: number, hashes: readonly Buffer[]): Buffer[] {
  if (hashes.length === 1) return [];
  const split = 2 ** Math.ceil(Math.log2(hashes.length) - 1);
  const [left, right] = [hashes.slice(0, split), hashes.slice(split)];
  return index < split
    ? [...pathOf(index, left), rootOf(right)]
    : [...pathOf(index - split, right), rootOf(left)];
}

/** `type` 1 signs a ledger, 4 makes cosignatures. */
export function writtenKey(name: string, type: 1 | 4 = 1): WrittenKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.concat([
    Buffer.of(type),
    publicKey.export({ format: 'der', type: 'spki' }).subarray(12),
  ]);
  const id = sha256(`${name}\n`, raw).subarray(0, 4);
  return { name, id, key: privateKey, text: `${name}+${id.toString('hex')}+${raw.toString('base64')}` };
}

const signatureLine = (name: string, bytes: Buffer): string => `— ${name} ${bytes.toString('base64')}\n`;

export function writtenNote(
  size: number,
  root: Buffer,
  log: WrittenKey,
  witnesses: readonly WrittenKey[] = [],
): string {
  const body = `${log.name}\n${size}\n${root.toString('base64')}\n`;
  const cosigned = witnesses.map((witness) => {
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(1_790_000_000n);
    const signature = sign(
      null,
      Buffer.from(`cosignature/v1\ntime 1790000000\n${body}`, 'utf8'),
      witness.key,
    );
    return signatureLine(witness.name, Buffer.concat([witness.id, time, signature]));
  });
  const signature = Buffer.concat([log.id, sign(null, Buffer.from(body, 'utf8'), log.key)]);
  return `${body}\n${signatureLine(log.name, signature)}${cosigned.join('')}`;
}

/** The leaf in which the old key and the new one announce the new one. */
export function announcement(from: WrittenKey, to: WrittenKey, signedBy: WrittenKey = from): string {
  const message = Buffer.from(`simpul ledger key\n${from.text}\n${to.text}\n`, 'utf8');
  const signed = (key: KeyObject): string => sign(null, message, key).toString('base64url');
  return writtenLeaf(0, 'ledger.keyAnnounced', {
    newKey: to.text,
    newSignature: signed(to.key),
    oldKey: from.text,
    oldSignature: signed(signedBy.key),
  });
}

export function writtenLeaf(index: number, act = 'case.read', facts: object = { index }): string {
  return (
    `{"act":"${act}","actorAgency":null,"actorId":null,"actorRole":"system","at":"2026-11-25T03:00:00.000000Z",` +
    `"caseRef":null,"commitment":null,"decision":"allowed","facts":${JSON.stringify(facts)},"id":"${randomUUID()}",` +
    `"objectId":null,"objectKind":null,"requestId":null,"v":1}`
  );
}

export interface Line {
  kind: string;
  [field: string]: unknown;
}

interface Written {
  leaves: string[];
  /** Sizes at which a checkpoint was signed, the last one at the end, each by `key` or by the one that stands beside it. */
  seals: (number | [size: number, key: WrittenKey])[];
  log: WrittenKey;
  witnesses?: readonly WrittenKey[];
}

/** The lines of an export of the whole ledger. */
export function writtenExport({ leaves, seals, log, witnesses = [] }: Written): Line[] {
  const hashes = leaves.map(leafHashOf);
  const checkpoints = seals.map((seal, position) => {
    const [size, key] = Array.isArray(seal) ? seal : [seal, log];
    return { number: position + 1, size, key, root: rootOf(hashes.slice(0, size)) };
  });
  const { size, root, key } = checkpoints.at(-1)!;
  const lines: Line[] = [
    { kind: 'head', version: 2, scope: 'whole', checkpoint: writtenNote(size, root, key, witnesses) },
  ];
  const seal = (size: number): void => {
    for (const { number, root, key } of checkpoints.filter((one) => one.size === size))
      lines.push({ kind: 'checkpoint', number, note: writtenNote(size, root, key) });
  };
  seal(0);
  leaves.forEach((leaf, index) => {
    lines.push({ kind: 'leaf', index, hash: hashes[index]!.toString('base64'), leaf });
    seal(index + 1);
  });
  return [...lines, { kind: 'end', leaves: leaves.length }];
}

/** The lines of an export of some entries, each with its path to the signed root. */
export function writtenCase(
  leaves: string[],
  chosen: number[],
  log: WrittenKey,
  witnesses: readonly WrittenKey[] = [],
): Line[] {
  const hashes = leaves.map(leafHashOf);
  return [
    {
      kind: 'head',
      version: 2,
      scope: 'case',
      checkpoint: writtenNote(leaves.length, rootOf(hashes), log, witnesses),
    },
    ...chosen.map((index) => ({
      kind: 'leaf',
      index,
      leaf: leaves[index],
      proof: pathOf(index, hashes).map((hash) => hash.toString('base64')),
    })),
    { kind: 'end', leaves: chosen.length },
  ];
}
