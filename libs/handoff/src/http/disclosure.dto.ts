import { codes } from '#codes';
import { AgencyNameView } from '#referrals';
import { ApiProperty } from '@nestjs/swagger';
import type { FrozenBasis } from '../disclosure.entity.js';
import type { Preview } from '../previews.queries.js';
import type { DisclosedField } from '../rules/disclose.js';
import { LEVELS, type Level } from '../rules/disclosure-policy.js';
import { fieldLabel, NEVER_SHARED } from '../rules/field-catalogue.js';
import { CHANGES, type FieldChange } from '../rules/packet-changes.js';
import type { OpenedSnapshot } from '../snapshots.queries.js';

type Locale = 'id' | 'en';

export class DisclosedFieldView {
  @ApiProperty({ example: 'identity.name' }) field: string;
  @ApiProperty({ example: 'Nama klien' }) label: string;
  @ApiProperty({ description: 'Code of list LINGKUP_DATA' }) dataClass: string;
  @ApiProperty({ enum: LEVELS }) level: Level;
  @ApiProperty({ enum: LEVELS, description: 'As far as the policy lets it be raised' }) maxLevel: Level;
  @ApiProperty({
    required: false,
    description: 'Code of DASAR_BERBAGI: the basis that does not carry the field',
  })
  heldBy?: string;
  @ApiProperty({ required: false, description: 'Absent where nothing crosses' }) value?: string;
}

export class NeverSharedView {
  @ApiProperty() field: string;
  @ApiProperty() label: string;
}

export class DisclosureCountsView {
  @ApiProperty() full: number;
  @ApiProperty() masked: number;
  @ApiProperty() none: number;
}

export class DisclosureBasisView {
  @ApiProperty({ description: 'Code of list LINGKUP_DATA' }) dataClass: string;
  @ApiProperty({ format: 'uuid' }) basisId: string;
  @ApiProperty({ description: 'Code of list DASAR_BERBAGI' }) basis: string;
  @ApiProperty() words: string;
}

export class MissingBasisView {
  @ApiProperty({ description: 'Code of list LINGKUP_DATA' }) dataClass: string;
  @ApiProperty({ example: 'consent.missing' }) code: string;
}

export class FieldChangeView {
  @ApiProperty({ example: 'safeContact' }) field: string;
  @ApiProperty({ example: 'Kontak aman' }) label: string;
  @ApiProperty({ enum: CHANGES }) change: (typeof CHANGES)[number];
}

export class DisclosureView {
  @ApiProperty({ type: AgencyNameView }) receiver: AgencyNameView;
  @ApiProperty({ required: false, description: '1 as sent, higher after updates; absent before sending' })
  version?: number;
  @ApiProperty({ required: false, format: 'date-time', description: 'When this version was frozen' })
  frozenAt?: Date;
  @ApiProperty({
    required: false,
    type: [FieldChangeView],
    description: 'What is other than in the version before',
  })
  changes?: FieldChangeView[];
  @ApiProperty({ type: [DisclosedFieldView] }) fields: DisclosedFieldView[];
  @ApiProperty({ type: [NeverSharedView] }) neverShared: NeverSharedView[];
  @ApiProperty({ type: DisclosureCountsView }) counts: DisclosureCountsView;
  @ApiProperty({ type: [DisclosureBasisView] }) basis: DisclosureBasisView[];
  @ApiProperty({ type: [MissingBasisView] }) missing: MissingBasisView[];
  @ApiProperty({ type: [String], description: 'Names that stand in the free text' }) nameFound: string[];
}

/** The sender's view: every field, with what stays at home. */
export function toDisclosure({ row, packet }: Preview, locale: Locale): DisclosureView {
  return {
    receiver: row.toAgency,
    fields: packet.fields.map((field) => toField(field, locale)),
    neverShared: neverShared(locale),
    counts: packet.counts,
    basis: packet.basis.map((basis) => toBasis(basis, locale)),
    missing: packet.missing.map(({ dataClass, code }) => ({ dataClass, code })),
    nameFound: [...packet.nameFound],
  };
}

/** Which version this is, and what is new in it. */
export function versionOf(
  { version, frozenAt, changes }: OpenedSnapshot,
  locale: Locale,
): Pick<DisclosureView, 'version' | 'frozenAt' | 'changes'> {
  return { version, frozenAt, changes: toChanges(changes, locale) };
}

export const toChanges = (changes: readonly FieldChange[], locale: Locale): FieldChangeView[] =>
  changes.map(({ field, change }) => ({ field, label: fieldLabel(field, locale), change }));

/** The receiver's view: what crossed. A field that did not is not in the answer at all. */
export function toPacket(snapshot: OpenedSnapshot, receiver: AgencyNameView, locale: Locale): DisclosureView {
  const { full, masked } = snapshot.counts;
  return {
    receiver,
    ...versionOf(snapshot, locale),
    fields: snapshot.packet.map((field) => toField(field, locale)),
    neverShared: neverShared(locale),
    counts: { full, masked, none: 0 },
    basis: snapshot.basis.map((basis) => toBasis(basis, locale)),
    missing: [],
    nameFound: [],
  };
}

export function toField(field: DisclosedField, locale: Locale): DisclosedFieldView {
  const { dataClass, level, maxLevel, heldBy, value } = field;
  const view = {
    ...{ field: field.field, label: fieldLabel(field.field, locale), dataClass, level, maxLevel },
    ...(heldBy ? { heldBy } : {}),
  };
  return value === undefined ? view : { ...view, value };
}

function toBasis({ dataClass, basisId, basis }: FrozenBasis, locale: Locale): DisclosureBasisView {
  return { dataClass, basisId, basis, words: codes.label('DASAR_BERBAGI', basis, locale) };
}

function neverShared(locale: Locale): NeverSharedView[] {
  return Object.entries(NEVER_SHARED).map(([field, label]) => ({ field, label: label[locale] }));
}
