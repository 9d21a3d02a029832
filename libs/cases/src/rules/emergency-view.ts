/** What an emergency access is for: to know who is in danger and how to reach them, and to write down what was done. */
export const EMERGENCY_ACTS = ['case.reveal', 'case.note'] as const;

/**
 * The case page for somebody who sees it by an emergency: no act is offered in it but those of the emergency, neither on
 * the case nor on anything that hangs on it. Pure; gives back a copy.
 */
export function inAnEmergency<Page extends { availableActs: readonly string[] }>(page: Page): Page {
  const emergency: readonly string[] = EMERGENCY_ACTS;
  return {
    ...(withoutActs(page) as Page),
    availableActs: page.availableActs.filter((act) => emergency.includes(act)),
  };
}

function withoutActs(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutActs);
  if (value === null || typeof value !== 'object' || value instanceof Date || Buffer.isBuffer(value))
    return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inside]) => [
      name,
      name === 'availableActs' ? [] : withoutActs(inside),
    ]),
  );
}
