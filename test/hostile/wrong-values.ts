/** One place in a body and what to put there. `pointer` is the place as RFC 6901 writes it. */
export interface Change {
  pointer: string;
  value: unknown;
}

type Step = string | number;

const LONG = 'x'.repeat(60_000);
/** As deep as a body may be; what is deeper is refused before anybody reads it (broken-bodies). */
const DEEP: unknown = JSON.parse('['.repeat(15) + ']'.repeat(15));
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const UUID = /^[0-9a-f]{8}-/;

/** What no field of that kind may hold, whatever it means. */
function wrongFor(value: unknown): unknown[] {
  const anywhere = [{}, { $ne: '' }, { toString: 'x' }, DEEP];
  if (Array.isArray(value))
    return [
      ...['x', 0, true, {}, { $ne: '' }, { 0: 'x', length: 1 }, [[]], [7], [null], ['a\u0000b']],
      // An object in which nothing is required is a right element of a list of objects.
      ...(typeof value[0] === 'object' ? [] : [[{}], Array(5_000).fill('X')]),
    ];
  if (typeof value === 'number') return ['34', '', true, [], -1, 0.5, 1e308, 2 ** 53 + 1, ...anywhere];
  if (typeof value === 'boolean') return ['false', 'true', '', 0, 1, [], ...anywhere];
  if (typeof value === 'object') return ['x', 7, true, [], [{}]];
  const texts = [
    7,
    0,
    false,
    [],
    ['x'],
    [[]],
    ...anywhere,
    LONG,
    'a\u0000b',
    '\ud800',
    'a\udfffb',
    '\u202eabc',
    '\u0007',
  ];
  const text = String(value);
  if (DATE_TIME.test(text))
    return [
      ...texts,
      '',
      'besok',
      '2026-02-31T10:00:00+07:00',
      '2026-04-14',
      '2026-04-14T10:00:00',
      '2027-04-14T10:00:00', // in whose zone?
      '0000-01-01T00:00:00Z',
      '1026-04-14T10:00:00+07:00',
      '9999-12-31T23:59:59Z',
      '2026-04-14T25:00:00Z',
      '2026-04-14T10:60:00Z',
      '2026-00-10T10:00:00Z',
      '2026-04-14T10:00:00+99:99',
      '+02026-04-14T10:00:00Z',
      'NaN',
      '1e9',
    ];
  if (DATE.test(text))
    return [
      ...texts,
      '2026-02-30',
      '2026-13-01',
      '0000-01-01',
      '1026-04-14',
      '9999-12-31',
      '0000-00-00',
      '2026-2-3',
      '2026-04-14T00:00:00Z',
      'NaN',
    ];
  if (UUID.test(text))
    return [...texts, 'undefined', '', '1', "' or 1=1 --", `${text}x`, text.replaceAll('-', '')];
  return texts;
}

/** Every place of a body with every value that is wrong there, and a field that nobody knows in every object. */
export function wrongChanges(body: unknown): Change[] {
  return places(body).flatMap(({ at, value }) => {
    const pointer = at.map((step) => `/${step}`).join('');
    const wrong = at.length === 0 ? [] : wrongFor(value).map((bad) => ({ pointer, value: bad }));
    const unknown =
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? ['isAdmin', 'role', 'caseId2'].map((name) => ({ pointer: `${pointer}/${name}`, value: true }))
        : [];
    return [...wrong, ...unknown];
  });
}

/** Every place of a body, the body itself first. */
export function places(body: unknown, at: Step[] = []): { at: Step[]; value: unknown }[] {
  const inside =
    typeof body === 'object' && body !== null
      ? Object.entries(body).flatMap(([name, value]) =>
          places(value, [...at, Array.isArray(body) ? Number(name) : name]),
        )
      : [];
  return [{ at, value: body }, ...inside];
}

/** The body with one place changed; the given body stays as it is. */
export function changed(body: object, { pointer, value }: Change): unknown {
  const copy = structuredClone(body) as Record<string, unknown>;
  const steps = pointer.split('/').slice(1);
  const last = steps.pop();
  if (last === undefined) return value;
  const parent = steps.reduce((inner, step) => inner[step] as Record<string, unknown>, copy);
  parent[last] = value;
  return copy;
}
