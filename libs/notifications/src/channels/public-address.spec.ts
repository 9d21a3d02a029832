import { describe, expect, it } from '@jest/globals';
import { isPublicAddress } from './public-address.js';

describe('an address of the open internet', () => {
  it.each(['142.250.4.95', '34.107.243.93', '223.255.255.1', '2404:6800:4003:c00::5f', '2600:1901:0:92a9::'])(
    '%s is',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
  it.each([
    ...['127.0.0.1', '127.8.8.8', '0.0.0.0', '10.1.2.3', '100.64.0.1', '172.16.0.1', '172.31.255.255'],
    ...['192.168.1.1', '169.254.169.254', '192.0.0.192', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
    ...[
      '::1',
      '::',
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '::127.0.0.1',
      'fe80::1',
      'fe80::1%eth0',
      'fc00::1',
    ],
    ...['fd00:ec2::254', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:0:7f00:1::', '2001:db8::1', 'ff02::1'],
    ...['', 'localhost', '2130706433', '0x7f.1', '127.1'],
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));
});
