/** Our deepest form has five levels; whoever copies and checks a body calls itself once for each. */
const LEVELS_MAX = 20;

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether a body is nested deeper than any form of ours. Walks without calling itself: depth is what ends a stack. */
export function isNestedTooDeep(body: unknown): boolean {
  let level = [body].filter(isContainer);
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > LEVELS_MAX) return true;
    level = level.flatMap((value) => Object.values(value).filter(isContainer));
  }
  return false;
}
