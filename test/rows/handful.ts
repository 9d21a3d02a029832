import { createHash } from 'node:crypto';
import { heldTwice } from '../mutants/held-twice.mjs';
import type { Mutant } from './mutant.js';

/** Kinds of guards that are taken away; a name that none of them knows counts for nothing. */
export const KINDS: RegExp[] = [
  /^drop policy /,
  /^policy .*, using: true$/,
  /^policy .*, using: without /,
  /^policy .*, check: true$/,
  /^policy .*, check: without /,
  /^grant (?:SELECT|INSERT|UPDATE|DELETE) on simpul/,
  /^grant \w+ \(/,
  /^revoke /,
  /^grant execute /,
  /^alter table /,
  /^drop trigger /,
  // Of those within a function, one that shows where somebody reads: the others ask for the whole cross.
  /^function (?:ctx\.team_case_ids|simpul\.session_of)\(.*\): "/,
];

/** CI takes one of each, chosen by a seed and not by us; the same ones until a policy comes or goes. */
const SEED = process.env.SIMPUL_MUTANTS_SEED ?? 'simpul';

/** One mutant of each kind; none that another guard makes up for. */
export function handful(all: Mutant[]): Mutant[] {
  const listed = heldTwice();
  const rank = ({ name }: Mutant): string => createHash('sha256').update(`${SEED} ${name}`).digest('hex');
  const ranked = all
    .filter(({ name }) => !listed.some(({ start }) => name.startsWith(start)))
    .map((mutant) => ({ mutant, rank: rank(mutant) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return KINDS.flatMap((kind) => ranked.find(({ mutant }) => kind.test(mutant.name))?.mutant ?? []);
}
