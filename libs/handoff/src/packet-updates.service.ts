import type { Actor } from '#access';
import { Ledger } from '#audit';
import { caseForAct, readCaseFacts, type CaseFacts } from '#cases';
import { UnitOfWork, type Work } from '#database';
import { Invalid, NotFound, Refused } from '#refusals';
import {
  isOpen,
  ReferralDrafts,
  ReferralMoves,
  ReferralsService,
  referralById,
  sideOf,
  type DraftLevels,
  type ReferralRow,
} from '#referrals';
import { Injectable } from '@nestjs/common';
import { basisIdsOf, PacketFreezer, refuseUncovered, tellsRisk } from './packet-freezer.js';
import { Packets, type Packet } from './packets.js';
import { levelFaults } from './rules/disclose.js';
import { changesBetween, keeping, packetMark, type FieldChange } from './rules/packet-changes.js';
import { SendingDesk, type Sheet } from './sending-desk.js';
import { Snapshots, type OpenedSnapshot } from './snapshots.queries.js';

/** What the sender writes anew; what is not named stays as it was written last. */
export interface SheetChange {
  readonly request?: string;
  readonly summary?: string;
  readonly purposeFields?: Record<string, string | boolean>;
  readonly levels?: DraftLevels;
  /** Fields whose change is not told yet: the receiver keeps what it has of them, and the change goes on waiting. */
  readonly keep?: readonly string[];
}

/** What would cross now, beside what crossed last. */
export interface UpdatePreview {
  readonly row: ReferralRow;
  readonly packet: Packet;
  readonly before: OpenedSnapshot;
  readonly changes: FieldChange[];
  /** Names this very packet; given back with the approval. */
  readonly mark: string;
}

/**
 * After the sending the case goes on: another safe contact, a higher risk. None of it reaches the receiver by itself. The
 * sender sees what would change, with every basis asked anew, and approves it; then it is frozen as the next version.
 */
@Injectable()
export class PacketUpdates {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: SendingDesk,
    private readonly packets: Packets,
    private readonly snapshots: Snapshots,
    private readonly freezer: PacketFreezer,
    private readonly drafts: ReferralDrafts,
    private readonly moves: ReferralMoves,
    private readonly referrals: ReferralsService,
    private readonly ledger: Ledger,
  ) {}

  /** Refusals: NotFound for the receiver, `referral.update.notOpen` (409), what stands in the way of the receiver, 422. */
  async preview(actor: Actor, id: string, change: SheetChange): Promise<UpdatePreview> {
    const act = { name: 'referral.previewUpdate', object: { kind: 'referral', id } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const row = await this.openRow(work, actor, id);
      const { preview } = await this.compose(work, row, await readCaseFacts(work, row.caseId), change);
      await this.ledger.append(work, {
        act: 'referral.updatePreviewed',
        object: { kind: 'referral', id },
        caseId: row.caseId,
        facts: {
          version: preview.before.version,
          fields: preview.changes.map(({ field }) => field),
          missing: preview.packet.missing.map(({ dataClass }) => dataClass),
        },
      });
      return preview;
    });
  }

  /**
   * The same refusals, `case.notOpen`, those of sending, `referral.update.nothingNew`, and `referral.update.otherNow`
   * when the packet is no longer the one that was looked at.
   */
  async send(actor: Actor, id: string, change: SheetChange, mark: string): Promise<ReferralRow> {
    const act = { name: 'referral.update', object: { kind: 'referral', id } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const referral = await this.moves.find(work, id);
      const row = await this.openRow(work, actor, id);
      const facts = await caseForAct(work, row.caseId, 'referral.draft');
      const { preview, sheet } = await this.compose(work, row, facts, change);
      const { packet, changes } = preview;
      refuseUncovered(packet, referral.toAgencyId);
      if (changes.length === 0) throw new Refused('referral.update.nothingNew');
      if (preview.mark !== mark) throw new Refused('referral.update.otherNow');
      await this.drafts.rewriteSheet(work, row, sheet);
      const version = await this.referrals.updated(work, referral, facts, {
        basisIds: basisIdsOf(packet),
        tellsRisk: tellsRisk(packet),
        fields: changes.map(({ field }) => field),
      });
      await this.freezer.freeze(work, row, packet, { version, changes });
      return referralById(work, id);
    });
  }

  private async openRow(work: Work, actor: Actor, id: string): Promise<ReferralRow> {
    const row = await referralById(work, id);
    if (sideOf(row, actor) !== 'case-team') throw new NotFound();
    // Who was asked without a name has nothing yet that could be updated.
    if (!row.sentAt || row.bare || !isOpen(row.status))
      throw new Refused('referral.update.notOpen', { current: { status: row.status } });
    return row;
  }

  private async compose(
    work: Work,
    row: ReferralRow,
    facts: CaseFacts,
    change: SheetChange,
  ): Promise<{ preview: UpdatePreview; sheet: Sheet }> {
    const before = await this.snapshots.of(work, row);
    if (!before) throw new Refused('referral.update.notOpen', { current: { status: row.status } });
    const policy = this.packets.policy(row.toAgency.kind, row.serviceCode);
    const faults = levelFaults(change.levels ?? {}, policy);
    if (faults.length > 0) throw new Invalid(faults);
    const sheet = changed(await this.drafts.read(work, row), change);
    const ready = await this.desk.ready(work, facts, { ...row, toAgencyId: row.toAgency.id }, sheet);
    const packet = {
      ...ready.packet,
      fields: keeping(before.fields, ready.packet.fields, change.keep ?? []),
    };
    const changes = changesBetween(before.fields, packet.fields);
    return {
      preview: { row, packet, before, changes, mark: packetMark(packet.fields, packet.basis) },
      sheet,
    };
  }
}

function changed({ words, levels }: Sheet, change: SheetChange): Sheet {
  return {
    words: {
      request: change.request ?? words.request,
      summary: change.summary ?? words.summary,
      purposeFields: change.purposeFields ?? words.purposeFields,
    },
    levels: change.levels ?? levels,
  };
}
