import { readFileSync } from 'node:fs';
import { dataFile } from '#config';
import { readDisclosurePolicy } from './rules/read-disclosure-policy.js';

/** What a receiver may learn (`data/disclosure-policy.md`), read once when the program starts; unreadable, nothing starts. */
export const DISCLOSURE_POLICY = readDisclosurePolicy(
  readFileSync(dataFile('handoff', 'disclosure-policy.md'), 'utf8'),
);
