import { WINDOWS, type PathRow, type PathwayFacts, type Suggestion, type Window } from './pathway.js';
import { FAMILY_PATH, OTHERWISE, PATHS } from './pathway-table.js';

/**
 * Default routing (domain 6.2): which kinds of agency to think of, and when. Suggestions with a reason; the
 * counsellor decides. A table and no score: every row says for which case it stands and why.
 */
export const PATHWAY_RULE_VERSION = 'pathways/2026-1';

export interface PathwayWindow {
  window: Window;
  receivers: Suggestion[];
}

/**
 * The suggestions for a case, by window and in the order of the table; each kind of agency stands once in a window,
 * with the first reason and all services asked for.
 */
export function suggestPathway(facts: PathwayFacts): PathwayWindow[] {
  const rows = rowsFor(facts).filter((row) => row.when?.(facts) ?? true);
  return WINDOWS.map((window) => ({
    window,
    receivers: mergeByKind(rows.filter((row) => row.window === window)),
  }));
}

// A family without violence is never sent along a path of violence, whatever else is ticked.
function rowsFor(facts: PathwayFacts): readonly PathRow[] {
  if (facts.mandate === 'FAMILY') return FAMILY_PATH;
  const paths = PATHS.filter((path) => path.when(facts));
  return paths.length > 0 ? paths.flatMap((path) => path.rows) : OTHERWISE;
}

function mergeByKind(rows: readonly PathRow[]): Suggestion[] {
  const merged = new Map<string, Suggestion>();
  for (const { when: _when, ...row } of rows) {
    const key = row.agencyKind ?? row.services.join();
    const earlier = merged.get(key);
    const services = [...new Set([...(earlier?.services ?? []), ...row.services])];
    merged.set(key, { ...(earlier ?? row), services });
  }
  return [...merged.values()];
}
