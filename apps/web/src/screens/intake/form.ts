import type { NewReport } from '../../api/contract';
import type { FieldFault } from '../../api/problem';
import { fromCityInput } from '../../clock/dates';

/** The intake form as it is typed: all text, nothing decided. */
export interface Intake {
  clientSafeNow: '' | 'YES' | 'NO' | 'UNKNOWN';
  violenceTypes: string[];
  contexts: string[];
  channel: string;
  reporterKind: string;
  reporterName: string;
  reporterPhone: string;
  externalRef: string;
  narrative: string;
  receivedAt: string;
  occurredAt: string;
  place: string;
  online: boolean;
  name: string;
  nik: string;
  sex: string;
  age: string;
  birthDate: string;
  phone: string;
  address: string;
  district: string;
  village: string;
  disabilities: string[];
  school: string;
  safeChannel: string;
  safeWho: string;
  safeValue: string;
  safeWindow: string;
  safeNote: string;
  mayLeaveMessage: boolean;
  others: IntakePerson[];
  relation: string;
  reportedName: string;
  reportedAge: string;
  reportedWorksAtPartner: boolean;
  reportedAgencyId: string;
}

export interface IntakePerson {
  name: string;
  age: string;
  sex: string;
}

export const SAFE_CHANNELS = ['TELEPON', 'WHATSAPP', 'ORANG_TEPERCAYA', 'JANGAN_DIHUBUNGI'] as const;

export const EMPTY_INTAKE: Intake = {
  clientSafeNow: '',
  violenceTypes: [],
  contexts: [],
  channel: 'DATANG_LANGSUNG',
  reporterKind: 'KORBAN',
  reporterName: '',
  reporterPhone: '',
  externalRef: '',
  narrative: '',
  receivedAt: '',
  occurredAt: '',
  place: '',
  online: false,
  name: '',
  nik: '',
  sex: '',
  age: '',
  birthDate: '',
  phone: '',
  address: '',
  district: '',
  village: '',
  disabilities: [],
  school: '',
  safeChannel: '',
  safeWho: '',
  safeValue: '',
  safeWindow: '',
  safeNote: '',
  mayLeaveMessage: false,
  others: [],
  relation: '',
  reportedName: '',
  reportedAge: '',
  reportedWorksAtPartner: false,
  reportedAgencyId: '',
};

const NO_VIOLENCE = 'KELUARGA_TANPA_KEKERASAN';
const withoutViolence = (form: Intake): boolean => form.contexts.includes(NO_VIOLENCE);

/**
 * The fields that a case needs before it gets a number: nine, seven for a family without violence (nobody is reported
 * there, and a safe channel is only asked for where somebody is dangerous). Two of them come filled in.
 */
export function requiredOf(form: Intake): { pointer: string; filled: boolean }[] {
  const violence = withoutViolence(form)
    ? []
    : [
        { pointer: '/victims/0/safeContact', filled: form.safeChannel !== '' },
        { pointer: '/reportedPersons/0/relation', filled: form.relation !== '' },
      ];
  return [
    { pointer: '/clientSafeNow', filled: form.clientSafeNow !== '' },
    { pointer: '/violenceTypes', filled: form.violenceTypes.length > 0 || withoutViolence(form) },
    { pointer: '/channel', filled: form.channel !== '' },
    { pointer: '/reporter/kind', filled: form.reporterKind !== '' },
    { pointer: '/narrative', filled: form.narrative.trim() !== '' },
    { pointer: '/victims/0/ageYears', filled: form.age !== '' || form.birthDate !== '' },
    { pointer: '/victims/0/sex', filled: form.sex !== '' },
    ...violence,
  ];
}

/** What a report needs to be kept without a case: enough to know who called, what was said and whether it can wait. */
const NEEDED_TO_KEEP = ['/clientSafeNow', '/channel', '/reporter/kind', '/narrative', '/victims/0/sex'];

export const missingOf = (form: Intake, keepOnly = false): FieldFault[] =>
  requiredOf(form)
    .filter((field) => !field.filled && (!keepOnly || NEEDED_TO_KEEP.includes(field.pointer)))
    .map(({ pointer }) => ({ pointer, code: 'required' }));

/** Text that was left empty is left out: absent is not the same as empty. */
const text = (value: string): string | undefined => value.trim() || undefined;
const whole = (value: string): number | undefined => (value === '' ? undefined : Number(value));

/**
 * The four answers of the form in the words of the record: a channel of KANAL_MASUK, and what it does not know (somebody
 * in between, or nobody at all) as a note that stands before everything else.
 */
function safeContactOf(form: Intake): NewReport['victims'][number]['safeContact'] {
  const note = (first: string) => [first, form.safeNote.trim()].filter(Boolean).join(' ');
  const more = { window: text(form.safeWindow), mayLeaveMessage: form.mayLeaveMessage };
  switch (form.safeChannel) {
    case '':
      return undefined;
    case 'JANGAN_DIHUBUNGI':
      return { channel: 'TIDAK_DIKETAHUI', note: note('Jangan dihubungi.'), mayLeaveMessage: false };
    case 'ORANG_TEPERCAYA':
      return {
        channel: 'TELEPON',
        value: text(form.safeValue),
        note: note(`Lewat orang tepercaya${form.safeWho.trim() ? `: ${form.safeWho.trim()}` : ''}.`),
        ...more,
      };
    default:
      return { channel: form.safeChannel, value: text(form.safeValue), note: text(form.safeNote), ...more };
  }
}

export function asReport(form: Intake, keepOnly = false): NewReport {
  const reported = form.relation
    ? [
        {
          relation: form.relation,
          name: text(form.reportedName),
          ageYears: whole(form.reportedAge),
          agencyId: form.reportedWorksAtPartner ? text(form.reportedAgencyId) : undefined,
        },
      ]
    : [];
  return {
    channel: form.channel,
    reporter: { kind: form.reporterKind, name: text(form.reporterName), phone: text(form.reporterPhone) },
    receivedAt: fromCityInput(form.receivedAt),
    occurredAt: fromCityInput(form.occurredAt),
    clientSafeNow: form.clientSafeNow || 'UNKNOWN',
    narrative: form.narrative.trim(),
    violenceTypes: form.violenceTypes,
    contexts: form.contexts,
    place: text(form.place),
    online: form.online,
    victims: [
      {
        name: text(form.name),
        nik: text(form.nik),
        sex: form.sex,
        birthDate: text(form.birthDate),
        ageYears: whole(form.age),
        phone: text(form.phone),
        address: text(form.address),
        regionCode: text(form.village) ?? text(form.district),
        disabilities: form.disabilities,
        school: text(form.school),
        safeContact: safeContactOf(form),
      },
      ...form.others.map((other) => ({ name: text(other.name), sex: other.sex, ageYears: whole(other.age) })),
    ],
    reportedPersons: withoutViolence(form) ? [] : reported,
    externalRef: text(form.externalRef),
    disposition: keepOnly ? 'RECEIVE_ONLY' : 'OPEN_CASE',
  };
}
