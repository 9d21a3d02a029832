import { readFileSync } from 'node:fs';
import { dataFile } from '#config';
import { parse } from 'csv-parse/sync';
import type { VerificationRule } from './rules/freshness.js';

/** The rows of `data/verification-rules.csv`; `*` in `kinds` is every kind that no other row names. */
export const VERIFICATION_RULES: readonly VerificationRule[] = (
  parse(readFileSync(dataFile('agencies', 'verification-rules.csv'), 'utf8'), {
    columns: true,
    skip_empty_lines: true,
  }) as Record<string, string>[]
).map((row) => ({
  ruleId: row.rule_id!,
  kinds: row.kinds === '*' ? [] : row.kinds!.split('|'),
  months: Number(row.months),
  basis: row.basis!,
  citation: row.citation!,
}));
