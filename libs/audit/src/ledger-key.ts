import { createPrivateKey } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { NoteBroken, signerOf, verifierOf, type NoteSigner, type NoteVerifier } from './rules/note.js';

/** The name of a city's ledger in its checkpoints (C2SP origin); it never changes while the ledger grows. */
export function ledgerName(regionCode: string): string {
  return `simpul/${regionCode}`;
}

/**
 * Reads the sealer's key (Ed25519, PKCS#8 PEM: `openssl genpkey -algorithm ed25519`) and leaves the public half beside
 * it as `<file>.pub`, which is all that anybody else needs. Only the sealer's user should be able to read the key.
 */
export function openSigner(file: string | undefined, name: string): NoteSigner {
  const signer = signerFrom(file, name);
  const publicFile = `${file}.pub`;
  if (!existsSync(publicFile)) {
    try {
      writeFileSync(publicFile, `${signer.verifier.text}\n`, { mode: 0o644 });
    } catch {
      // A read-only folder of secrets is fine: the operator hands the public key over in another way.
    }
  }
  return signer;
}

/** Reads what checks signatures: `<file>.pub` if it is there, else it is derived from the key itself. */
export function openVerifier(file: string | undefined, name: string): NoteVerifier {
  const publicFile = `${file}.pub`;
  if (!file || !existsSync(publicFile)) return signerFrom(file, name).verifier;
  const verifier = verifierOf(readFileSync(publicFile, 'utf8'));
  if (verifier.name !== name) throw new NoteBroken(`${publicFile} is the key of another ledger.`);
  return verifier;
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
