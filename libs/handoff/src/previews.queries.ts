import type { Actor } from '#access';
import { AgenciesService } from '#agencies';
import { Ledger } from '#audit';
import { readCaseFacts } from '#cases';
import { UnitOfWork } from '#database';
import { NotFound } from '#refusals';
import { referralById, sideOf, type ReferralRow } from '#referrals';
import { Injectable } from '@nestjs/common';
import type { Packet } from './packets.js';
import { SendingDesk } from './sending-desk.js';
import { Snapshots } from './snapshots.queries.js';

/** What would cross, or, once sent, what did. */
export interface Preview {
  readonly row: ReferralRow;
  readonly packet: Packet;
}

/** The sender's look at the packet, before sending and after. It stands at the same desk as the sending itself. */
@Injectable()
export class Previews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: SendingDesk,
    private readonly agencies: AgenciesService,
    private readonly snapshots: Snapshots,
    private readonly ledger: Ledger,
  ) {}

  /**
   * NotFound for the receiver: what stays at home is not listed for whom it stays from. `insteadTo`: what another agency
   * would get, where the same need is to be asked of it too.
   */
  async read(actor: Actor, id: string, insteadTo?: string): Promise<Preview> {
    const act = { name: 'referral.preview', object: { kind: 'referral', id } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const row = await referralById(work, id);
      if (sideOf(row, actor) !== 'case-team') throw new NotFound();
      const other = insteadTo ? { ...row, toAgency: await this.agencies.byId(work, insteadTo) } : null;
      const frozen = other ? null : await this.snapshots.of(work, row);
      const packet: Packet = frozen
        ? { ...frozen, missing: [], nameFound: [], hiddenNameFound: [] }
        : (
            await this.desk.ready(work, await readCaseFacts(work, row.caseId), {
              ...row,
              ...(other ? { clientIds: undefined } : {}),
              toAgencyId: (other ?? row).toAgency.id,
            })
          ).packet;
      await this.ledger.append(work, {
        act: 'referral.previewed',
        object: { kind: 'referral', id },
        caseId: row.caseId,
        facts: {
          frozen: frozen !== null,
          ...packet.counts,
          missing: packet.missing.map((one) => one.dataClass),
        },
      });
      return { row: other ?? row, packet };
    });
  }
}
