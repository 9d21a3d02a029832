import { dayOf, on, rows, type Minute, type OfficeDays } from './office-days.js';

/** A row of the register, read by the calculator itself. */
export interface PaperRule {
  id: string;
  family: string;
  trigger: string;
  when: string;
  amount: number;
  clock: string;
  unit: string;
  law: boolean;
  kind: string;
  owedBy: string;
  offsets: string[];
  chain: string[];
}

export interface PaperStep {
  rung: string;
  at: Minute;
  tells: string[];
}

export const RULES: PaperRule[] = [...rows('deadline-rules.csv'), ...rows('deadline-rules-simpul.csv')].map(
  (row) => ({
    id: row.id!,
    family: row.id!.replace(/-(high|medium|low)$/, ''),
    trigger: row.trigger_event!,
    when: row.applies_when!,
    amount: Number(row.amount),
    clock: row.clock!,
    unit: row.unit!,
    law: row.basis === 'LAW',
    kind: row.rule_kind!,
    owedBy: row.owing_agency_kind!,
    offsets: row.reminder_offsets!.split('|'),
    chain: row.escalate_to!.split('>'),
  }),
);

const MORNING = '08:00';
const WORKS_TO_THE_TOP = ['DUTY', 'SERVICE_STANDARD'];

/** Whether it goes on calling after the top rung. */
export function callsOn(rule: PaperRule): boolean {
  return WORKS_TO_THE_TOP.includes(rule.kind);
}

/** `libs/deadlines/data/README.md`: how due times are counted. */
export function dueOf(rule: PaperRule, trigger: Minute, office: OfficeDays): Minute {
  switch (rule.unit) {
    case 'MINUTE':
      return trigger + rule.amount;
    case 'HOUR':
      return trigger + rule.amount * 60;
    case 'DAY':
      return on(dayOf(trigger) + rule.amount, '23:59');
    default:
      return office.closes(office.nth(dayOf(trigger), rule.amount));
  }
}

/** Due time after a pause: exactly so much later, or so many days later as began meanwhile; never already past. */
export function dueAfter(
  rule: PaperRule,
  due: Minute,
  pause: { from: Minute; to: Minute },
  office: OfficeDays,
): Minute {
  const [from, to] = [dayOf(pause.from), dayOf(pause.to)];
  if (rule.clock === 'RUNNING') return due + pause.to - pause.from;
  if (rule.clock === 'CALENDAR') {
    const moved = on(dayOf(due) + to - from, '23:59');
    return moved > pause.to ? moved : moved + 24 * 60;
  }
  const day = office.nth(dayOf(due), office.between(from, to));
  return office.closes(day) > pause.to ? office.closes(day) : office.closes(office.nth(day, 1));
}

/**
 * Decision 0023, on paper: reminders before, the due time, the ladder after it. `armed`: nobody is told of what was past
 * then, except of the latest reminder where the clock is new.
 */
export function stepsOf(
  rule: PaperRule,
  clock: { trigger: Minute; due: Minute; armed: Minute; again: boolean },
  office: OfficeDays,
): PaperStep[] {
  const { trigger, due, armed, again } = clock;
  const reminders = rule.offsets
    .filter((offset) => offset.startsWith('-'))
    .map((offset) => reminderAt(offset, due, office))
    .filter((at) => at > trigger && at < due)
    .sort((a, b) => a - b);
  const ahead = reminders.filter((at) => at > armed);
  const behind = reminders.filter((at) => at <= armed);
  if (behind.length > 0 && due > armed && !again) ahead.unshift(behind.at(-1)!);
  return [
    ...ahead.map((at) => ({ rung: 'reminder', at, tells: ['OWING'] })),
    { rung: 'due', at: due, tells: ['OWING', 'OWNER'] },
    ...ladder(rule, Math.max(due, armed), office),
  ];
}

function reminderAt(offset: string, due: Minute, office: OfficeDays): Minute {
  const amount = Number.parseInt(offset, 10);
  if (offset.endsWith('wd')) return office.opens(office.nth(dayOf(due), amount));
  if (offset.endsWith('d')) return on(dayOf(due) + amount, MORNING);
  return due + amount * (offset.endsWith('h') ? 60 : 1);
}

const THEIR_HEADS = ['KASAT_RESKRIM', 'KAPOLRES', 'KETUA_PN', 'KAJARI', 'KEPALA_BAPAS', 'PIMPINAN_LPSK'];

function ladder(rule: PaperRule, base: Minute, office: OfficeDays): PaperStep[] {
  const duty = callsOn(rule);
  const head = rule.chain.includes('ATASAN_INSTANSI_PENERIMA');
  // A chief of police or the president of a court stands where the receiver's head would; above a first may be a second.
  const theirs = rule.chain.filter((one) => THEIR_HEADS.includes(one));
  const anyHead = head || theirs.length > 0;
  const nextOnDuty = rule.chain.includes('PETUGAS_PIKET_BERIKUT') ? ['NEXT_ON_DUTY'] : [];
  // UPTD PPA's head is the supervisor, who then stands where another agency's head would stand.
  const rungs: [string, number, number, string[]][] = [
    ['overdue', 1, 1, ['OWING', 'OWNER', ...nextOnDuty]],
    ...(head ? [['headOfOwingAgency', 2, 2, ['HEAD']] as [string, number, number, string[]]] : []),
    ...theirs.map((_, above): [string, number, number, string[]] => [
      'headOfOwingAgency',
      2 + above,
      2 + above,
      ['THEIR_HEAD'],
    ]),
    ['supervisor', anyHead ? 4 : 2, anyHead ? 3 : 2, ['SUPERVISOR']],
    ...(duty ? [['headOfLeadOffice', 8, 5, ['LEAD']] as [string, number, number, string[]]] : []),
  ];
  const own = rule.offsets.filter((offset) => offset.startsWith('+'));
  return rungs.map(([rung, hours, days, tells], index) => ({
    rung,
    at: own[index] ? base + Number.parseInt(own[index], 10) : rungAt(rule, base, hours, days, office),
    tells,
  }));
}

function rungAt(rule: PaperRule, base: Minute, gaps: number, days: number, office: OfficeDays): Minute {
  if (rule.clock === 'CALENDAR') return on(dayOf(base) + days, MORNING);
  if (rule.clock === 'WORKING') return office.opens(office.nth(dayOf(base), days));
  const promise = rule.amount * (rule.unit === 'HOUR' ? 60 : 1);
  return base + gaps * (promise <= 120 ? 15 : 60);
}
