import type { WitnessPolicy } from './rules/witness-policy.js';
import type { WitnessTrouble } from './rules/witness-trouble.js';
import type { Ask } from './verification.js';

/** What a witness has vouched for, as the ledger's owner can show it. Its own word is at its own address. */
export interface WitnessState {
  witness: string;
  /** Entries that its last good signature covers; null when it never signed. */
  size: number | null;
  /** When it signed them, by its own clock. */
  signedAt: Date | null;
  /** Checkpoints that were signed since and that it has not signed. */
  behind: number;
  trouble: WitnessTrouble | null;
}

export interface WitnessStates {
  witnesses: WitnessState[];
  /** Whether the witnesses that signed the newest checkpoint, or the one before it, are enough by the policy. */
  enough: boolean;
}

/** One second may lie between a checkpoint and its witnesses. */
const BEHIND_MAX = 1;

/** Checks the last signature of every witness against the checkpoint that it stands for. Asks no witness. */
export async function witnessStates(ask: Ask, policy: WitnessPolicy): Promise<WitnessStates> {
  const witnesses: WitnessState[] = [];
  for (const { key } of policy.witnesses) {
    const [last] = await ask<{ line: string; note: string; size: number; behind: number }>(
      `select s.line, c.note, c.size::float8 as size,
              (select count(*) from ledger.checkpoint n where n.number > c.number)::float8 as behind
         from ledger.cosignature s join ledger.checkpoint c on c.number = s.checkpoint
        where s.witness = $1 order by s.checkpoint desc limit 1`,
      [key.name],
    );
    const [standing] = await ask<{ trouble: WitnessTrouble | null }>(
      'select trouble from simpul.witness_standing where witness = $1',
      [key.name],
    );
    const signed = last ? key.check(last.note, last.line) : null;
    witnesses.push({
      witness: key.name,
      size: signed === null ? null : last!.size,
      signedAt: signed === null ? null : new Date(signed * 1000),
      behind: last?.behind ?? 0,
      trouble: standing?.trouble ?? (last && signed === null ? 'badAnswer' : null),
    });
  }
  const present = witnesses.filter(({ size, behind }) => size !== null && behind <= BEHIND_MAX);
  return { witnesses, enough: policy.isEnough(new Set(present.map(({ witness }) => witness))) };
}
