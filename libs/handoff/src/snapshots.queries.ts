import type { Work } from '#database';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { Disclosure, type FrozenBasis } from './disclosure.entity.js';
import { packetOf, type DisclosedField } from './rules/disclose.js';
import type { Field } from './rules/field-catalogue.js';

/** What was sent, opened. */
export interface OpenedSnapshot {
  /** Every field of the catalogue with its level; values where something crossed. */
  readonly fields: DisclosedField[];
  /** Only what crossed. */
  readonly packet: DisclosedField[];
  readonly counts: { full: number; masked: number; none: number };
  readonly basis: readonly FrozenBasis[];
  readonly frozenAt: Date;
}

interface Frozen {
  values: Partial<Record<Field, string>>;
  counts: { full: number; masked: number; none: number };
}

/** Reads frozen disclosures; null before sending, and for a receiver whose view has closed. */
@Injectable()
export class Snapshots {
  constructor(private readonly vault: Vault) {}

  async of(work: Work, referral: { id: string; caseId: string }): Promise<OpenedSnapshot | null> {
    const row = await work.manager.findOneBy(Disclosure, { referralId: referral.id });
    if (!row) return null;
    const vault = await this.vault.open(work, referral.caseId);
    const { values, counts } = JSON.parse(
      vault.unseal('disclosure.packet', row.id, row.packetSealed),
    ) as Frozen;
    const fields = row.fields.map((field): DisclosedField => {
      const value = values[field.field];
      return value === undefined ? field : { ...field, value };
    });
    return { fields, packet: packetOf(fields), counts, basis: row.basis, frozenAt: row.frozenAt };
  }
}
