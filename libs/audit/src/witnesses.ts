import { TreeReader } from './tree-reader.js';
import type { Ask } from './verification.js';
import type { Witness, WitnessPolicy } from './rules/witness-policy.js';
import type { WitnessTrouble } from './rules/witness-trouble.js';

/** How a witness stands after a pass; `trouble` is null when it signed the newest checkpoint. */
export interface WitnessOutcome {
  witness: string;
  trouble: WitnessTrouble | null;
  /** The size that it signed, or the one that it says it knows. */
  size: number | null;
}

interface SignedCheckpoint {
  number: number;
  size: number;
  note: string;
}

const ANSWER_MS_MAX = 5_000;
const ANSWER_BYTES_MAX = 10_000;
/** The size that we believe a witness to know may be old: it then says its own, and we try again with that. */
const TRIES = 3;

/**
 * Brings the newest checkpoint to every witness that can be reached by HTTP (c2sp.org/tlog-witness) and keeps their
 * signatures. What a witness may learn is in the request: the ledger's name, its size, and hashes.
 */
export class Witnesses {
  /** `ask` runs as simpul_ledger, which alone may keep signatures. */
  constructor(
    private readonly ask: Ask,
    private readonly policy: WitnessPolicy,
  ) {}

  async pass(): Promise<WitnessOutcome[]> {
    const reachable = this.policy.witnesses.filter(({ url }) => url !== undefined);
    const newest = reachable.length > 0 ? await this.newest() : undefined;
    if (!newest) return [];
    return Promise.all(reachable.map((witness) => this.bring(witness, newest)));
  }

  private async bring(witness: Witness, newest: SignedCheckpoint): Promise<WitnessOutcome> {
    const { name } = witness.key;
    const [last] = await this.ask<{ checkpoint: number; size: number }>(
      `select s.checkpoint::float8 as checkpoint, c.size::float8 as size
         from ledger.cosignature s join ledger.checkpoint c on c.number = s.checkpoint
        where s.witness = $1 order by s.checkpoint desc limit 1`,
      [name],
    );
    const outcome = (trouble: WitnessTrouble | null, size: number | null): WitnessOutcome => ({
      witness: name,
      trouble,
      size,
    });
    if (last && last.checkpoint >= newest.number) return outcome(null, last.size);
    let known = last?.size ?? 0;
    for (let tries = 0; tries < TRIES; tries++) {
      const answer = await this.send(witness.url!, known, newest);
      if (!answer) return outcome('silent', null);
      if (answer.status === 200)
        return outcome((await this.keep(witness, newest, answer.text)) ? null : 'badAnswer', newest.size);
      if (answer.status !== 409) return outcome(TROUBLE_OF_STATUS[answer.status] ?? 'badAnswer', null);
      const size = /^(0|[1-9]\d{0,15})\n$/.exec(answer.text)?.[1];
      if (size === undefined) return outcome('badAnswer', null);
      if (Number(size) === known) return outcome('forked', known);
      // Another worker may have brought a newer checkpoint meanwhile; else the witness saw entries that are gone here.
      if (Number(size) > newest.size) {
        const isGone = ((await this.newest())?.size ?? 0) < Number(size);
        return outcome(isGone ? 'knowsMore' : null, Number(size));
      }
      known = Number(size);
    }
    return outcome('badAnswer', known);
  }

  private async send(
    url: string,
    oldSize: number,
    { size, note }: SignedCheckpoint,
  ): Promise<{ status: number; text: string } | null> {
    const proof =
      oldSize > 0 && oldSize < size ? await new TreeReader(this.ask).consistency(oldSize, size) : [];
    const lines = proof.map((hash) => `${hash.toString('base64')}\n`).join('');
    try {
      const response = await fetch(`${url}/add-checkpoint`, {
        method: 'POST',
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        body: `old ${oldSize}\n${lines}\n${note}`,
        redirect: 'error',
        signal: AbortSignal.timeout(ANSWER_MS_MAX),
      });
      return { status: response.status, text: (await response.text()).slice(0, ANSWER_BYTES_MAX) };
    } catch {
      return null;
    }
  }

  /** Keeps the first line that is the witness's own signature on this checkpoint; lines of other keys are passed over. */
  private async keep(witness: Witness, { number, note }: SignedCheckpoint, text: string): Promise<boolean> {
    const lines = text.split('\n').map((line) => `${line}\n`);
    const line = lines.find((one) => witness.key.check(note, one) !== null);
    if (!line) return false;
    await this.ask(
      'insert into ledger.cosignature (checkpoint, witness, line) values ($1, $2, $3) on conflict do nothing',
      [number, witness.key.name, line],
    );
    return true;
  }

  private async newest(): Promise<SignedCheckpoint | undefined> {
    const [row] = await this.ask<SignedCheckpoint>(
      `select number::float8 as number, size::float8 as size, note from ledger.checkpoint
        order by number desc limit 1`,
    );
    return row;
  }
}

const TROUBLE_OF_STATUS: Readonly<Record<number, WitnessTrouble>> = {
  403: 'unknownKey',
  404: 'unknownLedger',
  422: 'proofRefused',
};
