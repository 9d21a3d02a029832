import type { Work } from '#database';
import { Refused } from '#refusals';

/**
 * What somebody proposed is agreed to by no one once that human being has an interest in the case: `fourEyes.conflict`.
 * It is taken back and proposed anew by somebody else. The policies of the tables refuse it as well.
 */
export async function refuseInterest(work: Work, caseId: string, proposerPersonId: string): Promise<void> {
  const [row] = await work.query<{ yes: boolean }>('select simpul.has_conflict($1, $2) as yes', [
    caseId,
    proposerPersonId,
  ]);
  if (row!.yes) throw new Refused('fourEyes.conflict');
}
