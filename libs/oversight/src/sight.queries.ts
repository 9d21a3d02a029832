import { POLICY, readsOf, type Actor } from '#access';
import { Ledger } from '#audit';
import { UnitOfWork } from '#database';
import { NotFound } from '#refusals';
import { Injectable } from '@nestjs/common';

export const HOWS = [
  'owner',
  'member',
  'named',
  'unit',
  'guard',
  'emergency',
  'receiver',
  'asked',
  'report',
  'missed',
] as const;
export const BARS = ['sealed', 'interest', 'workplace', 'guarded'] as const;

/** One way by which somebody stands to a case, or stood once. */
export interface Way {
  /** As the policy calls it; `asked`, which opens nothing, is no relation of it. */
  relation: string;
  how: (typeof HOWS)[number];
  since: string | null;
  until: string | null;
  holds: boolean;
}

/** Whether, why and what somebody sees of a case. */
export interface Sight {
  accountId: string;
  name: string;
  role: string;
  agencyName: string;
  ways: Way[];
  /** What keeps the case from them. `guarded`: only an integrity officer may know why. */
  barred: (typeof BARS)[number][];
}

export interface Opened {
  route: string;
  answer: string;
  fields: string[];
}

/** What the policy opens to somebody who stands like that: its lines, and the fields of their answers. */
export function openedTo({ role, ways }: Sight): Opened[] {
  const standing = ways.filter(({ holds }) => holds).map(({ relation }) => relation);
  return readsOf(POLICY, role, standing).map(({ route, answer }) => ({
    route,
    answer: answer!,
    fields: [...(POLICY.fields.get(answer!)?.keys() ?? [])],
  }));
}

/** Whether a route opens anything to them now, or they are told what was missed. A role that reads no case sees none by standing to it. */
export const seesAnything = (sight: Sight): boolean =>
  openedTo(sight).length > 0 || sight.ways.some(({ relation, holds }) => holds && relation === 'missed');

/**
 * "Why can this person see this case?", for whoever stands to it: from the same relations (`simpul.ways_to_case`) and
 * the same policy that each request is held against. Asking is an entry.
 */
@Injectable()
export class CaseSight {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
  ) {}

  /** The unit, the team and everybody who was sent something; with an account, that one, whoever it is. */
  async of(actor: Actor, caseId: string, accountId?: string): Promise<Sight[]> {
    const act = { name: 'sight.ask', object: { kind: 'case', id: caseId }, caseId };
    return this.unitOfWork.run(actor, act, async (work) => {
      const people = await work.query<Sight>('select * from simpul.sight_of_case($1, $2)', [
        caseId,
        accountId ?? null,
      ]);
      if (people.length === 0) throw new NotFound();
      await this.ledger.append(work, {
        act: 'case.sightRead',
        object: { kind: 'case', id: caseId },
        caseId,
        facts: accountId ? { account: accountId } : { people: people.length },
      });
      return people;
    });
  }

  /** The same for an auditor, who knows the case by its pseudonym in the ledger alone. */
  async ofRef(actor: Actor, caseRef: string, accountId?: string): Promise<Sight[]> {
    // A denial names nothing: what was asked for may be a case's own id, and the trail would tie it to its pseudonym.
    return this.unitOfWork.run(actor, { name: 'sight.askByRef' }, async (work) => {
      const people = await work.query<Sight>('select * from simpul.sight_of_ref($1, $2)', [
        caseRef,
        accountId ?? null,
      ]);
      if (people.length === 0) throw new NotFound();
      await this.ledger.append(work, {
        act: 'case.sightRead',
        object: { kind: 'caseRef', id: caseRef },
        facts: accountId ? { account: accountId } : { people: people.length },
      });
      return people;
    });
  }
}
