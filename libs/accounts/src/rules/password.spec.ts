import { describe, expect, it } from '@jest/globals';
import { passwordFault } from './password.js';

const EMAIL = 'Reza.Hikayat@diskominfo.example';

describe('a new password', () => {
  it.each([
    ['sebelas-hrf', 'password.tooShort'],
    ['🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾', 'password.tooShort'],
    [`${'kebun teh '.repeat(26)}`, 'password.tooLong'],
    ['saya reza.hikayat 7', 'password.containsEmail'],
    ['RezaHikayat-kuat', 'password.containsEmail'],
    ['Password-1234', 'password.common'],
    ['bismillah 123', 'password.common'],
    ['Simpul-Demo-Prabumulih', 'password.common'],
    ['aaaaaaaaaaaaaaaa', 'password.common'],
    ['1212-1212-1212', 'password.common'],
    ['................', 'password.common'],
  ])('%s is refused: %s', (password, fault) => {
    expect(passwordFault(password, EMAIL)).toBe(fault);
  });

  it.each(['hujan di kebun karet', 'kR7!pq0zLw2x', 'duabelas-hrf'])('%s is accepted', (password) => {
    expect(passwordFault(password, EMAIL)).toBeNull();
  });

  it('may hold a local part that is too short to mean anything', () => {
    expect(passwordFault('hujan di kebun karet', 'di@kota.example')).toBeNull();
  });
});
