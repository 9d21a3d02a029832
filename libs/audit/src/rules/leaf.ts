import canonicalizeModule from 'canonicalize';

// The package is CommonJS whose module is the function, while its types declare a default export.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

// Half of a surrogate pair, as JSON.stringify writes it: an escape, and no escaped backslash before letters.
const LONE_SURROGATE = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;

/** RFC 8785 canonical JSON in UTF-8. Throws for what I-JSON does not have: NaN, infinities, lone surrogates. */
export function canonicalBytes(value: unknown): Buffer {
  const text = canonicalize(value);
  if (text === undefined || LONE_SURROGATE.test(text)) throw new Error('This has no canonical JSON.');
  return Buffer.from(text, 'utf8');
}

/** What a fact may be: a code, a count, an id, a yes or no, or a list of codes or ids. */
export type Fact = string | number | boolean | string[];
export type Decision = 'allowed' | 'refused' | 'denied';

/** One entry as it is hashed. Ids and codes only; `at` is UTC with microseconds, as PostgreSQL keeps it. */
export interface LeafContent {
  id: string;
  at: string;
  act: string;
  decision: Decision;
  actorId: string | null;
  actorRole: string;
  actorAgency: string | null;
  objectKind: string | null;
  objectId: string | null;
  caseRef: string | null;
  facts: Record<string, Fact>;
  commitment: string | null;
  requestId: string | null;
}

const LEAF_VERSION = 1;

/** The bytes of the leaf: the entry in RFC 8785 canonical JSON. The same entry gives the same bytes everywhere. */
export function leafBytes(entry: LeafContent): Buffer {
  const { id, at, act, decision, actorId, actorRole, actorAgency } = entry;
  const { objectKind, objectId, caseRef, facts, commitment, requestId } = entry;
  return canonicalBytes({
    v: LEAF_VERSION,
    ...{ id, at, act, decision, actorId, actorRole, actorAgency },
    ...{ objectKind, objectId, caseRef, facts, commitment, requestId },
  });
}

const LONGEST_CODE = 120;
const MOST_FACTS = 40;
// No space: a name, a sentence or a story does not pass as a code.
const CODE = /^[\p{L}\p{N}_.:;,+/@()#%-]*$/u;

/**
 * The facts as they may enter the ledger, or an error that names the fault: the ledger outlives every erasure, so
 * free text must never reach it. Text goes into `detail`, of which only a keyed commitment is stored.
 */
export function checkedFacts(facts: Readonly<Record<string, Fact | null | undefined>>): Record<string, Fact> {
  const kept: Record<string, Fact> = {};
  for (const [name, value] of Object.entries(facts)) {
    if (value === undefined || value === null) continue;
    if (!/^[A-Za-z][A-Za-z0-9]{0,59}$/.test(name))
      throw new Error(`A ledger fact has a camelCase name, not "${name}".`);
    kept[name] = checkedFact(name, value);
  }
  if (Object.keys(kept).length > MOST_FACTS) throw new Error('A ledger entry has too many facts.');
  return kept;
}

function checkedFact(name: string, value: Fact): Fact {
  if (typeof value === 'boolean') return value;
  // RFC 8785 prints numbers as doubles; beyond safe integers two databases may disagree.
  if (typeof value === 'number' && Number.isSafeInteger(value)) return Object.is(value, -0) ? 0 : value;
  if (typeof value === 'string') return checkedCode(name, value);
  if (Array.isArray(value)) return value.map((item) => checkedCode(name, item));
  throw new Error(`The ledger fact "${name}" is not a code, a whole number, yes or no, or a list of codes.`);
}

function checkedCode(name: string, value: string): string {
  if (typeof value !== 'string' || value.length > LONGEST_CODE || !CODE.test(value)) {
    throw new Error(
      `The ledger fact "${name}" looks like free text; the ledger takes codes, counts and ids only.`,
    );
  }
  return value.normalize('NFC');
}
