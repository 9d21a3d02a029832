import { createPrivateKey } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import {
  NoteBroken,
  openNote,
  signerOf,
  verifierOf,
  type NoteSigner,
  type NoteVerifier,
} from './rules/note.js';
import { NO_WITNESS, readWitnessPolicy, type WitnessPolicy } from './rules/witness-policy.js';

/** The name of a city's ledger in its checkpoints (C2SP origin); it never changes while the ledger grows. */
export function ledgerName(regionCode: string): string {
  return `simpul/${regionCode}`;
}

/** The sealer's keys. Files hold the truth: another worker of the same machine may have brought in a new key. */
export interface LedgerKeys {
  /** The key that signs now. */
  signer: NoteSigner;
  /** Every public key that ever signed, oldest first; the last one is the signer's. */
  verifiers: readonly NoteVerifier[];
  /** The key that is to follow, if somebody laid one beside the present one as `<file>.next`. */
  next(): NoteSigner | undefined;
  /** Puts the next key in the place of the present one; the old private key is gone then. */
  advance(): LedgerKeys;
  reload(): LedgerKeys;
}

/**
 * Reads the sealer's key (Ed25519, PKCS#8 PEM: `openssl genpkey -algorithm ed25519`) and leaves the public half beside
 * it in `<file>.pub`, one line for every key that ever signed: that is all that anybody else needs. Only the sealer's
 * user should be able to read the key.
 */
export function openSigner(file: string | undefined, name: string): LedgerKeys {
  const signer = signerFrom(file, name);
  const known = publicKeysIn(file, name);
  const isNew = !known.some(({ text }) => text === signer.verifier.text);
  const verifiers = isNew ? [...known, signer.verifier] : known;
  if (isNew) {
    try {
      writePublic(file!, verifiers);
    } catch {
      // A read-only folder of secrets is fine: the operator hands the public key over in another way.
    }
  }
  return {
    signer,
    verifiers,
    next: () => (existsSync(`${file}.next`) ? signerFrom(`${file}.next`, name) : undefined),
    advance: () => {
      // First the public line: a crash in between leaves a key too many that is known, and never one too few.
      writePublic(file!, [...verifiers, signerFrom(`${file}.next`, name).verifier]);
      renameSync(`${file}.next`, file!);
      return openSigner(file, name);
    },
    reload: () => openSigner(file, name),
  };
}

/** Reads what checks signatures: `<file>.pub` if it is there, else it is derived from the key itself. Oldest first. */
export function openVerifiers(file: string | undefined, name: string): NoteVerifier[] {
  const known = publicKeysIn(file, name);
  return known.length > 0 ? known : [signerFrom(file, name).verifier];
}

/** Who witnesses the ledger; nobody while no file is named. Throws when it cannot be read, so that a start fails. */
export function openWitnessPolicy(file: string | undefined): WitnessPolicy {
  return file ? readWitnessPolicy(readFileSync(file, 'utf8')) : NO_WITNESS;
}

/** The position of the key that signed the note; -1 for none of them. */
export function keyOf(note: string, verifiers: readonly NoteVerifier[]): number {
  return verifiers.findIndex((verifier) => openNote(note, verifier) !== null);
}

function publicKeysIn(file: string | undefined, name: string): NoteVerifier[] {
  const publicFile = `${file}.pub`;
  if (!file || !existsSync(publicFile)) return [];
  const lines = readFileSync(publicFile, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const verifiers = lines.map(verifierOf);
  if (verifiers.some((verifier) => verifier.name !== name))
    throw new NoteBroken(`${publicFile} is the key of another ledger.`);
  return verifiers;
}

/** Renamed into place, so that a crash leaves no half a line. */
function writePublic(file: string, verifiers: readonly NoteVerifier[]): void {
  const lines = [...new Set(verifiers.map(({ text }) => `${text}\n`))].join('');
  writeFileSync(`${file}.pub.new`, lines, { mode: 0o644 });
  renameSync(`${file}.pub.new`, `${file}.pub`);
}

function signerFrom(file: string | undefined, name: string): NoteSigner {
  if (!file) throw new NoteBroken('SIMPUL_LEDGER_KEY_FILE names no file.');
  if (!existsSync(file)) throw new NoteBroken(`${file} does not exist.`);
  return signerOf(name, privateKeyIn(file));
}

function privateKeyIn(file: string): ReturnType<typeof createPrivateKey> {
  try {
    return createPrivateKey(readFileSync(file));
  } catch {
    // The cause is left out: it may quote the file.
    throw new NoteBroken(`${file} is not an Ed25519 private key in PEM.`);
  }
}
