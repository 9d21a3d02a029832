import { readFileSync } from 'node:fs';
import { City } from '#cases';
import { dataFile } from '#config';
import type { ReferralRow } from '#referrals';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { letterNumberOf, readLetterFormats } from '../rules/letter-formats.js';

/** `data/letter-numbers.md`, read once when the program starts; unreadable, nothing starts. */
const FORMATS = readLetterFormats(readFileSync(dataFile('handoff', 'letter-numbers.md'), 'utf8'));

/** The line "Nomor" of a referral's letter. */
@Injectable()
export class LetterNumbers {
  constructor(private readonly city: City) {}

  /** Null for what was never sent. */
  of({ number, sentAt }: Pick<ReferralRow, 'number' | 'sentAt'>): string | null {
    if (!number || !sentAt) return null;
    return letterNumberOf(
      FORMATS,
      number,
      DateTime.fromJSDate(sentAt, { zone: this.city.zone }).toISODate()!,
    );
  }
}
