import { describe, expect, it } from '@jest/globals';
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { leafHash } from './merkle.js';
import { NoteBroken, openNote, signedNote, signerOf, verifierOf } from './note.js';

const newKey = () => generateKeyPairSync('ed25519').privateKey;
/** Node takes a raw seed only in its DER wrapping. */
const seeded = (seed: Buffer): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
    format: 'der',
    type: 'pkcs8',
  });

const signer = signerOf('simpul.test/1674', newKey());
const verifier = verifierOf(signer.verifier.text);
const root = leafHash(Buffer.from('root'));

describe('a checkpoint as a signed note', () => {
  const note = signedNote(42, root, signer);

  it('opens with the public key alone', () => {
    expect(openNote(note, verifier)).toEqual({ origin: 'simpul.test/1674', size: 42, root });
  });

  it('has the lines of c2sp.org/tlog-checkpoint', () => {
    expect(note.split('\n').slice(0, 4)).toEqual(['simpul.test/1674', '42', root.toString('base64'), '']);
    expect(note).toMatch(/\n\n— simpul\.test\/1674 [A-Za-z0-9+/=]+\n$/);
  });

  it('does not open after a change of any character', () => {
    for (let position = 0; position < note.length; position++) {
      const altered =
        note.slice(0, position) + (note[position] === 'A' ? 'B' : 'A') + note.slice(position + 1);
      expect(openNote(altered, verifier)).toBeNull();
    }
  });

  it('does not open when bits are changed that its signature does not use', () => {
    let size = 0;
    while (!signedNote(size, root, signer).endsWith('A=\n')) size++;
    const unused = signedNote(size, root, signer);
    expect(openNote(unused, verifier)?.size).toBe(size);
    expect(openNote(unused.replace(/A=\n$/, 'B=\n'), verifier)).toBeNull();
  });

  it('does not open when cut or with a key of the same name', () => {
    for (let length = 0; length < note.length; length++)
      expect(openNote(note.slice(0, length), verifier)).toBeNull();
    const impostor = signerOf('simpul.test/1674', newKey());
    expect(openNote(note, impostor.verifier)).toBeNull();
  });

  it('opens beside the signature of a witness', () => {
    const witness = signerOf('witness.test', newKey());
    const cosigned = note + signedNote(42, root, witness).split('\n').at(-2)! + '\n';
    expect(openNote(cosigned, verifier)?.size).toBe(42);
  });
});

describe('the keys of notes', () => {
  it('are known: the example key of golang.org/x/mod/sumdb/note', () => {
    const known = signerOf(
      'PeterNeumann',
      seeded(Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1)),
    );
    expect(known.verifier.text).toBe('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
    const message =
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    const signature = Buffer.concat([known.keyId, known.sign(Buffer.from(message))]).toString('base64');
    expect(signature).toBe(
      'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=',
    );
  });

  it('are refused when they are not what they say, with the reason', () => {
    expect(() => verifierOf('hello')).toThrow(/not a line/);
    const text = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
    expect(() => verifierOf(text.replace('a3+', 'a4+'))).toThrow(/its own id/);
    expect(() => verifierOf(text.slice(0, 40))).toThrow(NoteBroken);
    expect(() => signerOf('two words', newKey())).toThrow(/no space/);
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    expect(() => signerOf('simpul.test', rsa)).toThrow(/not an Ed25519/);
  });
});
