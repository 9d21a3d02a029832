import { FIELD_NAMES, type Field } from './field-catalogue.js';

/** How much of a field crosses. The order is part of the meaning: each level contains less than the next. */
export const LEVELS = ['NONE', 'MASKED', 'FULL'] as const;
export type Level = (typeof LEVELS)[number];

/** `max` is the ceiling; `usual` is where a new draft starts. The sender may choose anything up to the ceiling. */
export interface FieldPolicy {
  readonly max: Level;
  readonly usual: Level;
}

/** Fields that are not named are NONE and cannot be raised. */
export type Policy = Readonly<Partial<Record<Field, FieldPolicy>>>;

const NONE: FieldPolicy = { max: 'NONE', usual: 'NONE' };
/** Crosses unless the sender takes it out. */
const GIVE: FieldPolicy = { max: 'FULL', usual: 'FULL' };
/** Stays at home unless the sender puts it in, for this referral. */
const HOLD: FieldPolicy = { max: 'FULL', usual: 'NONE' };

function row(give: readonly Field[], hold: readonly Field[] = []): Policy {
  return Object.fromEntries([...give.map((field) => [field, GIVE]), ...hold.map((field) => [field, HOLD])]);
}

const REQUEST = ['request', 'companion'] as const satisfies Field[];
const WHO = ['identity.name', 'identity.age', 'identity.sex'] as const satisfies Field[];
const CARE = ['safeContact', 'risk.level', 'accommodations'] as const satisfies Field[];
const PAPERS = [
  'identity.nik',
  'identity.birthDate',
  'identity.address',
  'identity.phone',
] as const satisfies Field[];

// Treatment: who, when, what hurts. Not the story, not the reported person's name (vignettes 1, 2, 4).
const HEALTH = row(
  [
    ...REQUEST,
    ...WHO,
    ...CARE,
    'identity.birthDate',
    'incident.time',
    'summary',
    'complaint',
    'medicalHistoryStrangulation',
    'risk.healthFlags',
    'spvPresent',
    'costSource',
  ],
  ['identity.phone', 'identity.address', 'identity.region', 'guardian', 'reportedPerson.relation'],
);

// The school acts for a child whose name it must know, and learns nothing of what happened (Permendikdasmen 6/2026;
// domain 6: "never"). The safety instruction says who may fetch the child.
const SCHOOL = row(['request', 'identity.name', 'school.name', 'school.action', 'school.safety']);

// The chronology as the victim stated it, evidence as a list; images only by the investigator's own procedure.
const POLICE = row(
  [
    ...REQUEST,
    ...WHO,
    ...CARE,
    'identity.birthDate',
    'identity.region',
    'children',
    'guardian',
    'risk.flags',
    'noContactWith',
    'incident.time',
    'incident.place',
    'summary',
    'chronology.full',
    'evidenceList',
    'reportedPerson.name',
    'reportedPerson.relation',
    'spvPresent',
  ],
  ['identity.nik', 'identity.address', 'identity.phone', 'costSource'],
);

const SOCIAL = row(
  [...REQUEST, ...WHO, ...CARE, 'identity.region', 'children', 'risk.flags', 'summary', 'costSource'],
  [...PAPERS, 'guardian', 'noContactWith', 'reportedPerson.relation'],
);

const SHELTER = row(
  [...REQUEST, ...WHO, ...CARE, 'children', 'risk.flags', 'noContactWith'],
  ['guardian', 'summary', 'complaint', 'reportedPerson.relation'],
);

// The order application itself goes through the court's own desk; the referral only announces it.
const COURT = row(
  [...REQUEST, ...WHO, ...CARE, 'identity.birthDate'],
  ['identity.nik', 'identity.address', 'risk.flags'],
);

const PROSECUTOR = row([...REQUEST, ...WHO, ...CARE], ['identity.birthDate', 'guardian', 'risk.flags']);

const PROTECTION = row(
  [
    ...REQUEST,
    ...WHO,
    ...CARE,
    'identity.birthDate',
    'identity.region',
    'risk.flags',
    'summary',
    'reportedPerson.relation',
  ],
  [
    'identity.nik',
    'identity.address',
    'identity.phone',
    'guardian',
    'children',
    'incident.time',
    'incident.place',
    'reportedPerson.name',
  ],
);

const OTHER_UNIT = row(
  [
    ...REQUEST,
    ...WHO,
    ...CARE,
    'identity.region',
    'risk.flags',
    'summary',
    'incident.time',
    'incident.place',
  ],
  [
    'identity.birthDate',
    'identity.address',
    'identity.phone',
    'children',
    'guardian',
    'reportedPerson.relation',
  ],
);

// Clinical psychologist on loan from the province: who, how dangerous, a summary (vignettes 1, 5).
const PSYCHOLOGY = row(
  [...REQUEST, ...WHO, ...CARE, 'risk.flags', 'summary'],
  ['complaint', 'guardian', 'identity.region', 'reportedPerson.relation'],
);

const OWN_UNIT = row(
  [
    ...REQUEST,
    ...WHO,
    ...CARE,
    'identity.birthDate',
    'identity.region',
    'children',
    'guardian',
    'risk.flags',
    'noContactWith',
    'incident.time',
    'incident.place',
    'summary',
    'chronology.full',
    'reportedPerson.name',
    'reportedPerson.relation',
  ],
  [
    'identity.nik',
    'identity.address',
    'identity.phone',
    'complaint',
    'medicalHistoryStrangulation',
    'evidenceList',
  ],
);

const FAMILY = row(
  [...REQUEST, ...WHO, 'safeContact', 'accommodations', 'summary'],
  ['children', 'identity.region'],
);

// The lawyer gets the question, not the household (vignette 3); the opponent's name only to check for a conflict.
const LEGAL_AID = row(
  [...REQUEST, ...WHO, ...CARE, 'legalQuestion'],
  ['summary', 'reportedPerson.name', 'reportedPerson.relation', 'risk.flags'],
);

const COMPANION = row([...REQUEST, ...WHO, ...CARE], ['summary', 'risk.flags', 'noContactWith']);

// Papers for a person; the desk learns no reason (domain 6.1: "data minimum, no case story").
const REGISTRY = row([
  'request',
  'companion',
  'identity.name',
  'identity.nik',
  'identity.birthDate',
  'identity.sex',
  'identity.address',
  'identity.region',
]);

const MIGRATION = row(
  [...REQUEST, ...WHO, ...CARE, 'identity.birthDate', 'identity.region', 'summary'],
  ['identity.nik', 'identity.address', 'risk.flags'],
);

// The social inquiry is about the child who is reported; the client stays a mask.
const SOCIAL_INQUIRY: Policy = {
  ...row(['request', 'companion', 'reportedPerson.name', 'reportedPerson.relation']),
  'identity.name': { max: 'MASKED', usual: 'NONE' },
};

/** The policy of each kind of receiver. A kind that is not here can receive no person at all. */
export const POLICY_BY_KIND: Readonly<Record<string, Policy>> = {
  UPTD_PPA: OWN_UNIT,
  PUSPAGA: FAMILY,
  DINSOS: SOCIAL,
  RUMAH_AMAN: SHELTER,
  DINKES: HEALTH,
  RSUD: HEALTH,
  PUSKESMAS: HEALTH,
  DISDIKBUD: SCHOOL,
  KEMENAG: SCHOOL,
  POLRES: POLICE,
  KEJAKSAAN: PROSECUTOR,
  PENGADILAN_NEGERI: COURT,
  BAPAS: SOCIAL_INQUIRY,
  LPSK: PROTECTION,
  UPTD_PPA_PROVINSI: PSYCHOLOGY,
  UPTD_PPA_LAIN: OTHER_UNIT,
  KEMENPPPA: OTHER_UNIT,
  BP3MI: MIGRATION,
  IMIGRASI: MIGRATION,
  DUKCAPIL: REGISTRY,
  LBH: LEGAL_AID,
  WCC: COMPANION,
};

/** Where a service needs something else than its kind usually gets. Only the named fields change. */
export const POLICY_BY_SERVICE: Readonly<Record<string, Policy>> = {
  // Suicide talk is the reason to go there; the police request is not.
  'RSUD:PSIKOLOG_KLINIS': { 'risk.flags': GIVE, spvPresent: NONE, 'incident.time': HOLD },
  'RSUD:VISUM': { 'incident.place': HOLD, summary: HOLD },
  'DINSOS:PEMULANGAN': { 'identity.address': GIVE },
  'DINSOS:PEMBERDAYAAN_EKONOMI': { 'risk.flags': HOLD, children: HOLD },
  'LPSK:RESTITUSI': { 'risk.flags': HOLD },
};

/** The policy for this receiver and service, every field of the catalogue named; null when none may be told of a person. */
export function policyFor(kind: string, serviceCode: string): Record<Field, FieldPolicy> | null {
  const base = POLICY_BY_KIND[kind];
  if (!base) return null;
  const special = POLICY_BY_SERVICE[`${kind}:${serviceCode}`] ?? {};
  return Object.fromEntries(
    FIELD_NAMES.map((field) => [field, special[field] ?? base[field] ?? NONE]),
  ) as Record<Field, FieldPolicy>;
}

export function exceeds(level: Level, ceiling: Level): boolean {
  return LEVELS.indexOf(level) > LEVELS.indexOf(ceiling);
}
