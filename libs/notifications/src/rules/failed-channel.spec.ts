import { describe, expect, it } from '@jest/globals';
import { tellOfFailedChannel } from './failed-channel.js';
import type { Parties } from './parties.js';

const person = (accountId: string, role: string, agencyId: string, agencyKind: string) => ({
  accountId,
  role,
  agencyId,
  agencyKind,
  active: true,
});
const parties = {
  case: null,
  referral: null,
  people: [
    person('herlina', 'supervisor', 'uptd', 'UPTD_PPA'),
    person('sri', 'agency_officer', 'rsud', 'RSUD'),
    person('reza', 'administrator', 'kominfo', 'DISKOMINFO'),
  ],
} as unknown as Parties;
const told = (accountId: string, agencyId: string, byAnotherWay: boolean) =>
  tellOfFailedChannel({ accountId, agencyId, byAnotherWay }, parties)
    .map((telling) => `${telling.accountId} ${telling.message}`)
    .sort();

describe('a channel that failed', () => {
  it('is told to the administrator, and to the supervisor where nothing else reaches the person', () => {
    expect(told('sri', 'rsud', true)).toEqual(['reza alarm.channelFailed']);
    expect(told('sri', 'rsud', false)).toEqual([
      'herlina alarm.noWorkingChannel',
      'reza alarm.channelFailed',
    ]);
  });

  it('is told to the supervisor also when it is the supervisor who was not reached: it stands for others, too', () =>
    expect(told('herlina', 'uptd', false)).toEqual([
      'herlina alarm.noWorkingChannel',
      'reza alarm.channelFailed',
    ]));
});
