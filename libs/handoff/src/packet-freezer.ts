import { randomUUID } from 'node:crypto';
import type { Work } from '#database';
import { Refused } from '#refusals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { Disclosure } from './disclosure.entity.js';
import type { Packet } from './packets.js';
import { packetOf } from './rules/disclose.js';
import type { FieldChange } from './rules/packet-changes.js';

/** Freezes what crosses, as it was sent and as it was updated. */
@Injectable()
export class PacketFreezer {
  constructor(private readonly vault: Vault) {}

  async freeze(
    work: Work,
    referral: { id: string; caseId: string },
    packet: Packet,
    { version, changes }: { version: number; changes: FieldChange[] },
  ): Promise<void> {
    const id = randomUUID();
    const vault = await this.vault.open(work, referral.caseId);
    const values = Object.fromEntries(packetOf(packet.fields).map((field) => [field.field, field.value]));
    await work.manager.insert(Disclosure, {
      id,
      referralId: referral.id,
      caseId: referral.caseId,
      fields: packet.fields.map(({ field, dataClass, level, maxLevel }) => ({
        field,
        dataClass,
        level,
        maxLevel,
      })),
      basis: [...packet.basis],
      basisIds: basisIdsOf(packet),
      packetSealed: vault.seal('disclosure.packet', id, JSON.stringify({ values, counts: packet.counts })),
      frozenAt: work.at,
      frozenBy: work.actor!.accountId,
      version,
      changes,
    });
  }
}

/** The bases that the packet rests on, each once. */
export const basisIdsOf = (packet: Packet): string[] => [...new Set(packet.basis.map((one) => one.basisId))];

/** Whether the receiver is told the level of risk, so that its lists may show it. */
export const tellsRisk = (packet: Packet): boolean =>
  packetOf(packet.fields).some(({ field }) => field === 'risk.level');

/** `referral.consentMissing` with the classes that lack a basis, `disclosure.nameInText` (409). */
export function refuseUncovered(packet: Packet, toAgencyId: string): void {
  if (packet.missing.length > 0)
    throw new Refused('referral.consentMissing', {
      missing: packet.missing,
      toAgencyId,
      errors: packet.missing.map(({ dataClass, code }) => ({ pointer: `/basis/${dataClass}`, code })),
    });
  // The words themselves are not repeated here: a problem is logged and shown, and they are names.
  if (packet.hiddenNameFound.length > 0)
    throw new Refused('disclosure.nameInText', { count: packet.hiddenNameFound.length });
}
