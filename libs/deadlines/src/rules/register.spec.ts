import { codes } from '#codes';
import { describe, expect, it } from '@jest/globals';
import { readRegister } from '../register.js';
import { ruleFamily } from './deadline-rule.js';
import { ACT_EVENTS, MILESTONES } from './events.js';
import { parseCondition } from './rule-condition.js';
import { ENDINGS } from './what-meets.js';
import { eventWords, ladderWords } from './register-words.js';
import { readRule } from './rule-row.js';

const register = readRegister();
const events: string[] = [...ACT_EVENTS, ...MILESTONES.map(({ event }) => event)];

describe('the register of deadline rules', () => {
  it('has the 53 rules of law and standards, and proposals for the side that sends', () => {
    const own = register.filter(({ citation }) => citation.startsWith('usulan Simpul'));
    expect(register.length - own.length).toBe(53);
    expect(own.length).toBeGreaterThan(0);
    for (const rule of own) {
      expect([rule.slug, rule.basis, rule.certainty, rule.needsLegalCheck]).toEqual([
        rule.slug,
        'PROPOSAL',
        'L',
        true,
      ]);
    }
  });

  it('has words for every event and for everybody whom a ladder calls', () => {
    for (const locale of ['id', 'en'] as const) {
      for (const event of events) expect(eventWords(event, locale)).not.toBe(event);
      for (const { escalateTo } of register)
        expect(ladderWords(escalateTo, locale)).not.toMatch(/[A-Z]{2,}_[A-Z]|[|>]/);
    }
    expect(ladderWords('KEPALA_DINSOS|KEPALA_DINKES>SEKDA', 'id')).toBe(
      'Kepala Dinas Sosial dan Kepala Dinas Kesehatan → Sekretaris Daerah',
    );
    expect(eventWords('referral.sent', 'en')).toBe('Referral sent');
  });

  it('names every rule once', () => {
    expect(new Set(register.map(({ slug }) => slug)).size).toBe(register.length);
  });

  it('tests only codes that exist, and only triggers that somebody can raise', () => {
    const lists = { track: 'JENIS_KASUS', context: 'KONTEKS_KASUS', violence: 'JENIS_KEKERASAN' } as const;
    for (const rule of register) {
      expect(events).toContain(rule.triggerEvent);
      for (const condition of parseCondition(rule.appliesWhen)) {
        if ('has' in condition) expect(codes.isIn(lists[condition.field], condition.has)).toBe(true);
        if ('is' in condition) expect(codes.isIn('TINGKAT_RISIKO', condition.is)).toBe(true);
      }
    }
  });

  it('lets no duty escalate for ever: each family has events that meet it, and every ending has a rule', () => {
    const families = [...new Set(register.map(({ slug }) => ruleFamily(slug)))];
    expect(Object.keys(ENDINGS).sort()).toEqual(families.sort());
    for (const family of families) expect(ENDINGS[family]?.metBy.length).toBeGreaterThan(0);
  });

  it('ends duties only by events that exist', () => {
    const ending = Object.values(ENDINGS).flatMap(({ metBy, stoppedBy }) => [...metBy, ...(stoppedBy ?? [])]);
    expect(ending.filter((event) => !events.includes(event))).toEqual([]);
  });

  it('has a rule with every risk level wherever it has one', () => {
    const tiered = register.filter(({ slug }) => ruleFamily(slug) !== slug);
    for (const family of new Set(tiered.map(({ slug }) => ruleFamily(slug)))) {
      const risks = tiered
        .filter(({ slug }) => ruleFamily(slug) === family)
        .map(({ appliesWhen }) => appliesWhen);
      expect(risks.sort()).toEqual(['risk = RENDAH', 'risk = SEDANG', 'risk = TINGGI']);
    }
  });

  it('stops at a row that it cannot read, naming it', () => {
    expect(() => readRule({ id: 'x', trigger_event: 'referral.sent' })).toThrow('deadline rule "x"');
  });
});
