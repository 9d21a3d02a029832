import { PlainText } from '#access';
import { IsCode } from '#codes';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import type { HolidayCalendar, ImportResult, StoredHoliday } from '../holidays.service.js';
import { BASIS_MAX, NAME_MAX, type HolidayEntry } from '../rules/holiday-import.js';
import type { CellFault } from '../rules/list-cells.js';
import type { HolidayKind } from '../rules/work-calendar.js';
import { RuleEffectView, toCalendarEffect } from './effect.dto.js';

const KINDS = ['NATIONAL', 'COLLECTIVE_LEAVE', 'LOCAL'];

class HolidayEntryView {
  @ApiProperty({ format: 'date' }) date: string;
  @ApiProperty({ enum: KINDS }) kind: string;
  @ApiProperty({ type: String, nullable: true, description: 'Null: the whole country' }) regionCode:
    string | null;
  @ApiProperty() name: string;
  @ApiProperty() basis: string;
}

export class HolidayView extends HolidayEntryView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: String, nullable: true }) regionName: string | null;
}

export class HolidayList {
  @ApiProperty({ type: [HolidayView] }) items: HolidayView[];
  @ApiProperty({ type: [Number], description: 'Years whose decree is loaded' }) years: number[];
  @ApiProperty({ type: Number, nullable: true, description: 'A year whose list should be here by now' })
  missingYear: number | null;
}

export class AddHolidayInput {
  @ApiProperty({ format: 'date', description: 'Calendar date where it holds' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'date.malformed' })
  date: string;

  @ApiProperty({ enum: KINDS })
  @IsCode('JENIS_LIBUR')
  kind: HolidayKind;

  @ApiPropertyOptional({ description: 'Province (16) or city (16.74); absent: the whole country' })
  @IsOptional()
  @IsString()
  @Matches(/^\d{2}(\.\d{2})?$/, { message: 'region.malformed' })
  regionCode?: string;

  @PlainText(NAME_MAX)
  name: string;

  @PlainText(BASIS_MAX, { example: 'SKB 3 Menteri 1497/2025, 2/2025, 5/2025' })
  basis: string;
}

export class RemoveHolidayInput {
  @PlainText(500)
  reason: string;
}

/** About four hundred lines; a year has some thirty. */
const CSV_MAX = 50_000;

export class ImportListInput {
  @ApiProperty({
    maxLength: CSV_MAX,
    description:
      'The first line names the columns. Holidays: date, kind, name, basis and, for local ones, region. Hours: season, weekday, open, close, valid_from, basis and, if there are any, break_start, break_end, valid_to, region',
  })
  @IsString()
  @MinLength(1)
  @MaxLength(CSV_MAX)
  @Matches(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u202e\ud800-\udfff]*$/, {
    message: 'text.controlCharacters',
  })
  csv: string;

  @ApiProperty({ description: 'False: say what would happen; true: do it, all or nothing' })
  @IsBoolean()
  commit: boolean;
}

export class CellFaultView {
  @ApiProperty({ description: 'Line of the file; the heading is line 1' }) line: number;
  @ApiProperty() column: string;
  @ApiProperty() code: string;
}

export class HolidayImportView {
  @ApiProperty() committed: boolean;
  @ApiProperty({ type: [HolidayEntryView] }) added: HolidayEntryView[];
  @ApiProperty({ type: [HolidayEntryView] }) alreadyKnown: HolidayEntryView[];
  @ApiProperty({ type: [CellFaultView] }) faults: CellFaultView[];
  @ApiProperty({ type: RuleEffectView, description: 'Counted in a trial only' }) effect: RuleEffectView;
}

export function toHoliday({ id, regionName, ...entry }: StoredHoliday): HolidayView {
  return { id, regionName, ...toEntry(entry) };
}

export function toHolidayList({ items, years, missingYear }: HolidayCalendar): HolidayList {
  return { items: items.map(toHoliday), years: [...years], missingYear };
}

export function toImport({
  committed,
  added,
  alreadyKnown,
  faults,
  effect,
}: ImportResult): HolidayImportView {
  return {
    committed,
    added: added.map(toEntry),
    alreadyKnown: alreadyKnown.map(toEntry),
    faults: toFaults(faults),
    effect: toCalendarEffect(effect),
  };
}

export const toFaults = (faults: readonly CellFault[]): CellFaultView[] =>
  faults.map(({ line, column, code }) => ({ line, column, code }));

function toEntry({ date, kind, regionCode, name, basis }: HolidayEntry): HolidayEntryView {
  return { date, kind, regionCode, name, basis };
}
