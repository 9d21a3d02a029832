import { createECDH } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Parcel } from './channel.js';
import { PushChannel } from './push-channel.js';
import { pushKeys } from './web-push.js';

const browser = createECDH('prime256v1');
browser.generateKeys();
const PARCEL: Parcel = {
  id: '5f0c1f6e-3c1c-4e55-9d0b-0d1f3c1c4e55',
  attempt: 1,
  at: new Date(),
  message: 'referral.sent',
  dueAt: null,
  count: 1,
  locale: 'id',
  email: 'petugas@rsud-igd.simpul.example',
  phone: null,
  device: {
    endpoint: 'https://push.kota.example/s/1',
    p256dh: browser.getPublicKey('base64url'),
    auth: Buffer.alloc(16, 1).toString('base64url'),
  },
};

/** An allowed name whose owner lets it lead into the inner network, or that a wrong resolver sends there. */
describe('a name of the list that leads inside', () => {
  const sendTo = async (...addresses: string[]): Promise<unknown> => {
    const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    const channel = new PushChannel(
      pushKeys(Buffer.alloc(32, 7)),
      { contact: 'mailto:it@kota.example', hosts: ['push.kota.example'] },
      (_host, _options, done) => done(null, found),
    );
    return channel.send(PARCEL, AbortSignal.timeout(5_000)).then(
      () => 'sent',
      (error: { code?: string }) => error.code,
    );
  };

  it.each([
    [['127.0.0.1']],
    [['10.0.0.5']],
    [['169.254.169.254']],
    [['::1']],
    [['::ffff:127.0.0.1']],
    // One good address does not carry a bad one along.
    [['142.250.4.95', '127.0.0.1']],
    [[]],
  ])('%j is not called', async (addresses) => {
    expect(await sendTo(...addresses)).toBe('privateAddress');
  });
});

it.each([
  [
    'a host that is no longer on the list',
    { ...PARCEL.device!, endpoint: 'https://evil.example/' },
    'hostNotAllowed',
  ],
  ['a browser without a usable key', { ...PARCEL.device!, p256dh: 'AAAA' }, 'keyUnusable'],
  ['nobody', null, 'noDevice'],
])('%s is not called', async (_what, device, code) => {
  const channel = new PushChannel(
    pushKeys(Buffer.alloc(32, 7)),
    { contact: 'mailto:it@kota.example', hosts: ['push.kota.example'] },
    () => {
      throw new Error('asked');
    },
  );
  const attempt = channel.send({ ...PARCEL, device }, AbortSignal.timeout(5_000));
  await expect(attempt).rejects.toMatchObject({ failure: { code, permanent: true } });
});
