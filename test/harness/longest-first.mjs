import { statSync } from 'node:fs';

/** On a clean clone Jest knows no times and would begin with the longest file, not the longest run. */
const LONG = [
  'quarter.db-spec',
  'any-value.e2e-spec',
  'every-route-by-every-relation.e2e-spec',
  'every-table-by-every-person.db-spec',
  'each-layer-alone.db-spec',
  'nothing-is-lost.db-spec',
];
const rank = ({ path }) => {
  const place = LONG.findIndex((name) => path.includes(name));
  return place < 0 ? LONG.length : place;
};

/** The order in which Jest hands the files to its workers: a run that takes long must not be the last to begin. */
export default class LongestFirst {
  sort(tests) {
    const size = new Map([...tests].map(({ path }) => [path, statSync(path).size]));
    return [...tests].sort((a, b) => rank(a) - rank(b) || size.get(b.path) - size.get(a.path));
  }
  shard(tests) {
    return tests;
  }
  allFailedTests() {
    return [];
  }
  cacheResults() {}
}
