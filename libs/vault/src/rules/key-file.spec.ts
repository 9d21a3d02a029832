import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { keyFileText, KeyFileUnusable, parseKeyFile } from './key-file.js';

const parse = (text: string) => parseKeyFile(Buffer.from(text));

const current = randomBytes(32);
const index = randomBytes(32);

describe('the master key file', () => {
  it('reads what it writes', () => {
    expect(parse(keyFileText(current, index))).toEqual({ current, old: [], index });
  });

  it('keeps old keys for what they wrapped, and accepts hex', () => {
    const old = randomBytes(32);
    const text = `current ${current.toString('hex')}\r\nold ${old.toString('base64')}\nindex ${index.toString('base64')}`;
    expect(parse(text)).toEqual({ current, old: [old], index });
  });

  it('accepts one bare key, raw or written', () => {
    expect(parseKeyFile(current)).toEqual({ current, old: [], index: current });
    expect(parse(`${current.toString('base64')}\n`)).toEqual({ current, old: [], index: current });
  });

  it.each([
    ['empty', '', /empty/],
    ['only comments', '# nothing\n', /empty/],
    ['too short', randomBytes(16).toString('base64'), /16 bytes; 32 are needed/],
    ['zeros', Buffer.alloc(32).toString('base64'), /not random/],
    [
      'two current keys',
      keyFileText(current, index) + `current ${current.toString('base64')}`,
      /exactly one "current"/,
    ],
    [
      'no index key',
      `current ${current.toString('base64')}\nold ${index.toString('base64')}`,
      /exactly one "index"/,
    ],
    [
      'another word',
      `kunci ${current.toString('base64')}\nindex ${index.toString('base64')}`,
      /key 1 is not/,
    ],
  ])('refuses a file that is %s and says why', (_, text, reason) => {
    expect(() => parse(text)).toThrow(KeyFileUnusable);
    expect(() => parse(text)).toThrow(reason);
  });

  it('never quotes a key in its refusal', () => {
    const short = randomBytes(20).toString('base64');
    expect(() => parse(short)).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining(short) }),
    );
  });
});
