import { City } from '#cases';
import { codes, type CodeList } from '#codes';
import { Injectable } from '@nestjs/common';
import type { PacketWording } from './rules/packet-values.js';

const ZONE_LETTERS: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** Words of the packet: Indonesian, like the letter it stands for, with times in the city's zone. */
@Injectable()
export class CityWords implements PacketWording {
  constructor(private readonly city: City) {}

  label(list: string, code: string): string {
    return codes.label(list as CodeList, code, 'id');
  }

  /** English only where a page of its own speaks it; what is frozen or printed is Indonesian. */
  instant(at: Date, locale: 'id' | 'en' = 'id'): string {
    const zone = ZONE_LETTERS[this.city.zone] ?? this.city.zone;
    const time = this.format(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, locale);
    return `${this.day(at, locale)}, ${time.replace(':', '.')} ${zone}`;
  }

  day(at: Date, locale: 'id' | 'en' = 'id'): string {
    return this.format(at, { day: 'numeric', month: 'long', year: 'numeric' }, locale);
  }

  date(iso: string): string {
    return new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${iso}T00:00:00Z`),
    );
  }

  private format(at: Date, options: Intl.DateTimeFormatOptions, locale: 'id' | 'en'): string {
    return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'id-ID', {
      ...options,
      timeZone: this.city.zone,
    }).format(at);
  }
}
