import { ACCESS } from './access.mjs';
import { DECLARED } from './declared.mjs';
import { RULES } from './rules.mjs';
import { SERVICES } from './services.mjs';
import { SIGN_IN } from './signing-in.mjs';
import { TWO_PEOPLE } from './two-people.mjs';

/**
 * What the application refuses by itself: one text for another (`also` at a second place), and the specs of which one has to
 * be red. A text that is not there exactly once fails (program.spec.ts), so none of them can rot.
 */
export const PROGRAM_MUTANTS = [...ACCESS, ...SIGN_IN, ...TWO_PEOPLE, ...DECLARED, ...RULES, ...SERVICES].map(
  (mutant) => ({
    ...mutant,
    name: `program: ${mutant.name}`,
  }),
);

/** The texts of a mutant, one after the other; throws when one is not there exactly once. */
export function edited(mutant, read) {
  const texts = new Map();
  for (const { file, from, to } of [mutant, ...(mutant.also ?? [])].filter((one) => one.file)) {
    const text = texts.get(file) ?? read(file);
    if (text.split(from).length !== 2)
      throw new Error(`${mutant.name}: ${file} does not say this once: ${from}`);
    texts.set(
      file,
      text.replace(from, () => to),
    );
  }
  return texts;
}
