import type { Actor } from '#access';
import { Ledger } from '#audit';
import { readCaseFacts, type CaseFacts } from '#cases';
import { UnitOfWork, type Work } from '#database';
import { Invalid } from '#refusals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { packetOf } from '../rules/disclose.js';
import { closingOf, inOrder, KIND_OF_ACT, type SharedEntry } from '../rules/shared-entries.js';
import { Snapshots } from '../snapshots.queries.js';

export interface SharedRecord {
  readonly caseNumber: string;
  readonly clients: readonly { readonly id: string; readonly position: number }[];
  readonly entries: readonly SharedEntry[];
}

interface ReferralFacts {
  id: string;
  number: string;
  receiver: string;
  serviceCode: string;
  clientIds: string[];
  status: string;
  sentByName: string | null;
  endedAt: Date | null;
  cancelledBy: string | null;
  sentAt: Date;
  acceptedAt: Date | null;
  /** Asked together with others: its packet is read from the acceptance on. */
  asked: boolean;
  bare: boolean;
}

interface LedgerFacts {
  at: Date;
  act: string;
  objectId: string | null;
  actorAgencyId: string | null;
  actorName: string | null;
  agencyName: string | null;
  reason: string | null;
}

/** Who received what of a client, when, on what basis: from the frozen packets and the ledger, never typed. */
@Injectable()
export class SharedWith {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly snapshots: Snapshots,
    private readonly vault: Vault,
    private readonly ledger: Ledger,
  ) {}

  /** Of one client, or of all of the case. `client.unknown` (422). */
  async read(actor: Actor, caseId: string, clientId?: string): Promise<SharedRecord> {
    const act = { name: 'case.disclosures', object: { kind: 'case', id: caseId }, caseId };
    return this.unitOfWork.run(actor, act, async (work) => {
      const record = await this.of(work, caseId, clientId);
      await this.ledger.append(work, {
        act: 'case.disclosuresRead',
        object: { kind: 'case', id: caseId },
        caseId,
        facts: { entries: record.entries.length },
      });
      return record;
    });
  }

  /** The record itself; whoever calls writes what it was opened for. */
  async of(work: Work, caseId: string, clientId?: string): Promise<SharedRecord> {
    const facts = await readCaseFacts(work, caseId);
    if (clientId && !facts.victims.some(({ id }) => id === clientId))
      throw new Invalid([{ pointer: '/clientId', code: 'client.unknown' }]);
    const referrals = await this.referrals(work, caseId);
    const entries: SharedEntry[] = [];
    const about = new Map<string, ReferralFacts>();
    for (const referral of referrals) {
      const versions = await this.versions(work, caseId, referral);
      if (!concerns(referral, versions, clientId)) continue;
      about.set(referral.id, referral);
      if (referral.asked) entries.push({ ...bare(referral), kind: 'ASKED', at: referral.sentAt });
      if (!referral.bare) entries.push(...versions);
      const closing = closingOf(referral);
      if (closing) entries.push({ ...bare(referral), kind: 'CLOSED', ...closing });
    }
    entries.push(...(await this.looks(work, facts, about)));
    return {
      caseNumber: facts.number,
      clients: facts.victims.map(({ id }, index) => ({ id, position: index + 1 })),
      entries: inOrder(entries),
    };
  }

  private async referrals(work: Work, caseId: string): Promise<ReferralFacts[]> {
    return work.query<ReferralFacts>(
      `select r.id, r.number, t.name as receiver, r.service_code as "serviceCode", r.client_ids as "clientIds", r.status,
              s.display_name as "sentByName", r.ended_at as "endedAt", r.cancelled_by as "cancelledBy",
              r.sent_at as "sentAt", r.accepted_at as "acceptedAt", r.fan_id is not null as asked, r.bare
         from simpul.referral r join simpul.agency t on t.id = r.to_agency_id
         left join simpul.account s on s.id = r.sent_by
        where r.case_id = $1 and r.sent_at is not null order by r.sent_at, r.id`,
      [caseId],
    );
  }

  private async versions(work: Work, caseId: string, referral: ReferralFacts): Promise<SharedEntry[]> {
    const frozen = await this.snapshots.all(work, { id: referral.id, caseId });
    return frozen.map((one) => ({
      ...bare(referral),
      at: referral.asked && one.version === 1 ? (referral.acceptedAt ?? one.frozenAt) : one.frozenAt,
      kind: one.version === 1 ? 'SENT' : 'UPDATED',
      basis: [...new Set(one.basis.map(({ basis }) => basis))],
      fields: packetOf(one.fields).map(({ field, level }) => ({ field, level })),
      changes: one.changes,
      by: one.frozenByName ?? referral.sentByName,
    }));
  }

  /** What the ledger says besides: ways, readings, and looks from outside the office that keeps the case. */
  private async looks(
    work: Work,
    facts: CaseFacts,
    about: ReadonlyMap<string, ReferralFacts>,
  ): Promise<SharedEntry[]> {
    const rows = await work.query<LedgerFacts>(LOOKS, [
      await this.vault.ledgerRef(work, facts.id),
      Object.keys(KIND_OF_ACT),
    ]);
    return rows.flatMap((row): SharedEntry[] => {
      const kind = KIND_OF_ACT[row.act]!;
      const referral = about.get(row.objectId ?? '');
      if (/^(?:referral|note)\./.test(row.act) && !referral) return [];
      if (kind === 'OUTSIDE' && row.actorAgencyId === facts.agencyId) return [];
      return [
        {
          ...(referral ? bare(referral) : NOWHERE),
          ...{ at: row.at, kind, by: row.actorName, reason: row.reason },
          ...(referral ? {} : { receiver: row.agencyName }),
        },
      ];
    });
  }
}

const NOWHERE: Omit<SharedEntry, 'at' | 'kind'> = {
  ...{ referralId: null, number: null, receiver: null, serviceCode: null },
  ...{ basis: [], fields: [], changes: [], by: null, reason: null },
};

const bare = ({ id, number, receiver, serviceCode }: ReferralFacts): Omit<SharedEntry, 'at' | 'kind'> => ({
  ...NOWHERE,
  ...{ referralId: id, number, receiver, serviceCode },
});

/** A child who came along was told of as well. */
function concerns(
  referral: ReferralFacts,
  versions: readonly SharedEntry[],
  clientId: string | undefined,
): boolean {
  if (!clientId || referral.clientIds.includes(clientId)) return true;
  return versions.some(({ fields }) => fields.some(({ field }) => field === 'children'));
}

const LOOKS = `
  select e.at, e.act, coalesce(e.facts ->> 'referralId', e.object_id::text) as "objectId", e.actor_agency as "actorAgencyId", a.display_name as "actorName",
         g.name as "agencyName", e.facts ->> 'reason' as reason
    from ledger.entry e left join simpul.account a on a.id = e.actor_id left join simpul.agency g on g.id = e.actor_agency
   where e.case_ref = $1 and e.decision = 'allowed' and e.act = any ($2) order by e.seq`;
