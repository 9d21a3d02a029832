import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { initialsOf, maskFromInitials, maskName, maskNik, maskPhone } from './masking.js';

describe('masks', () => {
  it.each([
    ['Siti Rahayu', 'S••• R•••'],
    ['Nuri', 'N•••'],
    ['Ny. Hj. Reka binti Umpama', 'R••• U•••'],
    ['Contoh Satu Dua Tiga', 'C••• S••• D•••'],
    ['ÉMILIE fiksi', 'É••• F•••'],
    ['', '•••'],
    [undefined, '•••'],
    ['  (tidak diketahui) ', 'D•••'],
  ])('%p is shown as %p', (name, mask) => expect(maskName(name)).toBe(mask));

  it('keep no length: names with the same initials have the same mask', () => {
    const letters = fc.stringMatching(/^[a-z]{0,20}$/);
    fc.assert(fc.property(letters, letters, (a, b) => expect(maskName(`X${a} Q${b}`)).toBe('X••• Q•••')));
  });

  it('show at most three letters of any name', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const shown = [...maskName(name)].filter((sign) => sign !== '•' && sign !== ' ');
        expect(shown.length).toBeLessThanOrEqual(3);
        expect(maskName(name)).toBe(maskFromInitials(initialsOf(name)));
      }),
    );
  });

  it('leave the serial of a NIK and two digits of a telephone', () => {
    expect(maskNik('1674015207109951')).toBe('•••9951');
    expect(maskPhone('+6281200009001')).toBe('•••01');
    expect(maskNik(null)).toBeNull();
    expect(maskPhone('')).toBeNull();
  });
});
