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

  instant(at: Date): string {
    const time = this.format(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).replace(':', '.');
    return `${this.day(at)}, ${time} ${ZONE_LETTERS[this.city.zone] ?? this.city.zone}`;
  }

  day(at: Date): string {
    return this.format(at, { day: 'numeric', month: 'long', year: 'numeric' });
  }

  date(iso: string): string {
    return new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${iso}T00:00:00Z`),
    );
  }

  private format(at: Date, options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat('id-ID', { ...options, timeZone: this.city.zone }).format(at);
  }
}
