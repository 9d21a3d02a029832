import { describe, expect, it } from '@jest/globals';
import { PERMISSIONS } from '#access';
import { historySentence } from '#cases';
import { projectRoot } from '#config';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KNOWN_ACTS } from '../known-acts.js';
import { sentenceOf } from './audit.dto.js';

const UNKNOWN = historySentence('nobody.knows', {}, 'allowed');

/** Those that a migration's function writes (decision 0075). */
const WRITTEN_IN_SQL = ['session.opened', 'session.closed', 'session.open'];

/** The acts that the sources write into the ledger. */
function writtenActs(): string[] {
  const files = readdirSync(join(projectRoot(), 'libs'), { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => /^[^/]+\/src\/.*\.ts$/.test(file) && !file.endsWith('spec.ts'));
  const acts = sources.flatMap((file) => {
    const text = readFileSync(join(projectRoot(), 'libs', file), 'utf8');
    return [...text.matchAll(/\bact: '([a-z][A-Za-z]*(?:\.[a-z][A-Za-z]*)+)'/g)].map((match) => match[1]!);
  });
  return [...new Set([...acts, ...WRITTEN_IN_SQL])].sort();
}

const isUnsaid = (act: string): boolean =>
  sentenceOf({ act, decision: 'allowed', facts: {} }).id === UNKNOWN.id;

describe('the sentence of an entry', () => {
  it('exists for every act that is written', () => {
    expect(writtenActs()).toEqual(expect.arrayContaining(['audit.verified', 'case.opened']));
    expect(writtenActs().filter(isUnsaid)).toEqual([]);
  });

  it('says something in both languages for every act of the closed list, and never repeats what was recorded', () => {
    const canary = 'Kinanti Rekaan';
    const facts = Object.fromEntries(
      ['audience', 'lowered', 'answer', 'status', 'reason', 'name', 'act', 'risk'].map((name) => [
        name,
        canary,
      ]),
    );
    for (const act of KNOWN_ACTS)
      for (const decision of ['allowed', 'refused', 'denied'] as const)
        for (const given of [{}, facts]) {
          const { id, en } = sentenceOf({ act, decision, facts: given });
          expect({ act, id, en }).toEqual({
            act,
            id: expect.stringMatching(/^\p{Ll}[^{}]{5,}$/u),
            en: expect.stringMatching(/^\p{Ll}[^{}]{5,}$/u),
          });
          expect(`${id} ${en}`).not.toMatch(/Kinanti|Rekaan/);
          expect(id).not.toBe(en);
        }
  });

  it('exists for every permission that somebody may be refused', () => {
    expect(PERMISSIONS.filter(isUnsaid)).toEqual([]);
  });

  it('says of a refused attempt what was tried', () => {
    const refused = { decision: 'denied', facts: { code: 'notFound' } } as const;
    expect(sentenceOf({ act: 'audit.verify', ...refused })).toEqual({
      id: 'mencoba, dan ditolak: memeriksa keutuhan jejak audit',
      en: 'tried, and was refused: verified the audit trail',
    });
    expect(sentenceOf({ act: 'referral.accept', ...refused }).id).toBe(
      'mencoba, dan ditolak: menerima rujukan',
    );
  });
});
