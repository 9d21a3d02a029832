// How a text of the program is weakened: by its conditions, its choices and its tables.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const OTHER = { '&&': '||', '||': '&&' };

/** The mutants of a file that `ways` finds in its text, named after the file and what is weakened. */
export function mutantsOf(file, spec, ways) {
  const text = readFileSync(root + file, 'utf8');
  const [, lib, name] = /^libs\/([a-z]+)\/.*?([\w-]+)(?:\.\w+)*\.ts$/.exec(file);
  const used = new Map();
  return ways(text).map(({ way, at, from, to }) => {
    const said = `${lib} ${name}: ${way}`.replaceAll(/\s+/g, ' ');
    used.set(said, (used.get(said) ?? 0) + 1);
    const again = used.get(said) > 1 ? ` (${used.get(said)})` : '';
    return { name: said + again, file, ...onlyOnce(text, at, from, to), spec };
  });
}

/** `[{ way, at, from, to }]`: what of the text may be weakened, and how. */
export function weakened(text) {
  return [...conditions(text), ...answers(text), ...tables(text)];
}

function conditions(text, isOne = () => true) {
  return [...text.matchAll(/^[^*/\n]*?\bif \(/gm)].flatMap((match) => {
    const at = match.index + match[0].length;
    const from = text.slice(at, closing(text, at));
    const after = text.slice(at + from.length + 1).trimStart();
    if (!isOne(from, after)) return [];
    const grants = /^(?:\{|acts\.push)/.test(after);
    return [
      { way: `never if (${from})`, at, from, to: 'false' },
      ...fewer(from, at, '||', 'if'),
      ...(grants ? fewer(from, at, '&&', 'if') : []),
    ];
  });
}

const REFUSES =
  /^(?:\{\s*)?(?:throw (?:new|code|no\b|row)|faults\.push|return new (?:Refused|NotFound)|return ['`]|return \[\{ pointer)/;
/** There is no way on from nothing, only another fault. */
const FINDS_NOTHING = /^!\w+\) throw new NotFound\(\)/;

/** What an act refuses: each `if` after which there is a refusal or a fault, never met. */
export const refusals = (text) =>
  conditions(text, (from, after) => REFUSES.test(after) && !FINDS_NOTHING.test(`${from}) ${after}`)).filter(
    ({ way }) => !/^if without !\w+ in /.test(way),
  );

/** What a function answers: without one of its conditions, and always the one or the other of two. */
function answers(text) {
  return [...text.matchAll(/^[^*/\n]*?(?:\breturn |=>\s+)(?=[^\s{(])/gm)].flatMap((match) => {
    const at = match.index + match[0].length;
    const from = text.slice(at, closing(text, at)).trimEnd();
    const [asked, yes, no] = choice(from);
    const either = [yes, no].flatMap((to) => (to ? [{ way: `always ${to} (${from})`, at, from, to }] : []));
    return [...either, ...fewer(asked, at, '&&', ''), ...fewer(asked, at, '||', '')];
  });
}

/** Each act of a table by everybody, from every state. */
function tables(text) {
  const lists = [...text.matchAll(/^ {2}'?([\w.]+)'?: \{([^}]*)\},$/gm)].flatMap((match) =>
    [...match[0].matchAll(/(by|from|states|mandates): \[([^\]]*)\]/g)].map((list) => ({
      act: match[1],
      field: list[1],
      from: list[0],
      at: match.index + list.index,
      values: list[2]
        .split(',')
        .map((each) => each.trim())
        .filter(Boolean),
    })),
  );
  return lists.flatMap(({ act, field, from, at, values }) => {
    const all = [...new Set(lists.filter((each) => each.field === field).flatMap((each) => each.values))];
    if (all.length === values.length) return [];
    return [{ way: `${act} ${field} any`, at, from, to: `${field}: [${all.join(', ')}]` }];
  });
}

/** The condition without one of those that stand side by side in it. */
function fewer(from, at, operator, word) {
  const parts = sideBySide(from, operator);
  if (parts.length < 2) return [];
  return parts.map((part, gone) => ({
    way: `${word} without ${part} in ${from}`.trim(),
    ...{ at, from, to: parts.filter((_, each) => each !== gone).join(` ${operator} `) },
  }));
}

/** `[asked, yes, no]` of `asked ? yes : no`; the whole as `asked` where it is none, or a choice within one. */
function choice(from) {
  const marks = [];
  walk(from, 0, (index, depth) => {
    if (depth === 0 && /^(?:\s\?\s|\s:\s)/.test(from.slice(index))) marks.push(index);
  });
  if (marks.length !== 2) return [from];
  const [yes, no] = marks;
  return [from.slice(0, yes).trim(), from.slice(yes + 3, no).trim(), from.slice(no + 3).trim()];
}

/** What stands between the operators; beside the other operator, parts are no parts of the whole. */
function sideBySide(from, operator) {
  const parts = [];
  let start = 0;
  let isMixed = false;
  walk(from, 0, (index, depth) => {
    if (depth !== 0) return;
    isMixed ||= /^(?:\s\?\s|\?\?)/.test(from.slice(index)) || from.startsWith(OTHER[operator], index);
    if (!from.startsWith(operator, index)) return;
    parts.push(from.slice(start, index).trim());
    start = index + operator.length;
  });
  return isMixed ? [] : [...parts, from.slice(start).trim()];
}

/** Where the bracket ends that is open at `start`, or the statement. */
function closing(text, start) {
  let end = text.length;
  walk(text, start, (index, depth) => {
    if (depth < 0 || (depth === 0 && (text[index] === ';' || text[index] === ','))) {
      end = index;
      return false;
    }
  });
  return end;
}

/** Each character outside of quotes with how deep in brackets it stands, until told `false`. */
function walk(text, start, told) {
  let depth = 0;
  let quote = '';
  for (let index = start; index < text.length; index += 1) {
    const letter = text[index];
    if (quote) {
      if (letter === '\\') index += 1;
      else if (letter === quote) quote = '';
      continue;
    }
    if (`'"\``.includes(letter)) quote = letter;
    if (')]}'.includes(letter)) depth -= 1;
    if (told(index, depth) === false) return;
    if ('([{'.includes(letter)) depth += 1;
  }
}

/** With as many lines before it as it takes for the text to be there once. */
function onlyOnce(text, at, from, to) {
  let start = at;
  let end = at + from.length;
  while (text.split(text.slice(start, end)).length > 2) {
    if (start > 0) start = text.lastIndexOf('\n', start - 2) + 1;
    else end = text.indexOf('\n', end + 1);
  }
  return { from: text.slice(start, end), to: text.slice(start, at) + to + text.slice(at + from.length, end) };
}
