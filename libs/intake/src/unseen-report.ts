import type { Work } from '#database';
import { NotFound, Refused } from '#refusals';

/**
 * A report out of sight looks like none. Only to the office that had kept it is it said that a colleague has decided:
 * the case that it became stays unseen (`report.alreadyDecided`).
 */
export async function refuseUnseen(work: Work, id: string): Promise<never> {
  const [row] = await work.query<{ decided: boolean }>('select simpul.report_was_decided($1) as decided', [
    id,
  ]);
  throw row?.decided ? new Refused('report.alreadyDecided') : new NotFound();
}
