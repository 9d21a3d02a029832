import { describe, expect, it } from '@jest/globals';
import { LEGAL_DUTIES, legalDuty } from './legal-duties.js';
import { endOf } from './ends.js';
import { askedFaults, type Asked } from './how-asked.js';
import { citationFor, faultsOf, type BasisFacts, type BasisInput } from './may-record.js';

const now = new Date('2026-03-20T16:10:00Z');
const nuri: BasisFacts = {
  agencyKind: 'UPTD_PPA',
  tracks: ['KTA'],
  violenceTypes: ['SEKSUAL'],
  risk: 'TINGGI',
  now,
  clientAges: [13],
  reportedPersonIds: ['neighbour'],
  reportedRelations: ['TETANGGA'],
  againstNo: false,
};
const kinanti: BasisFacts = {
  ...nuri,
  tracks: ['KTP', 'KTA'],
  violenceTypes: ['FISIK', 'PSIKIS'],
  clientAges: [34, 7, 3],
  reportedPersonIds: ['husband'],
  reportedRelations: ['SUAMI_ISTRI', 'ORANG_TUA'],
};
const consent: BasisInput = {
  basis: 'PERSETUJUAN',
  answer: 'GIVEN',
  receiverKind: 'RSUD',
  scopes: ['IDENTITY', 'RISK_SAFETY'],
  givenBy: 'GUARDIAN',
  guardianRelation: 'AYAH',
  childAssent: 'GIVEN',
};
const duty: BasisInput = {
  basis: 'KEWAJIBAN_HUKUM',
  receiverKind: 'POLRES',
  scopes: ['IDENTITY', 'CHRONOLOGY', 'RISK_SAFETY'],
  givenBy: 'NONE',
  toldClient: true,
};
const codesOf = (input: BasisInput, facts: BasisFacts): string[] =>
  faultsOf(input, facts).map((fault) => fault.code);

describe('recording consent', () => {
  it('takes a guardian’s consent for a child who is willing', () => {
    expect(faultsOf(consent, nuri)).toEqual([]);
  });

  it('does not let a child consent alone', () => {
    expect(codesOf({ ...consent, givenBy: 'SELF' }, nuri)).toEqual(['consent.childNeedsGuardian']);
  });

  it('is an answer, and somebody’s', () => {
    expect(codesOf({ ...consent, answer: undefined }, nuri)).toEqual(['consent.answerMissing']);
    expect(codesOf({ ...consent, givenBy: 'NONE' }, nuri)).toEqual(['consent.giverMissing']);
    expect(codesOf({ ...consent, guardianRelation: undefined }, nuri)).toEqual(['consent.guardianMissing']);
  });

  it('takes a mother’s own consent for herself and her children', () => {
    expect(faultsOf({ ...consent, givenBy: 'SELF' }, kinanti)).toEqual([]);
  });

  it('does not take consent from a guardian who is reported', () => {
    expect(faultsOf({ ...consent, guardianPersonId: 'neighbour' }, nuri)).toEqual([
      { pointer: '/guardianPersonId', code: 'consent.guardianIsReported' },
    ]);
  });

  it('asks who the guardian is when a parent is reported', () => {
    const father: BasisFacts = { ...nuri, reportedPersonIds: ['father'], reportedRelations: ['ORANG_TUA'] };
    expect(codesOf({ ...consent, guardianRelation: 'IBU' }, father)).toEqual(['consent.guardianNotNamed']);
    expect(codesOf({ ...consent, guardianPersonId: 'mother' }, father)).toEqual([]);
    expect(codesOf({ ...consent, guardianPersonId: 'father' }, father)).toEqual([
      'consent.guardianIsReported',
    ]);
  });

  it('takes nobody for a child of whom no age is known, nor asks a grown-up as one', () => {
    for (const clientAges of [[null], []])
      expect(codesOf({ ...consent, givenBy: 'SELF' }, { ...nuri, clientAges })).toEqual([]);
    const grown = { ...nuri, clientAges: [34], reportedRelations: ['ORANG_TUA'] };
    expect(codesOf({ ...consent, childAssent: undefined }, grown)).toEqual([]);
  });

  it('asks the child, and hears a no', () => {
    expect(codesOf({ ...consent, childAssent: undefined }, nuri)).toEqual(['consent.childAssentMissing']);
    expect(codesOf({ ...consent, childAssent: 'NOT_ASKED' }, nuri)).toEqual(['consent.childAssentMissing']);
    expect(codesOf({ ...consent, childAssent: 'REFUSED' }, nuri)).toEqual(['consent.childDissents']);
    expect(codesOf({ ...consent, childAssent: undefined }, { ...nuri, clientAges: [4] })).toEqual([]);
  });

  it('takes a refusal from anybody', () => {
    expect(
      faultsOf({ ...consent, answer: 'REFUSED', givenBy: 'SELF', childAssent: undefined }, nuri),
    ).toEqual([]);
  });

  it('knows no consent to tell the planning office, nor to open the audit log', () => {
    expect(codesOf({ ...consent, receiverKind: 'BAPPEDA' }, nuri)).toEqual([
      'consent.receiverNeverReceivesPersons',
    ]);
    expect(faultsOf({ ...consent, scopes: ['IDENTITY', 'AUDIT_LOG'] }, nuri)).toEqual([
      { pointer: '/scopes/1', code: 'consent.scopeNotShareable' },
    ]);
  });

  it('does not start out expired', () => {
    expect(codesOf({ ...consent, expiresAt: now }, nuri)).toEqual(['consent.expiresInThePast']);
  });
});

describe('legal duty', () => {
  it('covers the police report of sexual violence, with its article', () => {
    expect(faultsOf(duty, nuri)).toEqual([]);
    expect(citationFor(duty, nuri)).toBe('UU 12/2022 Ps.41');
  });

  it('does not exist for anything but sexual violence, nor towards anybody but the police', () => {
    expect(codesOf(duty, kinanti)).toEqual(['consent.noLegalDuty']);
    expect(codesOf({ ...duty, receiverKind: 'DINSOS' }, nuri)).toEqual(['consent.noLegalDuty']);
  });

  it('does not stretch to health detail', () => {
    expect(codesOf({ ...duty, scopes: ['IDENTITY', 'HEALTH_PSYCH'] }, nuri)).toEqual([
      'consent.beyondLegalDuty',
    ]);
  });

  it('does not stretch to another service, and is nobody’s answer', () => {
    expect(codesOf({ ...duty, purpose: 'KESEHATAN' }, nuri)).toEqual(['consent.beyondLegalDuty']);
    expect(codesOf({ ...duty, answer: 'GIVEN' }, nuri)).toEqual(['consent.answerOnlyForConsent']);
    expect(codesOf({ ...duty, givenBy: 'SELF' }, nuri)).toEqual(['consent.giverOnlyForConsent']);
  });

  it('has the client told, or says why not', () => {
    expect(codesOf({ ...duty, toldClient: undefined }, nuri)).toEqual(['consent.toldClientMissing']);
    expect(codesOf({ ...duty, toldClient: false }, nuri)).toEqual(['consent.notToldReasonMissing']);
    expect(codesOf({ ...duty, toldClient: false, toldWords: 'terlapor membaca pesannya' }, nuri)).toEqual([]);
  });

  it('against a no says why, and what the client was told, for the second person to read', () => {
    const against = { ...nuri, againstNo: true };
    expect(codesOf(duty, against)).toEqual(['consent.whyMissing', 'consent.toldWordsMissing']);
    expect(codesOf({ ...duty, why: 'Diwajibkan.', toldWords: 'Dijelaskan.' }, against)).toEqual([]);
    expect(codesOf(consent, against)).toEqual([]);
  });

  it('lies on health facilities for a suspected violence against a child', () => {
    expect(
      legalDuty('POLRES', { agencyKind: 'RSUD', tracks: ['KTA'], violenceTypes: ['FISIK'] })?.citation,
    ).toBe('Permenkes 68/2013 Ps.7');
    expect(
      legalDuty('POLRES', { agencyKind: 'UPTD_PPA', tracks: ['KTA'], violenceTypes: ['FISIK'] }),
    ).toBeNull();
  });

  it('always names its article', () => {
    for (const one of LEGAL_DUTIES) expect(one.citation).toMatch(/\d+\/\d{4} Ps\.\d+/);
  });
});

describe('vital interest and public task', () => {
  const vital: BasisInput = { ...duty, basis: 'KEPENTINGAN_VITAL', receiverKind: 'RSUD' };

  it('opens the emergency door only in high danger and only to those who save', () => {
    expect(faultsOf(vital, nuri)).toEqual([]);
    expect(codesOf(vital, { ...nuri, risk: 'SEDANG' })).toEqual(['consent.noVitalInterest']);
    expect(codesOf({ ...vital, receiverKind: 'DISDIKBUD' }, nuri)).toEqual(['consent.noVitalInterest']);
  });

  it('shuts the emergency door after 72 hours', () => {
    expect(endOf(vital, now, null)).toEqual({
      at: new Date('2026-03-23T16:10:00Z'),
      endsFor: 'EMERGENCY',
    });
    expect(endOf(consent, now, null)).toBeNull();
  });

  it('a guardian’s yes ends when the child is of age, unless it was to end before', () => {
    const eighteen = new Date('2026-06-01T17:00:00Z');
    const agreed = (iso: string) => ({ ...consent, expiresAt: new Date(iso) });
    expect(endOf(consent, now, eighteen)).toEqual({ at: eighteen, endsFor: 'COMES_OF_AGE' });
    expect(endOf(agreed('2026-09-01T00:00:00Z'), now, eighteen)?.endsFor).toBe('COMES_OF_AGE');
    expect(endOf(agreed('2026-04-01T00:00:00Z'), now, eighteen)?.endsFor).toBe('AGREED');
    expect(endOf({ ...consent, givenBy: 'SELF' }, now, eighteen)).toBeNull();
    expect(endOf({ ...consent, answer: 'REFUSED' }, now, eighteen)).toBeNull();
    expect(endOf(consent, eighteen, eighteen)).toBeNull();
  });

  it('a yes is provable: which words, in which language, and who heard it; a no needs no proof', () => {
    const asked = (change: Partial<BasisInput & Asked>) =>
      askedFaults({ ...consent, howRecorded: 'LISAN', ...change }, (version) => version === 'a/1').map(
        ({ code }) => code,
      );
    expect(asked({})).toEqual(['consent.textMissing', 'consent.languageMissing', 'consent.witnessMissing']);
    const shown = { textVersion: 'a/1', language: 'INDONESIA' };
    expect(asked(shown)).toEqual(['consent.witnessMissing']);
    expect(asked({ ...shown, witness: 'Saksi' })).toEqual([]);
    expect(asked({ ...shown, noWitness: 'TELEPHONE' })).toEqual([]);
    expect(asked({ ...shown, howRecorded: 'TERTULIS' })).toEqual([]);
    expect(asked({ ...shown, textVersion: 'a/0', noWitness: 'ALONE' })).toEqual(['consent.textUnknown']);
    const disabled = (change: Partial<Asked>) =>
      askedFaults({ ...consent, howRecorded: 'TERTULIS', ...shown, ...change }, () => true, true);
    expect(disabled({ accommodations: [] })).toEqual([
      { pointer: '/accommodations', code: 'consent.accommodationsMissing' },
    ]);
    expect(disabled({ accommodations: ['TIDAK_PERLU'] })).toEqual([]);
    expect(asked({ answer: 'REFUSED' })).toEqual([]);
    expect(asked({ basis: 'KEWAJIBAN_HUKUM', answer: undefined })).toEqual([]);
  });

  it('acts as public task for children only', () => {
    const task: BasisInput = { ...duty, basis: 'TUGAS_PUBLIK', receiverKind: 'DINSOS' };
    expect(faultsOf(task, nuri)).toEqual([]);
    expect(codesOf(task, kinanti)).toEqual(['consent.publicTaskOnlyForChild']);
  });
});
