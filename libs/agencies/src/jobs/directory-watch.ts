import { randomUUID } from 'node:crypto';
import { Ledger } from '#audit';
import { Outbox, UnitOfWork, type Work } from '#database';
import { CITY, type City } from '#deadlines';
import { Inject, Injectable } from '@nestjs/common';
import { freshnessOf } from '../rules/freshness.js';
import { VERIFICATION_RULES } from '../verification-rules.js';

/** Topic of the message that what the directory says has to be looked at again. */
export const DIRECTORY_CHECK_RAN_OUT = 'directory.checkRanOut';

/** Once a week: whoever keeps an agency's lines hears that their check has run out, and the city's keepers that there are some. */
@Injectable()
export class DirectoryWatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    @Inject(CITY) private readonly city: City,
  ) {}

  /** Gives back how many messages it set going. Runs as often as it likes: a week has one for each. */
  async pass(): Promise<number> {
    const found = await this.unitOfWork.lookAsSystem((work) => this.untold(work));
    if (!found) return 0;
    return this.unitOfWork.runAsSystem({ name: 'directory.warn' }, async (work) => {
      let told = 0;
      for (const agencyId of found.agencyIds) {
        const id = randomUUID();
        const [written] = await work.query(
          `insert into simpul.directory_warning (id, agency_id, week_of) values ($1, $2, $3)
           on conflict do nothing returning id`,
          [id, agencyId, found.week],
        );
        if (!written) continue;
        await this.outbox.announce(work, DIRECTORY_CHECK_RAN_OUT, {
          warningId: id,
          ...(agencyId && { agencyId }),
        });
        told += 1;
      }
      // Another worker was faster: then it has written that it told them.
      if (told > 0)
        await this.ledger.append(work, { act: 'directory.checkRanOut', facts: { agencies: found.stale } });
      return told;
    });
  }

  /** Agencies whose check has run out and who were not told this week; null stands for the city's keepers. */
  private async untold(
    work: Work,
  ): Promise<{ agencyIds: (string | null)[]; week: string; stale: number } | undefined> {
    const rows = await work.query<{
      id: string;
      kind: string;
      verifiedOn: string | null;
      enteredOn: string;
      today: string;
      week: string;
    }>(
      `select a.id, a.kind, a.verified_on::text as "verifiedOn", (a.created_at at time zone $1)::date::text as "enteredOn",
              (simpul.now() at time zone $1)::date::text as today,
              date_trunc('week', simpul.now() at time zone $1)::date::text as week
         from simpul.agency a where not a.overseeing order by a.id`,
      [this.city.zone],
    );
    const stale = rows.filter((row) => freshnessOf(row, VERIFICATION_RULES, row.today).stale);
    if (stale.length === 0) return undefined;
    const week = stale[0]!.week;
    const warned = await work.query<{ agencyId: string | null }>(
      'select agency_id as "agencyId" from simpul.directory_warning where week_of = $1',
      [week],
    );
    const told = new Set(warned.map(({ agencyId }) => agencyId));
    const agencyIds = [null, ...stale.map(({ id }) => id)].filter((id) => !told.has(id));
    return agencyIds.length === 0 ? undefined : { agencyIds, week, stale: stale.length };
  }
}
