import { Ledger } from '#audit';
import { Outbox, UnitOfWork, type Work } from '#database';
import { INVARIANT_BROKEN } from '#notifications';
import { Injectable, Logger } from '@nestjs/common';
import { brokenOf, checkInvariants, type Finding, type Verdict } from './check.js';
import { RECONCILED } from './table.js';

/** A breach that stays is told again after this long; a new one at once. */
const TELL_AGAIN_HOURS = 24;
const IDS_IN_LEDGER_MAX = 20;

/**
 * Checks the guarantee while the house runs. Reading happens in a transaction that can write nothing; the verdict is a
 * row (for health pages), an entry of the ledger with ids and codes, and, when something is broken, a message to
 * supervisors and administrators that says no more than that.
 */
@Injectable()
export class InvariantWatch {
  private readonly log = new Logger('InvariantWatch');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  async pass(): Promise<Verdict> {
    const verdict = await this.unitOfWork.lookAsSystem((work) => checkInvariants((sql) => work.query(sql)));
    const broken = brokenOf(verdict);
    await this.tell(verdict, broken);
    return verdict;
  }

  /** Holds the ledger against the rows, and is silent while they agree. */
  async reconcile(): Promise<Verdict> {
    const verdict = await this.unitOfWork.lookAsSystem((work) =>
      checkInvariants((sql) => work.query(sql), [RECONCILED]),
    );
    const broken = brokenOf(verdict);
    if (broken.length > 0) await this.tell(verdict, broken);
    return verdict;
  }

  private async tell(verdict: Verdict, broken: readonly Finding[]): Promise<void> {
    await this.unitOfWork.runAsSystem({ name: 'invariants.checked' }, (work) =>
      this.record(work, verdict, broken),
    );
    for (const { name, count } of broken) this.log.error(`ALARM invariant ${name} is broken ${count} times`);
  }

  private async record(work: Work, verdict: Verdict, broken: readonly Finding[]): Promise<void> {
    const names = broken.map(({ name }) => name);
    const alarms = names.length > 0 && !(await this.toldOf(work, names));
    const [row] = await work.query<{ id: string }>(
      'insert into simpul.invariant_check (checked, broken, breaches, alarmed) values ($1, $2, $3, $4) returning id',
      [verdict.findings.length, names, broken.reduce((sum, { count }) => sum + count, 0), alarms],
    );
    await this.ledger.append(work, {
      act: 'invariants.checked',
      object: { kind: 'invariantCheck', id: row!.id },
      facts: {
        checked: verdict.findings.length,
        broken: names,
        things: broken
          .flatMap(({ name, breaches }) =>
            breaches.map(({ id, code }) => [name, code, id].filter((part) => part !== null).join('.')),
          )
          .slice(0, IDS_IN_LEDGER_MAX),
      },
    });
    if (alarms) await this.outbox.announce(work, INVARIANT_BROKEN, { checkId: row!.id });
  }

  /** Whether an alarm of the last day already told of all that is broken now. */
  private async toldOf(work: Work, names: readonly string[]): Promise<boolean> {
    const [last] = await work.query<{ told: boolean }>(
      `select exists (select 1 from simpul.invariant_check
                       where alarmed and at > simpul.now() - make_interval(hours => $1) and broken @> $2) as told`,
      [TELL_AGAIN_HOURS, names],
    );
    return last!.told;
  }
}
