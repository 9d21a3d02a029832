import { Outbox, UnitOfWork, type Work } from '#database';
import { Injectable, Logger } from '@nestjs/common';
import { Ledger } from '../ledger.service.js';
import { isAlarm, type WitnessTrouble } from '../rules/witness-trouble.js';
import { Witnesses, type WitnessOutcome } from '../witnesses.js';

/** A witness is silent or refuses; supervisors, auditors and administrators are told. */
export const WITNESS_TROUBLED = 'witness.troubled';

interface Standing {
  id: string;
  trouble: WitnessTrouble | null;
  since: Date;
  alarmed_at: Date | null;
}

/** The round to the witnesses, about every second: an entry is seen from outside soon after it is sealed. */
@Injectable()
export class WitnessJob {
  private readonly log = new Logger('WitnessJob');
  /** Witnesses of which this process knows that nothing is noted against them. */
  private readonly clean = new Set<string>();

  constructor(
    private readonly witnesses: Witnesses,
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  async pass(): Promise<WitnessOutcome[]> {
    const outcomes = await this.witnesses.pass();
    for (const outcome of outcomes) {
      if (outcome.trouble) await this.note(outcome, outcome.trouble);
      else if (!this.clean.has(outcome.witness)) await this.clear(outcome);
    }
    return outcomes;
  }

  private async note({ witness, size }: WitnessOutcome, trouble: WitnessTrouble): Promise<void> {
    this.clean.delete(witness);
    // A refusal that says that history was changed must not be hidden behind a later silence.
    const standing = await this.unitOfWork.keep(null, async (work) => {
      const [row] = await work.query<Standing>(
        `insert into simpul.witness_standing as s (witness, trouble, since) values ($1, $2, simpul.now())
         on conflict (witness) do update
            set trouble = case when excluded.trouble in ('silent', 'badAnswer') and s.trouble is not null
                               then s.trouble else excluded.trouble end,
                since = coalesce(s.since, excluded.since),
                alarmed_at = case when s.trouble is null or (s.trouble in ('silent', 'badAnswer')
                                       and excluded.trouble not in ('silent', 'badAnswer'))
                                  then null else s.alarmed_at end
         returning id, trouble, since, alarmed_at`,
        [witness, trouble],
      );
      return { ...row!, now: work.at };
    });
    if (!isAlarm(standing.trouble!, standing.since, standing.alarmed_at, standing.now)) return;
    await this.unitOfWork.runAsSystem({ name: WITNESS_TROUBLED }, (work) =>
      this.alarm(work, standing, { witness, code: standing.trouble, size }),
    );
    this.log.error(`ALARM witness ${witness}: ${standing.trouble}`);
  }

  private async alarm(
    work: Work,
    { id }: Standing,
    facts: { witness: string; code: WitnessTrouble | null; size: number | null },
  ): Promise<void> {
    await work.query('update simpul.witness_standing set alarmed_at = simpul.now() where id = $1', [id]);
    await this.ledger.append(work, { act: WITNESS_TROUBLED, object: { kind: 'witness', id }, facts });
    await this.outbox.announce(work, WITNESS_TROUBLED, { standingId: id });
  }

  /** Once it signs again, what was noted is over; if it was told of, that it is over is told in the ledger, too. */
  private async clear({ witness, size }: WitnessOutcome): Promise<void> {
    const [standing] = await this.unitOfWork.lookAsSystem((work) =>
      work.query<Standing>(
        'select id, trouble, since, alarmed_at from simpul.witness_standing where witness = $1',
        [witness],
      ),
    );
    if (standing?.trouble) {
      const over =
        'update simpul.witness_standing set trouble = null, since = null, alarmed_at = null where id = $1';
      if (!standing.alarmed_at) await this.unitOfWork.keep(null, (work) => work.query(over, [standing.id]));
      else
        await this.unitOfWork.runAsSystem({ name: 'witness.recovered' }, async (work) => {
          await work.query(over, [standing.id]);
          const object = { kind: 'witness', id: standing.id };
          await this.ledger.append(work, { act: 'witness.recovered', object, facts: { witness, size } });
        });
    }
    this.clean.add(witness);
  }
}
