// Which specs call which function of the database, and how long each takes: PostgreSQL counts calls, and one run of all specs
// that need a database is enough to know. Kept outside the repository.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** `{ green: { spec: seconds }, red: [spec], callers: { 'simpul.name': [spec] } }` */
export async function learned(shop, file, afresh) {
  if (!afresh && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const calls = shop.write('calls.jsonl', '');
  const { report, said } = await shop.jest(
    [
      '--testPathPatterns=\\.(?:db|e2e)-spec\\.ts$',
      '--testPathIgnorePatterns=/test/browser/|/test/rows/|/test/quarter/',
    ],
    { SIMPUL_FUNCTIONS_CALLED: calls },
    3_600_000,
  );
  if (!report) throw new Error(`The specs could not be run: ${said}`);
  const green = {};
  const red = [];
  for (const { name, status, startTime, endTime } of report.testResults) {
    const spec = name.slice(shop.root.length + 1);
    if (status === 'passed') green[spec] = (endTime - startTime) / 1000;
    else red.push(spec);
  }
  const callers = {};
  for (const line of readFileSync(calls, 'utf8').split('\n').filter(Boolean)) {
    const { spec, functions } = JSON.parse(line);
    const name = spec.slice(shop.root.length + 1);
    for (const each of green[name] === undefined ? [] : functions)
      callers[each] = [...new Set([...(callers[each] ?? []), name])];
  }
  const found = { green, red, callers };
  writeFileSync(file, JSON.stringify(found, null, 1));
  return found;
}

/**
 * The specs to ask about a function, in order: those that turned red for it before, then the quick ones. What runs inline
 * is counted nowhere: then those that call what the text calls, or all.
 */
export function specsFor(known, name, killers) {
  const quick = (specs) => [...specs].sort((a, b) => known.green[a] - known.green[b]);
  const callers = known.callers[name] ?? Object.keys(known.green);
  const before = (killers.get(name) ?? []).filter((spec) => callers.includes(spec));
  return [...before, ...quick(callers).filter((spec) => !before.includes(spec))];
}
