import { describe, expect, it } from '@jest/globals';
import { MESSAGE_KEYS, MESSAGES, messageWords } from './messages.js';
import { CANARIES, KINDS_OF_CASE } from '../../../../test/harness/canaries.js';

const ZONE = 'Asia/Jakarta';
const DUE = new Date('2026-03-03T07:30:00Z');

describe('the message catalogue', () => {
  it.each(MESSAGE_KEYS)('%s exists in both languages and names no kind of case, person or place', (key) => {
    for (const locale of ['id', 'en'] as const) {
      const words = messageWords(key, locale, ZONE, DUE);
      expect(words).not.toMatch(KINDS_OF_CASE);
      expect(words).not.toMatch(/[{}]/);
      expect(words.length).toBeGreaterThan(20);
      expect(words.length).toBeLessThanOrEqual(120);
    }
  });

  it('has no place to put anything but a time: whatever else is passed in does not come out', () => {
    for (const key of MESSAGE_KEYS) {
      for (const canary of CANARIES) {
        const smuggled = messageWords as (...all: unknown[]) => string;
        const rendered = smuggled(key, 'id', ZONE, DUE, canary, { name: canary, caseType: canary });
        expect(rendered).not.toContain(canary);
      }
      expect([...MESSAGES[key].id.matchAll(/{\w+}/g)].every(([place]) => place === '{due}')).toBe(true);
    }
  });

  it('writes the time in the city and in the language of the reader', () => {
    expect(messageWords('deadline.soon', 'id', ZONE, DUE)).toBe(
      'Pengingat: sebuah tugas Anda jatuh tempo Sel 3 Mar, 14.30.',
    );
    expect(messageWords('deadline.soon', 'en', 'Asia/Jayapura', DUE)).toBe(
      'Reminder: a task of yours is due Tue 3 Mar, 16:30.',
    );
  });

  it('says "as soon as possible" where the law names no number', () => {
    expect(messageWords('deadline.overdue', 'id', ZONE, null)).toContain('secepatnya');
  });
});
