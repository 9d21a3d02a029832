import { describe, expect, it } from '@jest/globals';
import { newPasswordFault } from '../guessable.js';
import { wordsOfTheHouse } from './password.js';

const REZA = {
  email: 'Reza.Hikayat@diskominfo.example',
  displayName: 'Reza Hikayat',
  agencyName: 'Dinas Komunikasi dan Informatika Kota Prabumulih',
};

describe('a new password', () => {
  it.each([
    ['empat-belas-hr', 'password.tooShort'],
    ['🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾', 'password.tooShort'],
    [`${'kebun teh '.repeat(26)}`, 'password.tooLong'],
    ['saya reza.hikayat 7', 'password.containsEmail'],
    ['RezaHikayat-kuat', 'password.containsEmail'],
    ['Password-1234567', 'password.common'],
    ['Bismillah 1234567', 'password.common'],
    ['BismillahirRahmanirRahim', 'password.common'],
    ['Simpul-Demo-Prabumulih', 'password.common'],
    ['UPTD PPA Prabumulih', 'password.common'],
    ['Hikayat Reza 1990', 'password.common'],
    ['rahasia12345678', 'password.common'],
    ['qwertyuiopasdfgh', 'password.common'],
    ['IndonesiaRaya1945', 'password.common'],
    ['aaaaaaaaaaaaaaaa', 'password.common'],
    ['1212-1212-1212-1212', 'password.common'],
    ['................', 'password.common'],
    ['Kasus anak Prabumulih 2026', 'password.common'],
  ])('%s is refused: %s', async (password, fault) => {
    expect(await newPasswordFault(password, REZA)).toBe(fault);
  });

  it.each(['hujan di kebun karet', 'kR7!pq0zLw2x-9', 'tebu pagi lampu sungai'])(
    '%s is accepted',
    async (password) => {
      expect(await newPasswordFault(`${password}.`, REZA)).toBeNull();
    },
  );

  it('may hold a local part that is too short to mean anything', async () => {
    expect(await newPasswordFault('hujan di kebun karet', { email: 'di@kota.example' })).toBeNull();
  });

  it('is estimated by its beginning: what comes after it costs no time', async () => {
    // The estimate grows with the length, and holds up the whole server meanwhile.
    expect(await newPasswordFault('p4$$w0rd'.repeat(32), REZA)).toBe('password.common');
  }, 60_000);

  it('is guessed with the words of the person and the office', () => {
    expect(wordsOfTheHouse(REZA)).toEqual(expect.arrayContaining(['hikayat', 'informatika', 'prabumulih']));
  });
});
