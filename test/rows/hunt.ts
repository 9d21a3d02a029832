import type pg from 'pg';
import type { Attempt } from './attempts.js';
import { differences } from './catalog.js';
import { compare, newTally } from './cross.js';
import { loosened, thawed } from './frozen.js';
import type { Mutant } from './mutant.js';
import { changedTables, wrongWhenOpened } from './opened.js';
import type { Asker } from './asked.js';
import type { Proof } from './world.js';

/**
 * Whether the proof sees a mutant: the guard is taken away inside a transaction of the superuser, who then plays each
 * role of the database; rolled back, the database is whole again. The first red line ends the search.
 */
export class Hunt {
  constructor(
    private readonly proof: Proof,
    private readonly client: pg.Client,
  ) {}

  /** What turned red, or null: it survives. */
  async kill(mutant: Mutant): Promise<string | null> {
    await this.client.query('begin');
    try {
      await this.client.query(mutant.sql);
      if (mutant.trigger)
        return (await thawed(this.client, this.proof.askers[0]!.token!, mutant.trigger))[0] ?? null;
      if (mutant.constraint) return (await loosened(this.client, mutant.constraint))[0] ?? null;
      if (mutant.table ?? mutant.catalog) {
        const [line] = await differences(this.client, mutant.table);
        if (line || mutant.catalog) return line ?? null;
      }
      if (mutant.table) return (await this.opened(mutant)) ?? (await this.cross(mutant));
      // What is of no table shows soonest where somebody reads.
      const read = await this.cross({ ...mutant, command: 'SELECT' });
      return read ?? (await this.opened(mutant)) ?? (await this.cross(mutant));
    } finally {
      await this.client.query('rollback');
    }
  }

  private async opened({ table, tables, command }: Mutant): Promise<string | null> {
    if (command !== undefined && command !== 'UPDATE' && command !== 'ALL') return null;
    for (const as of ['api', 'worker', 'signin'])
      for (const each of changedTables(as).filter((its) => isAbout({ table, tables }, its))) {
        const [line] = await wrongWhenOpened(this.client, this.proof, as, each);
        if (line) return line;
      }
    return null;
  }

  private async cross(mutant: Mutant): Promise<string | null> {
    for (const as of ['api', 'worker', 'signin', 'ledger']) {
      const attempts = this.attemptsOf(as, mutant);
      if (attempts.length === 0) continue;
      await this.client.query(`set local role simpul_${as}`);
      for (const asker of this.askersOf(as)) {
        const tally = newTally();
        await compare(this.client, asker, attempts, tally);
        if (tally.wrong[0]) return tally.wrong[0];
      }
      await this.client.query('reset role');
    }
    return null;
  }

  private attemptsOf(as: string, { table, tables, command }: Mutant): Attempt[] {
    return this.proof.generator
      .attempts(as)
      .filter(
        (its) => isAbout({ table, tables }, its.table) && ['ALL', its.command, undefined].includes(command),
      );
  }

  private askersOf(as: string): Asker[] {
    return this.proof.askers.filter((asker) => asker.as === as);
  }
}

const isAbout = ({ table, tables }: Pick<Mutant, 'table' | 'tables'>, its: string): boolean =>
  tables ? tables.has(its) : (table ?? its) === its;
