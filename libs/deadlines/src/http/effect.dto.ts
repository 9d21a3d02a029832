import { ApiProperty } from '@nestjs/swagger';
import type { EffectRow } from '../rule-versions.service.js';

class EffectRowView {
  @ApiProperty() status: string;
  @ApiProperty({ description: 'The version under which it runs' }) version: number;
  @ApiProperty({ type: String, nullable: true }) agencyName: string | null;
  @ApiProperty({ format: 'date-time' }) triggerAt: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) dueAt: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) newDueAt: string | null;
  @ApiProperty({ enum: ['LATER', 'SOONER', 'SAME', 'LATE_AT_ONCE', 'NO_LIMIT', 'ENDS'] }) outcome: string;
}

class EffectCountView {
  @ApiProperty({ type: String, nullable: true, description: 'Null: owed by somebody outside' }) agencyName:
    string | null;
  @ApiProperty() open: number;
  @ApiProperty() changed: number;
  @ApiProperty() lateAtOnce: number;
}

export class RuleEffectView {
  @ApiProperty() open: number;
  @ApiProperty() changed: number;
  @ApiProperty({ type: [EffectCountView] }) byAgency: EffectCountView[];
  @ApiProperty({ type: [EffectRowView], description: 'No case, no referral, no person' })
  items: EffectRowView[];
}

/** A change of the calendar touches every working-day deadline of the house: only those that it moves are listed. */
const SHOWN_OF_THE_CALENDAR = 200;

export function toCalendarEffect(rows: readonly EffectRow[]): RuleEffectView {
  const moved = rows.filter(({ outcome }) => outcome !== 'SAME');
  return { ...toEffect(rows), items: moved.slice(0, SHOWN_OF_THE_CALENDAR).map(toEffectRow) };
}

export function toEffect(rows: readonly EffectRow[]): RuleEffectView {
  const byAgency = new Map<string | null, EffectCountView>();
  for (const { agencyName, outcome } of rows) {
    const count = byAgency.get(agencyName) ?? { agencyName, open: 0, changed: 0, lateAtOnce: 0 };
    count.open += 1;
    if (outcome !== 'SAME') count.changed += 1;
    if (outcome === 'LATE_AT_ONCE') count.lateAtOnce += 1;
    byAgency.set(agencyName, count);
  }
  return {
    open: rows.length,
    changed: rows.filter(({ outcome }) => outcome !== 'SAME').length,
    byAgency: [...byAgency.values()].sort((a, b) => b.open - a.open),
    items: rows.map(toEffectRow),
  };
}

function toEffectRow(row: EffectRow): EffectRowView {
  return {
    status: row.status,
    version: row.version,
    agencyName: row.agencyName,
    triggerAt: row.triggerAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    newDueAt: row.newDueAt?.toISOString() ?? null,
    outcome: row.outcome,
  };
}
