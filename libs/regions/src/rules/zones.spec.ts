import { describe, expect, it } from '@jest/globals';
import { zoneIn, zoneOfRegion } from './zones.js';

describe('where a region lies in time', () => {
  it.each([
    ['16.74', 'Asia/Jakarta'],
    ['61.71', 'Asia/Jakarta'],
    ['64', 'Asia/Makassar'],
    ['51.71', 'Asia/Makassar'],
    ['73.71', 'Asia/Makassar'],
    ['81.71', 'Asia/Jayapura'],
    ['94.01', 'Asia/Jayapura'],
  ])('%s lies in %s', (region, zone) => expect(zoneOfRegion(region)).toBe(zone));

  it('an agency without a region of its own is where the city is, whatever the city’s code says', () => {
    const city = { zone: 'Asia/Jayapura', regionCode: '16.74' };
    expect(zoneIn(null, city)).toBe('Asia/Jayapura');
    expect(zoneIn('16.74', city)).toBe('Asia/Jayapura');
    expect(zoneIn('73.71', city)).toBe('Asia/Makassar');
  });
});
