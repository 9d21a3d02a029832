import { PlainText } from '#access';
import { IsCode } from '#codes';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsUUID, Max, Min } from 'class-validator';
import type { Bait, BaitReading, BaitUnit } from '../bait/bait.queries.js';
import { sentenceOf } from './audit.dto.js';

const READERS_MAX = 12;
const OLDEST = 120;

export class BaitInput {
  @ApiProperty({ format: 'uuid', description: 'The unit among whose files it lies' })
  @IsUUID()
  agencyId: string;

  @ApiProperty({ format: 'uuid', description: 'Whose file it seems to be: somebody who has left the unit' })
  @IsUUID()
  ownerAccountId: string;

  @ApiProperty({
    type: [String],
    format: 'uuid',
    maxItems: READERS_MAX,
    description: 'In whose lists it lies; the supervisor of the unit sees each file of the unit anyway',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(READERS_MAX)
  @IsUUID(undefined, { each: true })
  readerAccountIds: string[];

  @ApiProperty({ description: 'An invented name, never that of somebody who lives' })
  @PlainText(120)
  name: string;

  @ApiProperty({ description: 'Code of list JENIS_KELAMIN' })
  @IsCode('JENIS_KELAMIN')
  sex: string;

  @ApiProperty({ minimum: 0, maximum: OLDEST })
  @IsInt()
  @Min(0)
  @Max(OLDEST)
  ageYears: number;

  @ApiProperty({ description: 'What the file tells; invented as well' })
  @PlainText(2000)
  story: string;
}

export class BaitLaidView {
  @ApiProperty({ format: 'uuid' }) id: string;
}

export class BaitReadingView {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty() personName: string;
  @ApiProperty() role: string;
  @ApiProperty() agencyName: string;
  @ApiProperty({ description: 'What was done, in the reader’s language' }) words: string;
}

export class BaitView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() number: string;
  @ApiProperty() agencyName: string;
  @ApiProperty({ description: 'Of the invented name; the name itself is sealed' }) initials: string;
  @ApiProperty() ownerName: string;
  @ApiProperty({ type: [String] }) readerNames: string[];
  @ApiProperty() laidByName: string;
  @ApiProperty({ format: 'date-time' }) laidAt: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) endedAt: string | null;
  @ApiProperty({ type: [BaitReadingView], description: 'Newest first' }) readings: BaitReadingView[];
  @ApiProperty({ type: [String], example: ['bait.end'] }) availableActs: string[];
}

export class BaitPersonView {
  @ApiProperty({ format: 'uuid' }) accountId: string;
  @ApiProperty() name: string;
  @ApiProperty() role: string;
}

export class BaitUnitView {
  @ApiProperty({ format: 'uuid' }) agencyId: string;
  @ApiProperty() agencyName: string;
  @ApiProperty({ type: [BaitPersonView], description: 'Who has left: whose file it may seem' })
  left: BaitPersonView[];
  @ApiProperty({ type: [BaitPersonView], description: 'In whose lists it may lie' })
  readers: BaitPersonView[];
}

export class BaitsView {
  @ApiProperty({ type: [BaitView] }) items: BaitView[];
  @ApiProperty({ type: [BaitUnitView], description: 'Where another may be laid' }) units: BaitUnitView[];
}

export function toBait(bait: Bait, locale: 'id' | 'en'): BaitView {
  const { id, number, agencyName, initials, ownerName, readerNames, laidByName, laidAt, endedAt } = bait;
  return {
    ...{ id, number, agencyName, initials: initials ?? '', ownerName, readerNames, laidByName },
    laidAt: laidAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    readings: bait.readings.map((reading) => toReading(reading, locale)),
    availableActs: endedAt ? [] : ['bait.end'],
  };
}

export function toBaitUnit({ agencyId, agencyName, left, readers }: BaitUnit): BaitUnitView {
  return { agencyId, agencyName, left, readers };
}

function toReading(reading: BaitReading, locale: 'id' | 'en'): BaitReadingView {
  const { at, personName, role, agencyName, act, decision } = reading;
  return {
    at: at.toISOString(),
    personName,
    role,
    agencyName,
    words: sentenceOf({ act, decision, facts: {} })[locale],
  };
}
