import type { Agency } from '#agencies';
import { CaseContents, type CaseContent, type OpenedPerson, type SafeContact } from '#cases';
import type { Work } from '#database';
import type { DraftWords } from '#referrals';
import { Screenings } from '#screening';
import { Injectable } from '@nestjs/common';
import { CityWords } from './city-words.js';
import type { ClientSource, PacketSource, ReferralWords } from './rules/packet-values.js';

/** What is known for one packet, and every name in the case, to find those that slipped into free text. */
export interface OpenedSource {
  readonly source: PacketSource;
  readonly names: readonly {
    readonly kind: OpenedPerson['kind'];
    readonly id: string;
    readonly name: string;
  }[];
}

/** Opens a case for a packet. Whoever calls writes the ledger entry that says what it was opened for. */
@Injectable()
export class PacketSources {
  constructor(
    private readonly contents: CaseContents,
    private readonly screenings: Screenings,
    private readonly words: CityWords,
  ) {}

  async open(
    work: Work,
    caseId: string,
    clientIds: readonly string[],
    from: Agency,
    words: DraftWords,
  ): Promise<OpenedSource> {
    const content = await this.contents.read(work, caseId);
    const regions = await this.regionNames(work, content.clients);
    const toSource = (person: OpenedPerson): ClientSource => this.client(person, regions);
    const subject = content.clients.filter((client) => clientIds.includes(client.id));
    const along = content.clients.filter(
      (client) => !clientIds.includes(client.id) && (client.age ?? 99) < 18,
    );
    const source: PacketSource = {
      clients: subject.map(toSource),
      childrenAlong: along.map(toSource),
      guardian: guardianOf(content),
      reported: content.reported.map((person) => ({
        name: person.name ?? null,
        relation: relationTo(content, person.id, clientIds),
      })),
      risk: content.facts.risk,
      redFlags: await this.screenings.redFlags(work, caseId),
      occurredAt: content.facts.occurredAt,
      place: content.facts.place,
      online: content.facts.online,
      narrative: content.chronology,
      companion: await this.companion(work, content.facts.ownerAccountId, from),
      words: toWords(words),
    };
    return { source, names: namesOf(content) };
  }

  private client(person: OpenedPerson, regions: ReadonlyMap<string, string>): ClientSource {
    return {
      name: person.name ?? null,
      nik: person.nik ?? null,
      birthDate: person.birthDate ?? null,
      age: person.age,
      ageBand: person.ageBand,
      sex: person.sex ?? null,
      phone: person.phone ?? null,
      address: person.address ?? null,
      regionName: person.regionCode ? (regions.get(person.regionCode) ?? null) : null,
      school: person.school ?? null,
      disabilities: person.disabilities ?? [],
      safeContact: person.safeContact ? this.contact(person.safeContact) : null,
    };
  }

  private contact(contact: SafeContact): string {
    const leave = contact.mayLeaveMessage === false ? 'Jangan tinggalkan pesan.' : null;
    return [
      this.words.label('KANAL_MASUK', contact.channel),
      contact.value,
      contact.window,
      contact.note,
      leave,
    ]
      .filter(Boolean)
      .join(' · ');
  }

  /** Who answers questions: the owner of the case, at the duty phone of the unit and never at a private one. */
  private async companion(work: Work, ownerId: string, from: Agency): Promise<string> {
    const [owner] = await work.query<{ name: string }>(
      'select display_name as name from simpul.account where id = $1',
      [ownerId],
    );
    return [owner?.name, from.name, from.dutyPhone].filter(Boolean).join(', ');
  }

  private async regionNames(work: Work, people: readonly OpenedPerson[]): Promise<Map<string, string>> {
    const wanted = people.flatMap((person) => person.regionCode ?? []);
    if (wanted.length === 0) return new Map();
    const rows = await work.query<{ code: string; name: string }>(
      'select code, name from simpul.region where code = any ($1)',
      [wanted],
    );
    return new Map(rows.map((row) => [row.code, row.name]));
  }
}

function guardianOf(content: CaseContent): PacketSource['guardian'] {
  const [guardian] = content.guardians;
  return guardian ? { name: guardian.name ?? null, relation: guardian.relation ?? null } : null;
}

function relationTo(content: CaseContent, reportedId: string, clientIds: readonly string[]): string | null {
  const relations = content.facts.reported.find((person) => person.id === reportedId)?.relations ?? {};
  const subject = clientIds.find((id) => relations[id] !== undefined && relations[id] !== 'NA');
  return subject ? (relations[subject] ?? null) : null;
}

function namesOf(content: CaseContent): OpenedSource['names'] {
  const { clients, reported, reporters, guardians, witnesses } = content;
  return [...clients, ...reported, ...reporters, ...guardians, ...witnesses].flatMap(({ kind, id, name }) =>
    name ? [{ kind, id, name }] : [],
  );
}

function toWords({ request, summary, purposeFields = {} }: DraftWords): ReferralWords {
  const { spvPresent, ...texts } = purposeFields as { spvPresent?: boolean } & Record<string, string>;
  const {
    complaint,
    legalQuestion,
    schoolName,
    schoolAction,
    schoolSafety,
    costSource,
    noContactWith,
    evidenceList,
  } = texts;
  return {
    ...{ request, summary, complaint, legalQuestion, schoolName, schoolAction, schoolSafety, costSource },
    ...{ noContactWith, evidenceList, spvPresent },
  };
}
