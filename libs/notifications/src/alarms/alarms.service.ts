import type { Actor } from '#access';
import { Ledger } from '#audit';
import { UnitOfWork, type Work } from '#database';
import { Invalid, NotFound, Refused } from '#refusals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import {
  ACKNOWLEDGED_HOLDS_MINUTES,
  alarmActs,
  ALARMS,
  ledgerKind,
  type AlarmAct,
  type AlarmKind,
  type ConductOutcome,
} from '../rules/alarms.js';
import type { ReadingRule } from '../rules/unusual-reading.js';

/** What an alarm about reading is about. */
export interface OpenedReading {
  rule: ReadingRule;
  counted: number;
  ownUsual: number | null;
  teamUsual: number | null;
  from: string;
  to: string;
}

export interface OpenedAlarm {
  id: string;
  kind: AlarmKind;
  code: string;
  detail: string;
  agencyId: string | null;
  agencyName: string | null;
  /** Whom nobody can reach, or whose conduct it is about. */
  accountId: string | null;
  personName: string | null;
  since: Date;
  lastSeenAt: Date;
  times: number;
  mustActNames: string[];
  climbsAt: Date | null;
  acknowledgedBy: string | null;
  acknowledgedAt: Date | null;
  resolvedBy: string | null;
  resolvedAt: Date | null;
  note: string | null;
  outcome: ConductOutcome | null;
  reading: OpenedReading | null;
  acts: AlarmAct[];
}

const SHOWN_MAX = 200;

const SELECT = `
  select a.id, a.kind, a.code, a.detail, a.agency_id as "agencyId", g.name as "agencyName",
         a.account_id as "accountId", p.display_name as "personName", a.created_at as since, a.last_seen_at as "lastSeenAt", a.times,
         array(select w.display_name from unnest(a.must_act) with ordinality m (id, n)
                 join simpul.account w on w.id = m.id order by m.n) as "mustActNames",
         a.next_climb_at as "climbsAt", k.display_name as "acknowledgedBy", a.acknowledged_at as "acknowledgedAt",
         e.display_name as "resolvedBy", a.resolved_at as "resolvedAt", a.note_sealed as sealed, a.outcome,
         (select jsonb_build_object('rule', f.rule, 'counted', f.counted, 'ownUsual', f.own_usual, 'teamUsual', f.team_usual,
                                    'from', f.from_at, 'to', f.to_at)
            from simpul.reading_found f
           where a.kind = 'UNUSUAL_READING' and f.account_id = a.account_id and f.rule = a.code
             and f.created_at <= coalesce(a.resolved_at, 'infinity')
           order by f.created_at desc limit 1) as reading,
         coalesce(a.acknowledged_at > simpul.now() - make_interval(mins => ${ACKNOWLEDGED_HOLDS_MINUTES}), false) as held
    from simpul.alarm a
    left join simpul.agency g on g.id = a.agency_id
    left join simpul.account p on p.id = a.account_id
    left join simpul.account k on k.id = a.acknowledged_by
    left join simpul.account e on e.id = a.resolved_by`;

/** What is wrong with the house, for whoever can mend it. Holds nothing of a case, so reading is house-keeping. */
@Injectable()
export class Alarms {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly vault: Vault,
  ) {}

  /** In the actor's sight: open ones, those nobody took on first and the oldest before the newest; or the last ended. */
  list(actor: Actor, state: 'open' | 'resolved'): Promise<OpenedAlarm[]> {
    return this.unitOfWork.look(actor, (work) =>
      this.rows(
        work,
        state === 'open'
          ? `where a.resolved_at is null order by held, a.created_at, a.id limit ${SHOWN_MAX}`
          : `where a.resolved_at is not null order by a.resolved_at desc, a.id limit ${SHOWN_MAX}`,
        [],
      ),
    );
  }

  /** "I see to it": it stands still for a day. 409 `alarm.takenAlready`, `alarm.resolvedAlready`. */
  acknowledge(actor: Actor, id: string): Promise<OpenedAlarm> {
    return this.answer(actor, id, 'alarm.acknowledge', 'alarm.takenAlready', async (work, { kind }) => {
      await work.query(
        `update simpul.alarm
            set acknowledged_by = $2, acknowledged_at = simpul.now(), next_climb_at = simpul.now() + make_interval(mins => $3)
          where id = $1`,
        [id, actor.accountId, ACKNOWLEDGED_HOLDS_MINUTES],
      );
      await this.ledger.append(work, { act: 'alarm.acknowledged', object: { kind: ledgerKind(kind), id } });
    });
  }

  /**
   * Says how it was mended, or what came of it: an alarm about conduct ends with an outcome, the others with none. What
   * happens again is a new alarm. 409 `alarm.resolvedAlready`, 422 `/outcome`.
   */
  resolve(
    actor: Actor,
    id: string,
    { note, outcome }: { note: string; outcome?: ConductOutcome },
  ): Promise<OpenedAlarm> {
    return this.answer(actor, id, 'alarm.resolve', 'alarm.resolvedAlready', async (work, { kind }) => {
      if (ALARMS[kind].ofConduct !== (outcome && true))
        throw new Invalid([{ pointer: '/outcome', code: outcome ? 'notHere' : 'required' }]);
      await work.query(
        `update simpul.alarm
            set resolved_by = $2, resolved_at = simpul.now(), note_sealed = $3, outcome = $4, next_climb_at = null
          where id = $1`,
        [id, actor.accountId, this.vault.sealForServer(note, notePlace(id)), outcome ?? null],
      );
      await this.ledger.append(work, {
        act: 'alarm.resolved',
        object: { kind: ledgerKind(kind), id },
        facts: { outcome },
        detail: note,
      });
    });
  }

  private answer(
    actor: Actor,
    id: string,
    act: AlarmAct,
    refusal: string,
    change: (work: Work, alarm: OpenedAlarm) => Promise<void>,
  ): Promise<OpenedAlarm> {
    return this.unitOfWork.run(actor, { name: act, object: { kind: 'alarm', id } }, async (work) => {
      // Two who answer at once wait for each other here.
      await work.query('select 1 from simpul.alarm where id = $1 for update', [id]);
      const [before] = await this.rows(work, 'where a.id = $1', [id]);
      if (!before) throw new NotFound();
      if (before.resolvedAt) throw new Refused('alarm.resolvedAlready');
      if (!before.acts.includes(act)) throw new Refused(refusal);
      await change(work, before);
      const [after] = await this.rows(work, 'where a.id = $1', [id]);
      return after!;
    });
  }

  private async rows(work: Work, where: string, params: unknown[]): Promise<OpenedAlarm[]> {
    const rows = await work.query<OpenedAlarm & { sealed: Buffer | null; held: boolean }>(
      `${SELECT} ${where}`,
      params,
    );
    return rows.map(({ sealed, held, ...alarm }) => ({
      ...alarm,
      note: sealed && this.vault.unsealForServer(sealed, notePlace(alarm.id)),
      acts: alarmActs({ resolved: alarm.resolvedAt !== null, heldNow: held }),
    }));
  }
}

function notePlace(id: string): string {
  return `alarm.note_sealed|${id}`;
}
