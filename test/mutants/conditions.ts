/** One operand of an AND, an OR or a WHERE in the text of a function. */
export interface Condition {
  start: number;
  end: number;
  by: 'and' | 'or';
  /** Which one of the text's it is: the same words may stand there twice. */
  at: number;
}

interface Token {
  word: string;
  start: number;
  end: number;
}

/** Words at which a chain of conditions ends and another may begin. */
const ENDS = new Set([
  ...[
    'where',
    'on',
    'having',
    'if',
    'elsif',
    'when',
    'then',
    'else',
    'end',
    'select',
    'from',
    'order',
    'group',
    'union',
  ],
  ...[
    'limit',
    'for',
    'loop',
    'join',
    'left',
    'cross',
    'as',
    'into',
    'set',
    'returning',
    'except',
    'intersect',
    'return',
  ],
  ...['begin', 'declare', 'values', 'constant', 'query', 'raise', ';', ',', ':='],
]);

/**
 * Every operand of a chain of ANDs and ORs, as it is written by hand: comments and quoted text are passed over, and the AND of
 * a BETWEEN belongs to its operand. A single condition of a WHERE counts as a chain of one. Pure.
 */
export function conditions(text: string): Condition[] {
  const tokens = tokensOf(text);
  const found: Omit<Condition, 'at'>[] = [];
  let chain: { cuts: Token[]; from: number; where: boolean; between: boolean } | undefined;
  const stack: (typeof chain)[] = [];
  const close = (end: number): void => {
    if (chain && (chain.cuts.length > 0 || chain.where))
      found.push(...operandsOf(chain.from, end, chain.cuts));
    chain = undefined;
  };
  for (const token of tokens) {
    const { word, start, end } = token;
    if (word === '(') {
      stack.push(chain);
      chain = { cuts: [], from: end, where: false, between: false };
    } else if (word === ')') {
      close(start);
      chain = stack.pop();
    } else if (word === 'between') {
      if (chain) chain.between = true;
    } else if (word === 'and' || word === 'or') {
      if (chain?.between && word === 'and') chain.between = false;
      else chain?.cuts.push(token);
    } else if (ENDS.has(word)) {
      close(start);
      chain = { cuts: [], from: end, where: word === 'where', between: false };
    }
  }
  close(text.length);
  return found
    .filter(({ start, end }) => text.slice(start, end).trim() !== '')
    .map((one, at) => ({ ...one, at }));
}

/** An OR binds looser than an AND: its sides are operands, and so are the ANDs within each side. */
function operandsOf(from: number, end: number, cuts: Token[]): Omit<Condition, 'at'>[] {
  const ors = cuts.filter(({ word }) => word === 'or');
  const edges = [{ start: from, end: from }, ...ors, { start: end, end }];
  return edges.slice(1).flatMap((edge, index) => {
    const side = { start: edges[index]!.end, end: edge.start };
    const ands = cuts.filter(({ word, start }) => word === 'and' && start > side.start && start < side.end);
    const inner = [{ end: side.start, start: side.start }, ...ands, { start: side.end, end: side.end }];
    const parts = inner
      .slice(1)
      .map((cut, at) => ({ start: inner[at]!.end, end: cut.start, by: 'and' as const }));
    if (ors.length === 0) return parts;
    return [{ ...side, by: 'or' as const }, ...(ands.length > 0 ? parts : [])];
  });
}

function tokensOf(text: string): Token[] {
  const pattern = /--[^\n]*|'(?:[^']|'')*'|"[^"]*"|is\s+(?:not\s+)?distinct\s+from|[a-z_]+|:=|[();,]/gi;
  return [...text.matchAll(pattern)]
    .map((match) => ({
      word: match[0].toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
    }))
    .filter(({ word }) => !/^(?:--|'|")/.test(word));
}
