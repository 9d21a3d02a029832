// Mutants that can be judged in one run: none of the specs of one reads, by any import, a file that another one changes.
import { dirname, join } from 'node:path';

/** The first of them with as many others as can be judged beside it; `read`: the text of a file, or undefined. */
export function judgedTogether(mutants, read) {
  const chosen = [];
  for (const mutant of mutants) {
    const files = filesOf(mutant);
    const specs = [mutant.spec].flat();
    const isApart = chosen.every(
      (other) =>
        !filesOf(other).some((file) => files.includes(file)) &&
        ![other.spec].flat().some((spec) => files.some((file) => reads(spec, file, read))) &&
        !specs.some((spec) => filesOf(other).some((file) => reads(spec, file, read))),
    );
    if (isApart) chosen.push(mutant);
  }
  return chosen;
}

const filesOf = ({ file, also = [] }) => [file, ...also.map((each) => each.file)];
const known = new Map();

/** Whether a spec reads the file, by any import. */
export function reads(spec, file, read) {
  if (!known.has(spec)) known.set(spec, readBy(spec, read));
  return known.get(spec).has(file);
}

function readBy(spec, read) {
  const found = new Set([spec]);
  for (const file of found) for (const next of importsOf(file, read)) found.add(next);
  return found;
}

/** What is imported for more than its types. */
function importsOf(file, read) {
  const text = read(file) ?? '';
  const all = text.matchAll(/^(?:import|export)\s(?:([^'";]*?)\sfrom\s)?'([^']+)'/gm);
  return [...all].flatMap(([, names = '', from]) => {
    const isOfTypes = /^type\s/.test(names) || /^\{(?:\s*type\s[^,}]*,?)+\s*\}$/.test(names);
    if (isOfTypes || !/^[.#]/.test(from)) return [];
    const path = from.startsWith('#')
      ? from === '#harness'
        ? 'test/harness/index.ts'
        : `libs/${from.slice(1)}/src/index.ts`
      : join(dirname(file), from);
    return [path, path.replace(/\.js$/, '.ts')].filter((each) => read(each) !== undefined);
  });
}
