import { witnessKeyOf, type WitnessKey } from './cosignature.js';
import { NoteBroken } from './note.js';

export interface Witness {
  key: WitnessKey;
  /** Where checkpoints are sent (the submission prefix); a witness without one is asked by hand. */
  url?: string;
}

/** Who witnesses, and which of them are enough. `isEnough` takes the names of the keys that signed. */
export interface WitnessPolicy {
  witnesses: readonly Witness[];
  isEnough(signed: ReadonlySet<string>): boolean;
}

export const NO_WITNESS: WitnessPolicy = { witnesses: [], isEnough: () => true };

type Rule = (signed: ReadonlySet<string>) => boolean;

/**
 * Reads a policy in the form of c2sp.org/tlog-policy: lines `witness NAME KEY [URL]`, `group NAME N|any|all MEMBER…` and
 * one `quorum NAME`. `log` lines are for verifiers elsewhere and passed over here. Throws NoteBroken with a reason.
 */
export function readWitnessPolicy(text: string): WitnessPolicy {
  const witnesses: Witness[] = [];
  const rules = new Map<string, Rule>([['none', () => true]]);
  let quorum: Rule | undefined;
  const define = (name: string | undefined, rule: Rule): void => {
    if (!name || rules.has(name)) throw new NoteBroken(`The policy has no or a second name "${name}".`);
    rules.set(name, rule);
  };
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const [word, name, ...rest] = line.split(/[ \t]+/);
    if (word === 'witness') {
      const witness = witnessFrom(rest);
      witnesses.push(witness);
      define(name, (signed) => signed.has(witness.key.name));
    } else if (word === 'group') define(name, groupOf(rules, rest));
    else if (word === 'quorum' && !quorum) quorum = ruleOf(rules, name);
    else if (word !== 'log') throw new NoteBroken(`The policy has a line that says nothing known: ${word}.`);
  }
  if (!quorum) throw new NoteBroken('The policy has no quorum line.');
  if (new Set(witnesses.map(({ key }) => key.name)).size < witnesses.length)
    throw new NoteBroken('The policy names two witnesses with one key name.');
  return { witnesses, isEnough: quorum };
}

function witnessFrom([key, url]: string[]): Witness {
  if (url !== undefined && !/^https?:\/\/[^\s]+$/.test(url))
    throw new NoteBroken('A witness is reached by http or https.');
  return { key: witnessKeyOf(key ?? ''), ...(url && { url: url.replace(/\/+$/, '') }) };
}

function groupOf(rules: ReadonlyMap<string, Rule>, [threshold, ...members]: string[]): Rule {
  const parts = members.map((name) => ruleOf(rules, name === 'none' ? undefined : name));
  const words: Record<string, number> = { any: 1, all: parts.length };
  const needed = words[threshold ?? ''] ?? Number(threshold);
  if (!Number.isInteger(needed) || needed < 1 || needed > parts.length)
    throw new NoteBroken('A group of the policy needs 1 to n of its n members.');
  return (signed) => parts.filter((holds) => holds(signed)).length >= needed;
}

function ruleOf(rules: ReadonlyMap<string, Rule>, name: string | undefined): Rule {
  const rule = rules.get(name ?? '');
  if (!rule) throw new NoteBroken(`The policy names "${name}" before it says who that is.`);
  return rule;
}
