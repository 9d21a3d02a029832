import { PlainText } from '#access';
import { ApiProperty } from '@nestjs/swagger';
import type { CalendarGap } from '../calendar-gaps.queries.js';
import type { HoursImport, StoredHours } from '../office-hours.service.js';
import { SEASONS, type HoursPeriod } from '../rules/work-calendar.js';
import { CellFaultView, toFaults } from './holiday.dto.js';
import { RuleEffectView, toCalendarEffect } from './effect.dto.js';

class HoursDayView {
  @ApiProperty({ description: 'ISO weekday, Monday is 1' }) weekday: number;
  @ApiProperty({ type: String, nullable: true, description: 'HH:mm where it holds; null: shut' }) opensAt:
    string | null;
  @ApiProperty({ type: String, nullable: true }) breakStart: string | null;
  @ApiProperty({ type: String, nullable: true }) breakEnd: string | null;
  @ApiProperty({ type: String, nullable: true }) closesAt: string | null;
}

class HoursPeriodView {
  @ApiProperty({ enum: SEASONS }) season: string;
  @ApiProperty({ type: String, nullable: true, description: 'Null: the whole country' }) regionCode:
    string | null;
  @ApiProperty({ format: 'date' }) validFrom: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The last day; null: open' })
  validTo: string | null;
  @ApiProperty() basis: string;
  @ApiProperty({ type: [HoursDayView], description: 'Monday to Sunday' }) days: HoursDayView[];
}

export class OfficeHoursView extends HoursPeriodView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: String, nullable: true }) regionName: string | null;
  @ApiProperty({ enum: ['COMING', 'IN_FORCE', 'ENDED', 'REMOVED'] }) state: string;
  @ApiProperty({ type: String, nullable: true }) removalReason: string | null;
  @ApiProperty() mayBeTakenBack: boolean;
}

export class OfficeHoursList {
  @ApiProperty({ type: [OfficeHoursView] }) items: OfficeHoursView[];
}

export class TakeBackHoursInput {
  @PlainText(500)
  reason: string;
}

export class HoursImportView {
  @ApiProperty() committed: boolean;
  @ApiProperty({ type: [HoursPeriodView] }) added: HoursPeriodView[];
  @ApiProperty({ type: [HoursPeriodView] }) alreadyKnown: HoursPeriodView[];
  @ApiProperty({ type: [CellFaultView] }) faults: CellFaultView[];
  @ApiProperty({ type: RuleEffectView, description: 'Counted in a trial only' }) effect: RuleEffectView;
}

class CalendarGapView {
  @ApiProperty({ enum: ['HOLIDAYS', 'RAMADAN_HOURS'] }) what: CalendarGap['what'];
  @ApiProperty() year: number;
}

export class CalendarGapList {
  @ApiProperty({ type: [CalendarGapView], description: 'Lists that should be here by now' })
  items: CalendarGapView[];
}

export function toOfficeHours(hours: StoredHours): OfficeHoursView {
  const { id, regionName, state, removalReason, mayBeTakenBack } = hours;
  return { id, regionName, state, removalReason, mayBeTakenBack, ...toPeriod(hours) };
}

export function toHoursImport({
  committed,
  added,
  alreadyKnown,
  faults,
  effect,
}: HoursImport): HoursImportView {
  return {
    committed,
    added: added.map(toPeriod),
    alreadyKnown: alreadyKnown.map(toPeriod),
    faults: toFaults(faults),
    effect: toCalendarEffect(effect),
  };
}

export const toGaps = (gaps: readonly CalendarGap[]): CalendarGapList => ({
  items: gaps.map(({ what, year }) => ({ what, year })),
});

function toPeriod({ season, regionCode, validFrom, validTo, basis, days }: HoursPeriod): HoursPeriodView {
  return {
    season,
    regionCode,
    validFrom,
    validTo,
    basis,
    days: days.map(({ weekday, opensAt, breakStart, breakEnd, closesAt }) => ({
      weekday,
      opensAt,
      breakStart,
      breakEnd,
      closesAt,
    })),
  };
}
