import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** Minutes since 1970 on the city's wall clock. WIB has no summer time: the wall clock is all that counts here. */
export type Minute = number;
/** Days since 1970 on the city's wall clock. */
export type Day = number;

const DAY = 24 * 60;
const DATA = 'libs/deadlines/data';
const WEEKDAYS = ['THU', 'FRI', 'SAT', 'SUN', 'MON', 'TUE', 'WED']; // 1 January 1970 was a Thursday

export function rows(file: string): Record<string, string>[] {
  return parse(readFileSync(`${DATA}/${file}`, 'utf8'), { columns: true });
}

/** `2026-03-02 09:40` */
export function minuteOf(text: string): Minute {
  return Date.parse(`${text.replace(' ', 'T')}Z`) / 60_000;
}

export function textOf(minute: Minute): string {
  return new Date(minute * 60_000).toISOString().slice(0, 16).replace('T', ' ');
}

export function dayOf(minute: Minute): Day {
  return Math.floor(minute / DAY);
}

/** That hour (`08:00`) of a day. */
export function on(day: Day, hour: string): Minute {
  return day * DAY + Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3));
}

function dateOf(day: Day): string {
  return textOf(day * DAY).slice(0, 10);
}

/** When the city's offices are open, from the two files of the decree and of the office hours. */
export class OfficeDays {
  private readonly shut = new Set(rows('holidays-2026.csv').map(({ date }) => date!));
  private readonly hours = rows('working-hours.csv');

  close(date: string): void {
    this.shut.add(date);
  }

  reopen(date: string): void {
    this.shut.delete(date);
  }

  opens(day: Day): Minute {
    return on(day, this.row(day).open!);
  }

  closes(day: Day): Minute {
    return on(day, this.row(day).close!);
  }

  isOpen(day: Day): boolean {
    return !this.shut.has(dateOf(day)) && this.row(day).close !== '';
  }

  /** The n-th open day after a day; before it when n is negative. */
  nth(day: Day, n: number): Day {
    let found = day;
    for (let left = Math.abs(n); left > 0;) {
      found += Math.sign(n);
      if (this.isOpen(found)) left -= 1;
    }
    return found;
  }

  /** Open days after the first day, up to the last. */
  between(first: Day, last: Day): number {
    let open = 0;
    for (let day = first + 1; day <= last; day += 1) if (this.isOpen(day)) open += 1;
    return open;
  }

  private row(day: Day): Record<string, string> {
    const date = dateOf(day);
    const today = this.hours.filter(({ weekday }) => weekday === WEEKDAYS[day % 7]);
    const fasting = today.find(
      ({ season, valid_from, valid_to }) => season === 'RAMADAN' && valid_from! <= date && date <= valid_to!,
    );
    return fasting ?? today.find(({ season }) => season === 'NORMAL')!;
  }
}
