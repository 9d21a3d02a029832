import type { Agency } from '#agencies';
import { covers, LawfulBases } from '#consent';
import type { Work } from '#database';
import { Refused } from '#refusals';
import type { DraftLevels, DraftWords } from '#referrals';
import { Injectable } from '@nestjs/common';
import { CityWords } from './city-words.js';
import type { FrozenBasis } from './disclosure.entity.js';
import { PacketSources, type OpenedSource } from './packet-sources.js';
import { DISCLOSURE_POLICY } from './reviewed-policy.js';
import { carries, policyFor, type FieldPolicy } from './rules/disclosure-policy.js';
import { countsOf, type DisclosedField, type Levels } from './rules/disclose.js';
import type { Field } from './rules/field-catalogue.js';
import { namesIn } from './rules/name-lint.js';
import { packetUnderBases } from './rules/packet-under-bases.js';
import { packetValues } from './rules/packet-values.js';

/** A packet before it is sent: what would cross, on which basis, and what stands in the way. */
export interface Packet {
  readonly fields: readonly DisclosedField[];
  readonly counts: { full: number; masked: number; none: number };
  readonly basis: readonly FrozenBasis[];
  readonly missing: readonly { readonly dataClass: string; readonly code: string }[];
  /** Names of anybody in the case that stand in the free text that would cross: for the sender to look at. */
  readonly nameFound: readonly string[];
  /**
   * Those of clients whose name this receiver does not get: with one of these nothing is sent. Others' names are only
   * pointed out, because many are also ordinary words.
   */
  readonly hiddenNameFound: readonly string[];
}

export interface PacketOrder {
  readonly caseId: string;
  readonly from: Agency;
  readonly receiver: Agency;
  readonly serviceCode: string;
  readonly clientIds: readonly string[];
  readonly words: DraftWords;
  readonly levels: DraftLevels;
}

/** Puts a packet together: the preview and the sending use this one way, so that the preview is what arrives. */
@Injectable()
export class Packets {
  constructor(
    private readonly sources: PacketSources,
    private readonly bases: LawfulBases,
    private readonly words: CityWords,
  ) {}

  /** The policy for a receiver and service; `disclosure.noPolicy` (409) when none may be told of a person. */
  policy(kind: string, serviceCode: string): Record<Field, FieldPolicy> {
    const policy = policyFor(DISCLOSURE_POLICY, kind, serviceCode);
    if (!policy)
      throw new Refused('disclosure.noPolicy', {
        errors: [{ pointer: '/toAgencyId', code: 'disclosure.noPolicy' }],
      });
    return policy;
  }

  async compose(work: Work, order: PacketOrder): Promise<Packet> {
    const policy = this.policy(order.receiver.kind, order.serviceCode);
    const opened = await this.sources.open(work, order.caseId, order.clientIds, order.from, order.words);
    const values = packetValues(opened.source, this.words);
    const need = {
      receiverKind: order.receiver.kind,
      receiverAgencyId: order.receiver.id,
      serviceCode: order.serviceCode,
    };
    const bases = await this.bases.ofCase(work, order.caseId);
    const consents = bases.filter(({ basis }) => basis === 'PERSETUJUAN');
    const { fields, basis, missing } = packetUnderBases(
      { values, policy, levels: order.levels as Levels },
      {
        any: (classes) => covers(bases, need, classes, work.at),
        consentOnly: (classes) => covers(consents, need, classes, work.at),
        carries: (code, field) => carries(DISCLOSURE_POLICY, code, field),
      },
    );
    return {
      fields,
      counts: countsOf(fields, values),
      basis,
      missing,
      ...lint(fields, opened, order.clientIds),
    };
  }
}

/** Free text is whatever a person typed for this referral; the chronology is the client's own telling. */
const FREE_TEXT: readonly Field[] = [
  'request',
  'summary',
  'complaint',
  'legalQuestion',
  'school.action',
  'school.safety',
  'noContactWith',
  'evidenceList',
  'costSource',
];

function lint(
  fields: readonly DisclosedField[],
  { names }: OpenedSource,
  clientIds: readonly string[],
): Pick<Packet, 'nameFound' | 'hiddenNameFound'> {
  const text = fields
    .filter((field) => FREE_TEXT.includes(field.field))
    .map((field) => field.value ?? '')
    .join('\n');
  const full = (field: Field): boolean => fields.some((one) => one.field === field && one.level === 'FULL');
  const clients = names.filter(({ kind }) => kind === 'VICTIM');
  const told = clients.filter(({ id }) => full(clientIds.includes(id) ? 'identity.name' : 'children'));
  const found = (people: OpenedSource['names']): string[] =>
    namesIn(
      text,
      people.map(({ name }) => name),
    );
  const toldFound = found(told);
  return {
    nameFound: found(names),
    hiddenNameFound: found(clients).filter((word) => !toldFound.includes(word)),
  };
}
