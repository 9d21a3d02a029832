import { ApiProperty } from '@nestjs/swagger';
import { BARS, HOWS, openedTo, seesAnything, type Sight } from '../sight.queries.js';

class SightPersonView {
  @ApiProperty({ format: 'uuid' }) accountId: string;
  @ApiProperty() name: string;
  @ApiProperty() role: string;
  @ApiProperty() agencyName: string;
  @ApiProperty({ description: 'Whether anything of the case is open to the person now' }) sees: boolean;
}

export class SightPeopleView {
  @ApiProperty({ type: [SightPersonView] }) items: SightPersonView[];
}

class WayView {
  @ApiProperty({ description: 'As the access policy calls it' }) relation: string;
  @ApiProperty({ enum: HOWS }) how: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) since: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) until: string | null;
  @ApiProperty({ description: 'False: ended, not begun, or the case is kept from the person' })
  holds: boolean;
}

class OpenedView {
  @ApiProperty() route: string;
  @ApiProperty() answer: string;
  @ApiProperty({ type: [String], description: 'Fields of that answer, by the access policy' })
  fields: string[];
}

export class SightView extends SightPersonView {
  @ApiProperty({ type: [WayView] }) ways: WayView[];
  @ApiProperty({ isArray: true, enum: BARS, description: 'What keeps the case from the person' })
  barred: string[];
  @ApiProperty({ type: [OpenedView] }) opens: OpenedView[];
}

export function toSightPerson(sight: Sight): SightPersonView {
  const { accountId, name, role, agencyName } = sight;
  return { accountId, name, role, agencyName, sees: seesAnything(sight) };
}

export function toSight(sight: Sight): SightView {
  return {
    ...toSightPerson(sight),
    ways: sight.ways.map(({ relation, how, since, until, holds }) => ({
      relation,
      how,
      since: since && new Date(since).toISOString(),
      until: until && new Date(until).toISOString(),
      holds,
    })),
    barred: sight.barred,
    opens: openedTo(sight),
  };
}
