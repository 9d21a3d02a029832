import type { Limit } from './deadline-rule.js';
import { dateRunWords, dateWords, listWords, momentWords, shortDateWords } from './date-words.js';
import type { Locale, Words } from './date-words.js';
import { addDays, hoursOn, isWorkingDay, type CalendarDate, type WorkCalendar } from './work-calendar.js';

/** Why there is no due time: the source gives no number, and a made-up one would be shown as law. */
export function withoutLimit(triggerAt: Date, zone: string): Words {
  return {
    id: `Sejak ${momentWords(triggerAt, zone, 'id')}. Aturan tidak menyebut angka, jadi tidak ada batas waktu; pengingat hanya usulan.`,
    en: `Since ${momentWords(triggerAt, zone, 'en')}. The rule names no number, so there is no time limit; reminders are a proposal only.`,
  };
}

/** "72 jam berjalan sejak …; malam dan hari libur ikut dihitung, jatuh …". */
export function whyRunning(limit: Limit, triggerAt: Date, dueAt: Date, zone: string): Words {
  if (limit.amount === 0) {
    return {
      id: `Segera, tanpa tenggang, sejak ${momentWords(triggerAt, zone, 'id')}.`,
      en: `At once, without delay, from ${momentWords(triggerAt, zone, 'en')}.`,
    };
  }
  const [unitId, unitEn] = limit.unit === 'HOUR' ? ['jam', 'hours'] : ['menit', 'minutes'];
  return {
    id: `${limit.amount} ${unitId} berjalan sejak ${momentWords(triggerAt, zone, 'id')}; malam dan hari libur ikut dihitung. Jatuh ${momentWords(dueAt, zone, 'id')}.`,
    en: `${limit.amount} running ${unitEn} from ${momentWords(triggerAt, zone, 'en')}; nights and holidays count. Due ${momentWords(dueAt, zone, 'en')}.`,
  };
}

/** "7 hari kalender sejak …, hari pemicu tidak dihitung, sampai … pukul 23.59". */
export function whyCalendar(limit: Limit, triggerAt: Date, dueAt: Date, zone: string): Words {
  return {
    id: `${limit.amount} hari kalender sejak ${momentWords(triggerAt, zone, 'id')}, hari itu tidak dihitung, libur dihitung. Jatuh ${momentWords(dueAt, zone, 'id')}.`,
    en: `${limit.amount} calendar days from ${momentWords(triggerAt, zone, 'en')}, that day not counted, holidays counted. Due ${momentWords(dueAt, zone, 'en')}.`,
  };
}

/** "Berlaku sampai …": the end was written down with the thing itself, and nobody counted it. */
export function whyUntil(limit: Limit, endsAt: Date, dueAt: Date, zone: string): Words {
  const end = { id: momentWords(endsAt, zone, 'id'), en: momentWords(endsAt, zone, 'en') };
  if (limit.amount === 0)
    return {
      id: `Berlaku sampai ${end.id}, seperti tertulis saat dicatat.`,
      en: `Holds until ${end.en}, as written when it was recorded.`,
    };
  return {
    id: `${limit.amount} hari sebelum ${end.id}, saat masa berlakunya habis. Jatuh ${momentWords(dueAt, zone, 'id')}.`,
    en: `${limit.amount} days before ${end.en}, when it ends. Due ${momentWords(dueAt, zone, 'en')}.`,
  };
}

/** "3 hari kerja sejak …; tidak dihitung: akhir pekan 26-27 Des, Hari Raya Natal 25 Des. Jatuh …". */
export function whyWorking(facts: {
  readonly limit: Limit;
  readonly triggerAt: Date;
  readonly dueAt: Date;
  readonly startDate: CalendarDate;
  readonly dueDate: CalendarDate;
  readonly missing: readonly number[];
  readonly calendar: WorkCalendar;
}): Words {
  return { id: workingSentence(facts, 'id'), en: workingSentence(facts, 'en') };
}

/** The explanation after a pause: the old sentence stays, the stop and the new time are added. */
export function whyAfterPause(
  why: Words,
  pause: { readonly from: Date; readonly to: Date },
  dueAt: Date,
  zone: string,
): Words {
  const words = (at: Date, locale: Locale): string => momentWords(at, zone, locale);
  return {
    id: `${why.id} Jam berhenti dari ${words(pause.from, 'id')} sampai ${words(pause.to, 'id')}; sekarang jatuh ${words(dueAt, 'id')}.`,
    en: `${why.en} The clock stood still from ${words(pause.from, 'en')} to ${words(pause.to, 'en')}; now due ${words(dueAt, 'en')}.`,
  };
}

function workingSentence(facts: Parameters<typeof whyWorking>[0], locale: Locale): string {
  const { limit, triggerAt, dueAt, startDate, dueDate, missing, calendar } = facts;
  const start = momentWords(triggerAt, calendar.zone, locale);
  const due = momentWords(dueAt, calendar.zone, locale);
  const closed = listWords(closedDays(startDate, dueDate, calendar, locale), locale);
  const dayOne = dateWords(firstWorkingDay(startDate, calendar), locale);
  const years = listWords(missing.map(String), locale);
  if (locale === 'id') {
    return (
      `${limit.amount} hari kerja sejak ${start}; hari ke-1 ${dayOne}` +
      (closed ? `; tidak dihitung: ${closed}` : '') +
      `. Jatuh pada jam tutup kantor, ${due}.` +
      (missing.length > 0 ? ` Perkiraan: kalender libur ${years} belum dimuat.` : '')
    );
  }
  return (
    `${limit.amount} working days from ${start}; day 1 is ${dayOne}` +
    (closed ? `; not counted: ${closed}` : '') +
    `. Due at the office's closing time, ${due}.` +
    (missing.length > 0 ? ` An estimate: the holidays of ${years} are not loaded.` : '')
  );
}

function firstWorkingDay(startDate: CalendarDate, calendar: WorkCalendar): CalendarDate {
  let date = addDays(startDate, 1);
  while (!isWorkingDay(calendar, date)) date = addDays(date, 1);
  return date;
}

/** The days between trigger and due that were not counted: each holiday by name, weekends drawn together. */
function closedDays(
  startDate: CalendarDate,
  dueDate: CalendarDate,
  calendar: WorkCalendar,
  locale: Locale,
): string[] {
  const words: string[] = [];
  let weekend: CalendarDate[] = [];
  const endWeekend = (): void => {
    if (weekend.length === 0) return;
    words.push(`${locale === 'id' ? 'akhir pekan' : 'weekend'} ${dateRunWords(weekend, locale)}`);
    weekend = [];
  };
  for (let date = addDays(startDate, 1); date < dueDate; date = addDays(date, 1)) {
    const holiday = calendar.holidays.get(date);
    if (!holiday && hoursOn(calendar, date)?.closesAt == null) {
      weekend.push(date);
      continue;
    }
    endWeekend();
    if (holiday) words.push(`${holiday.name} ${shortDateWords(date, locale)}`);
  }
  endWeekend();
  return words;
}
