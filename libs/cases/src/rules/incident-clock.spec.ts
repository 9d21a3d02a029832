import { describe, expect, it } from '@jest/globals';
import { hoursSince, incidentStartsClocks } from './incident-clock.js';

const at = new Date('2026-03-20T18:30:00+07:00');

describe('the incident’s own clock', () => {
  it('counts whole hours from the incident', () => {
    expect(hoursSince(at, new Date('2026-03-20T23:10:00+07:00'))).toBe(4);
    expect(hoursSince(at, new Date('2026-03-23T18:29:59+07:00'))).toBe(71);
    expect(hoursSince(null, at)).toBeNull();
  });

  it.each([
    ['SEKSUAL', [], false, [], true],
    ['SEKSUAL', ['KBGO'], false, [], false],
    ['SEKSUAL', [], true, [], false],
    ['SEKSUAL', ['KBGO'], true, ['KONTAK_SEKSUAL'], true],
    ['FISIK', [], false, [], false],
    ['FISIK', [], false, ['PAKSAAN_SEKSUAL'], true],
  ])('%s in %p, online %p, flags %p starts it: %p', (type, contexts, online, redFlags, starts) =>
    expect(incidentStartsClocks(at, { violenceTypes: [type], contexts, online, redFlags })).toBe(starts),
  );

  it('does not run from an unknown time', () =>
    expect(incidentStartsClocks(null, { violenceTypes: ['SEKSUAL'], contexts: [], online: false })).toBe(
      false,
    ));
});
