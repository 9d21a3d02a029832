import { Ledger } from '#audit';
import { Outbox, UnitOfWork } from '#database';
import { Injectable } from '@nestjs/common';
import { climbsAfter, ledgerKind, nextRung, type AlarmKind } from '../rules/alarms.js';

/** An alarm that nobody answered stands one rung higher, or calls again. */
export const ALARM_CLIMBED = 'alarm.climbed';

const CLIMB_AT_ONCE = 50;

/** Lets alarms climb that nobody answered, and those that somebody took on and did not end within a day. */
@Injectable()
export class AlarmWatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** Returns how many climbed. */
  pass(): Promise<number> {
    return this.unitOfWork.runAsSystem({ name: ALARM_CLIMBED }, async (work) => {
      const due = await work.query<{ id: string; kind: AlarmKind; rung: number }>(
        `select id, kind, rung from simpul.alarm where resolved_at is null and next_climb_at <= simpul.now()
          order by next_climb_at, id limit $1 for update skip locked`,
        [CLIMB_AT_ONCE],
      );
      if (due.length === 0) work.markAudited();
      for (const { id, kind, rung: from } of due) {
        const rung = nextRung(kind, from);
        await work.query(
          'update simpul.alarm set rung = $2, next_climb_at = simpul.now() + make_interval(mins => $3) where id = $1',
          [id, rung, climbsAfter(kind, rung)],
        );
        await this.ledger.append(work, {
          act: ALARM_CLIMBED,
          object: { kind: ledgerKind(kind), id },
          facts: { alarm: kind, rung },
        });
        await this.outbox.announce(work, ALARM_CLIMBED, { alarmId: id });
      }
      return due.length;
    });
  }
}
