import type { BasisInput, Fault } from './may-record.js';

/** Why nobody else heard an oral yes. */
export const NO_WITNESS = ['ALONE', 'TELEPHONE', 'CLIENT_WISH'] as const;
export type NoWitness = (typeof NO_WITNESS)[number];

/** How consent was asked. */
export interface Asked {
  readonly howRecorded: 'LISAN' | 'TERTULIS' | 'REKAMAN';
  readonly witness?: string;
  readonly noWitness?: NoWitness;
  /** Codes of list AKOMODASI; that it was offered and not needed is one of them. */
  readonly accommodations?: readonly string[];
  /** Code of list BAHASA. */
  readonly language?: string;
  readonly textVersion?: string;
}

/**
 * A yes has to be provable (UU 27/2022 Ps.22): which words were shown, in which language, and who heard it where nothing
 * is on paper or on tape; and of somebody with a disability, with what help they understood it (Ps.26, UU 8/2016). A no
 * needs no proof. `knowsText`: whether that version of the text exists. Pure.
 */
export function askedFaults(
  input: Pick<BasisInput, 'basis' | 'answer'> & Asked,
  knowsText: (version: string) => boolean,
  isDisabled = false,
): Fault[] {
  const faults: Fault[] = [];
  if (input.textVersion && !knowsText(input.textVersion))
    faults.push({ pointer: '/textVersion', code: 'consent.textUnknown' });
  if (input.basis !== 'PERSETUJUAN' || input.answer !== 'GIVEN') return faults;
  if (!input.textVersion) faults.push({ pointer: '/textVersion', code: 'consent.textMissing' });
  if (!input.language) faults.push({ pointer: '/language', code: 'consent.languageMissing' });
  if (input.howRecorded === 'LISAN' && !input.witness && !input.noWitness)
    faults.push({ pointer: '/witness', code: 'consent.witnessMissing' });
  if (isDisabled && !input.accommodations?.length)
    faults.push({ pointer: '/accommodations', code: 'consent.accommodationsMissing' });
  return faults;
}
