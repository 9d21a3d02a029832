export interface ReportAnswers {
  channel: string;
  externalRef?: string;
  receivedAt?: Date;
  occurredAt?: Date;
  knownAt?: Date;
  violenceTypes: readonly string[];
  contexts: readonly string[];
  clientSafeNow: string;
  /** Whether a case is opened at once; otherwise the report is only kept. */
  openCase: boolean;
}

export interface Fault {
  pointer: string;
  code: string;
}

const EARLIEST = new Date('1950-01-01T00:00:00Z');
const FAMILY_WITHOUT_VIOLENCE = 'KELUARGA_TANPA_KEKERASAN';
// Contexts that are violence by themselves; a custody dispute or a child who is reported may stand beside a family.
const CONTEXTS_OF_VIOLENCE = ['KDRT', 'TPKS', 'KBGO', 'PERUNDUNGAN', 'PERKAWINAN_ANAK', 'EKSPLOITASI_ANAK'];

/**
 * What cannot be, in a report as a whole. `now` is the database's clock. Times may be missing: incident <= known <=
 * received <= now is asked of those that are there.
 */
export function reportFaults(report: ReportAnswers, now: Date): Fault[] {
  return [
    ...timeFaults(report, now),
    ...contextFaults(report),
    ...channelFaults(report),
    ...keepingFaults(report),
  ];
}

function timeFaults({ receivedAt, occurredAt, knownAt }: ReportAnswers, now: Date): Fault[] {
  const faults: Fault[] = [];
  const received = receivedAt ?? now;
  if (received > now) faults.push({ pointer: '/receivedAt', code: 'time.inTheFuture' });
  if (received < EARLIEST) faults.push({ pointer: '/receivedAt', code: 'time.tooEarly' });
  if (occurredAt && occurredAt > received)
    faults.push({ pointer: '/occurredAt', code: 'time.afterTheReport' });
  if (occurredAt && occurredAt < EARLIEST) faults.push({ pointer: '/occurredAt', code: 'time.tooEarly' });
  if (knownAt && knownAt > received) faults.push({ pointer: '/knownAt', code: 'time.afterTheReport' });
  if (knownAt && occurredAt && knownAt < occurredAt)
    faults.push({ pointer: '/knownAt', code: 'time.beforeTheIncident' });
  return faults;
}

function contextFaults({ violenceTypes, contexts }: ReportAnswers): Fault[] {
  const faults: Fault[] = [];
  const sexualCrime = contexts.indexOf('TPKS');
  if (sexualCrime >= 0 && !violenceTypes.includes('SEKSUAL'))
    faults.push({ pointer: `/contexts/${sexualCrime}`, code: 'context.needsSexualViolence' });
  const family = contexts.indexOf(FAMILY_WITHOUT_VIOLENCE);
  const violence = violenceTypes.length > 0 || contexts.some((code) => CONTEXTS_OF_VIOLENCE.includes(code));
  if (family >= 0 && violence)
    faults.push({ pointer: `/contexts/${family}`, code: 'context.familyWithViolence' });
  return faults;
}

// The ministry asks back by its own number (KANAL_MASUK: "wajib menyimpan nomor rujukan luar").
function channelFaults({ channel, externalRef }: ReportAnswers): Fault[] {
  return channel === 'SAPA129' && !externalRef
    ? [{ pointer: '/externalRef', code: 'report.externalRefMissing' }]
    : [];
}

/**
 * A kept report may wait for its decision. That may not happen to sexual violence, whose 3x24 hours run from now on
 * (UU 12/2022 Ps.41), nor to somebody who is not safe.
 */
function keepingFaults({ openCase, violenceTypes, clientSafeNow }: ReportAnswers): Fault[] {
  const mustBeOpened = violenceTypes.includes('SEKSUAL') || clientSafeNow === 'NO';
  return !openCase && mustBeOpened ? [{ pointer: '/disposition', code: 'report.mustBeOpened' }] : [];
}
