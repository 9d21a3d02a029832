import type { Basis, CaseFile, NewBasis } from '../../api/contract';
import { endOfDay } from '../../clock/dates';

export const SHAREABLE = ['IDENTITY', 'CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY', 'LEGAL_STEPS'];
const ADULT = 18;

/** What the form needs of the case. */
export type CaseOfBasis = Pick<CaseFile, 'id' | 'clients' | 'reportedPersons' | 'bases' | 'guardians'>;

export interface ConsentFor {
  receiverKind: string;
  receiverAgencyId?: string;
  receiverName?: string;
  scopes: string[];
  purpose?: string;
}

export interface BasisDraft {
  basis: NewBasis['basis'];
  answer: 'GIVEN' | 'REFUSED';
  receiverKind: string;
  scopes: string[];
  givenBy: 'SELF' | 'GUARDIAN';
  guardianPersonId: string;
  guardianRelation: string;
  childAssent: '' | 'GIVEN' | 'REFUSED' | 'NOT_ASKED';
  howRecorded: NewBasis['howRecorded'];
  witness: string;
  noWitness: '' | NonNullable<NewBasis['noWitness']>;
  language: string;
  textVersion: string;
  accommodations: string[];
  expiresAt: string;
  told: '' | 'yes' | 'no';
  toldWords: string;
  why: string;
}

export const isOnlyChildren = ({ clients }: CaseOfBasis): boolean =>
  clients.length > 0 && clients.every((client) => client.age != null && client.age < ADULT);

export function emptyDraft(file: CaseOfBasis, wanted?: ConsentFor): BasisDraft {
  return {
    basis: 'PERSETUJUAN',
    answer: 'GIVEN',
    receiverKind: wanted?.receiverKind ?? '',
    scopes: wanted?.scopes.filter((scope) => SHAREABLE.includes(scope)) ?? [],
    givenBy: isOnlyChildren(file) ? 'GUARDIAN' : 'SELF',
    guardianPersonId: '',
    guardianRelation: '',
    childAssent: '',
    howRecorded: 'LISAN',
    witness: '',
    noWitness: '',
    language: 'INDONESIA',
    textVersion: '',
    accommodations: [],
    expiresAt: '',
    told: '',
    toldWords: '',
    why: '',
  };
}

/** The body for the API: a field that does not belong to this kind of basis is left out, not sent empty. */
export function asBasis(draft: BasisDraft, wanted?: ConsentFor): NewBasis {
  const consent = draft.basis === 'PERSETUJUAN';
  const guardian = consent && draft.givenBy === 'GUARDIAN';
  const words = (text: string): string | undefined => text.trim() || undefined;
  const oral = consent && draft.howRecorded === 'LISAN';
  return {
    basis: draft.basis,
    receiverKind: wanted?.receiverKind ?? draft.receiverKind,
    receiverAgencyId: wanted?.receiverAgencyId,
    scopes: draft.scopes,
    purpose: wanted?.purpose,
    answer: consent ? draft.answer : undefined,
    givenBy: consent ? draft.givenBy : 'NONE',
    guardianPersonId: guardian ? words(draft.guardianPersonId) : undefined,
    guardianRelation: guardian ? words(draft.guardianRelation) : undefined,
    childAssent: guardian && draft.childAssent ? draft.childAssent : undefined,
    howRecorded: draft.howRecorded,
    witness: words(draft.witness),
    noWitness: oral && !words(draft.witness) && draft.noWitness ? draft.noWitness : undefined,
    language: consent ? words(draft.language) : undefined,
    textVersion: consent ? words(draft.textVersion) : undefined,
    accommodations: consent && draft.accommodations.length > 0 ? draft.accommodations : undefined,
    // The end of the chosen day in the city.
    expiresAt: draft.expiresAt ? endOfDay(draft.expiresAt).toISOString() : undefined,
    toldClient: consent || !draft.told ? undefined : draft.told === 'yes',
    toldWords: consent ? undefined : words(draft.toldWords),
    why: consent ? undefined : words(draft.why),
  };
}

/** Whether a no may stand in the way; the server looks closer and decides. */
export function saidNo(bases: readonly Basis[], receiverKind: string, scopes: readonly string[]): boolean {
  return bases.some(
    (basis) =>
      (basis.state === 'refused' || basis.state === 'withdrawn') &&
      basis.basis === 'PERSETUJUAN' &&
      basis.receiverKind === receiverKind &&
      basis.scopes.some((scope) => scopes.includes(scope)),
  );
}
