import type { FieldValues, FieldValue } from './disclose.js';
import type { Field } from './field-catalogue.js';

/** What the sender wrote for this receiver, in the sender's words. */
export interface ReferralWords {
  readonly request: string;
  readonly summary?: string;
  readonly complaint?: string;
  readonly legalQuestion?: string;
  readonly schoolName?: string;
  readonly schoolAction?: string;
  readonly schoolSafety?: string;
  readonly costSource?: string;
  readonly noContactWith?: string;
  readonly evidenceList?: string;
  /** Whether the police have already asked for a forensic report; treatment never waits for it. */
  readonly spvPresent?: boolean;
}

export interface ClientSource {
  readonly name: string | null;
  readonly nik: string | null;
  /** YYYY-MM-DD. */
  readonly birthDate: string | null;
  readonly age: number | null;
  readonly ageBand: string | null;
  readonly sex: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly regionName: string | null;
  readonly school: string | null;
  readonly disabilities: readonly string[];
  readonly safeContact: string | null;
}

/** The case as the packet needs it. Everything is a plain value; nothing is looked up here. */
export interface PacketSource {
  /** The clients this referral is about, in the case's order. */
  readonly clients: readonly ClientSource[];
  /** Children of the case who come along without being asked for. */
  readonly childrenAlong: readonly ClientSource[];
  readonly guardian: { readonly name: string | null; readonly relation: string | null } | null;
  readonly reported: readonly { readonly name: string | null; readonly relation: string | null }[];
  readonly risk: string | null;
  readonly redFlags: readonly string[];
  readonly occurredAt: Date | null;
  readonly place: string | null;
  readonly online: boolean;
  readonly narrative: string | null;
  /** Name and duty phone of the officer who accompanies. */
  readonly companion: string | null;
  readonly words: ReferralWords;
}

/** Turns codes into words and instants into local time; given from outside, so that this file knows no list. */
export interface PacketWording {
  label(list: string, code: string): string;
  /** `20 Maret 2026, 18.30 WIB`. */
  instant(at: Date): string;
  /** `20 Maret 2026`. */
  day(at: Date): string;
  /** From YYYY-MM-DD. */
  date(iso: string): string;
}

/** Pregnancy is told to the treating facility and to nobody else (domain 6, "never share"). */
const FLAGS_FOR_TREATMENT_ONLY = ['KEHAMILAN'];

/** What a treating person must know; the rest of the flags tells the household's story. */
const FLAGS_FOR_TREATMENT = [
  'CEKIKAN',
  'KEHAMILAN',
  'BUNUH_DIRI',
  'PAKSAAN_SEKSUAL',
  'CEDERA_KEPALA_WAJAH',
  'KONTAK_SEKSUAL',
  'BAHAYA_SAAT_INI',
];

/** Every field that has a value, in full and where the catalogue knows it in masked form. Pure. */
export function packetValues(source: PacketSource, wording: PacketWording): FieldValues {
  const values: Partial<Record<Field, FieldValue>> = {};
  const put = (field: Field, full: string | null | undefined, masked?: string | null): void => {
    if (full) values[field] = masked ? { full, masked } : { full };
  };
  putPeople(put, source, wording);
  putSafety(put, source, wording);
  putStory(put, source, wording);
  putWords(put, source);
  return values;
}

type Put = (field: Field, full: string | null | undefined, masked?: string | null) => void;

function putPeople(
  put: Put,
  { clients, childrenAlong, guardian }: PacketSource,
  wording: PacketWording,
): void {
  const each = (pick: (client: ClientSource) => string | null): string => joined(clients.map(pick));
  put(
    'identity.name',
    each((client) => client.name),
    each((client) => maskedName(client.name)),
  );
  put(
    'identity.nik',
    each((client) => client.nik),
    each((client) => client.nik && `•••${client.nik.slice(-4)}`),
  );
  put(
    'identity.birthDate',
    each((client) => client.birthDate && wording.date(client.birthDate)),
    each((client) => client.birthDate && client.birthDate.slice(0, 4)),
  );
  put(
    'identity.age',
    each((client) => (client.age === null ? null : `${client.age} tahun`)),
    each((client) => client.ageBand && wording.label('KELOMPOK_UMUR', client.ageBand)),
  );
  put(
    'identity.sex',
    each((client) => client.sex && wording.label('JENIS_KELAMIN', client.sex)),
  );
  put(
    'identity.phone',
    each((client) => client.phone),
    each((client) => client.phone && `•••${client.phone.slice(-2)}`),
  );
  put(
    'identity.address',
    each((client) => client.address),
  );
  put(
    'identity.region',
    each((client) => client.regionName),
  );
  put(
    'children',
    joined(childrenAlong.map(childWords)),
    childrenAlong.length > 0 ? `${childrenAlong.length} anak` : null,
  );
  put('guardian', joined([guardian?.name ?? null, guardian?.relation ?? null], ', '), guardian?.relation);
}

function childWords(child: ClientSource): string {
  return joined([child.name ?? 'Anak', child.age === null ? null : `${child.age} tahun`], ', ');
}

function putSafety(put: Put, source: PacketSource, wording: PacketWording): void {
  const flags = source.redFlags.filter((flag) => !FLAGS_FOR_TREATMENT_ONLY.includes(flag));
  const forTreatment = source.redFlags.filter((flag) => FLAGS_FOR_TREATMENT.includes(flag));
  put('safeContact', joined(source.clients.map((client) => client.safeContact)));
  put('risk.level', source.risk && wording.label('TINGKAT_RISIKO', source.risk));
  put('risk.flags', flagWords(flags, wording), flags.length > 0 ? `${flags.length} tanda bahaya` : null);
  put('risk.healthFlags', flagWords(forTreatment, wording));
  put('noContactWith', source.words.noContactWith);
  const needs = source.clients
    .flatMap((client) => client.disabilities)
    .filter((need) => need !== 'BELUM_DIASESMEN');
  put('accommodations', joined([...new Set(needs)].map((need) => wording.label('RAGAM_DISABILITAS', need))));
  put('medicalHistoryStrangulation', source.redFlags.includes('CEKIKAN') ? 'Pernah dicekik' : null);
  put('complaint', source.words.complaint);
}

function flagWords(flags: readonly string[], wording: PacketWording): string {
  return joined(
    flags.map((flag) => {
      const adult = wording.label('TANDA_BAHAYA_DEWASA', flag);
      return adult === flag ? wording.label('TANDA_BAHAYA_ANAK', flag) : adult;
    }),
  );
}

function putStory(put: Put, source: PacketSource, wording: PacketWording): void {
  const { occurredAt, place, online, reported, words } = source;
  put('incident.time', occurredAt && wording.instant(occurredAt), occurredAt && wording.day(occurredAt));
  const where = place && wording.label('TEMPAT_KEJADIAN', place);
  put('incident.place', where && online ? `${where} (daring)` : where);
  put('summary', words.summary);
  put('chronology.full', source.narrative);
  put('evidenceList', words.evidenceList);
  put(
    'reportedPerson.name',
    joined(reported.map((one) => one.name)),
    joined(reported.map((one) => maskedName(one.name))),
  );
  const relations = reported
    .map((one) => one.relation)
    .filter((relation) => relation !== null && relation !== 'NA');
  put(
    'reportedPerson.relation',
    joined([...new Set(relations)].map((one) => wording.label('HUBUNGAN_PELAKU', one!))),
  );
}

function putWords(put: Put, { words, companion, clients }: PacketSource): void {
  put('request', words.request);
  put('companion', companion);
  put('costSource', words.costSource);
  put('legalQuestion', words.legalQuestion);
  put('school.name', words.schoolName ?? joined(clients.map((client) => client.school)));
  put('school.action', words.schoolAction);
  put('school.safety', words.schoolSafety);
  if (words.spvPresent !== undefined) put('spvPresent', words.spvPresent ? 'Sudah ada' : 'Belum ada');
}

/** `Siti Rahayu` -> `S••• R•••`; every hidden part is as long as the next, so that the mask tells nothing more. */
function maskedName(name: string | null): string | null {
  const words = name?.normalize('NFC').match(/\p{L}[\p{L}\p{M}'’]*/gu);
  return words ? words.map((word) => `${[...word][0]}•••`).join(' ') : null;
}

function joined(parts: readonly (string | null)[], by = '; '): string {
  return parts.filter((part) => part !== null && part !== '').join(by);
}
