import type { Work } from '#database';
import { Vault, type CaseVault } from '#vault';
import { Injectable } from '@nestjs/common';
import { Disclosure, type FrozenBasis } from './disclosure.entity.js';
import { packetOf, type DisclosedField } from './rules/disclose.js';
import type { FieldChange } from './rules/packet-changes.js';
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
  readonly version: number;
  readonly changes: readonly FieldChange[];
}

interface Frozen {
  values: Partial<Record<Field, string>>;
  counts: { full: number; masked: number; none: number };
}

/** Reads what was frozen last; null before sending, and for a receiver whose view has closed. */
@Injectable()
export class Snapshots {
  constructor(private readonly vault: Vault) {}

  async of(work: Work, referral: { id: string; caseId: string }): Promise<OpenedSnapshot | null> {
    const row = await work.manager.findOne(Disclosure, {
      where: { referralId: referral.id },
      order: { version: 'DESC' },
    });
    return row && this.opened(row, await this.vault.open(work, referral.caseId));
  }

  /** Every version that one may see, the first first; with who froze it. */
  async all(
    work: Work,
    referral: { id: string; caseId: string },
  ): Promise<(OpenedSnapshot & { readonly frozenByName: string | null })[]> {
    const rows = await work.manager.find(Disclosure, {
      where: { referralId: referral.id },
      order: { version: 'ASC' },
    });
    const names = await work.query<{ id: string; name: string }>(
      'select id, display_name as name from simpul.account where id = any ($1)',
      [rows.flatMap(({ frozenBy }) => frozenBy ?? [])],
    );
    const vault = await this.vault.open(work, referral.caseId);
    return rows.map((row) => ({
      ...this.opened(row, vault),
      frozenByName: names.find(({ id }) => id === row.frozenBy)?.name ?? null,
    }));
  }

  private opened(row: Disclosure, vault: CaseVault): OpenedSnapshot {
    const { values, counts } = JSON.parse(
      vault.unseal('disclosure.packet', row.id, row.packetSealed),
    ) as Frozen;
    const fields = row.fields.map((field): DisclosedField => {
      const value = values[field.field];
      return value === undefined ? field : { ...field, value };
    });
    const { basis, frozenAt, version, changes } = row;
    return { fields, packet: packetOf(fields), counts, basis, frozenAt, version, changes };
  }
}
