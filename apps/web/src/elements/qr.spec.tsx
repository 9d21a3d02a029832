import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { readQr } from '../../../../test/harness/read-qr.mjs';
import { Qr } from './qr';

const signature = (name: string, bytes: number, fill: number): string =>
  `— ${name} ${Buffer.alloc(bytes, fill).toString('base64')}\n`;
const note = `simpul/73.17\n1048576\n${Buffer.alloc(32, 0xa7).toString('base64')}\n\n${signature('simpul/73.17', 68, 1)}`;

describe('a QR code of ours, read by somebody else’s decoder', () => {
  it.each([
    [
      'the address of a second factor',
      'otpauth://totp/Simpul:a%40b.example?secret=JBSWY3DPEHPK3PXP&issuer=Simpul',
    ],
    ['a signed note', note],
    [
      'a signed note with three witnesses',
      note + ['inspektorat', 'ombudsman', 'kejaksaan'].map((name) => signature(name, 76, 9)).join(''),
    ],
  ])('%s comes back byte for byte', (_, text) => {
    const drawn = renderToStaticMarkup(<Qr text={text} label="QR" />);
    expect(readQr(drawn)?.toString('utf8')).toBe(text);
  });
});
