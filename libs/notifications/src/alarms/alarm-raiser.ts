import { randomUUID } from 'node:crypto';
import { Ledger } from '#audit';
import { Outbox, type Work } from '#database';
import { Injectable } from '@nestjs/common';
import { climbsAfter, ledgerKind, type AlarmKind } from '../rules/alarms.js';
import type { OutOfReach, Telling } from '../rules/who-is-told.js';

/** An alarm was opened; its consumer tells whoever can mend it. */
export const ALARM_RAISED = 'alarm.raised';

/** What went wrong: codes and ids. `agencyId`: the office whose people it is about; absent: the system's own. */
export interface WhatHappened {
  readonly kind: AlarmKind;
  readonly agencyId?: string | null;
  readonly accountId?: string | null;
  /** Tells two of one kind apart. */
  readonly code?: string;
  readonly detail?: string;
}

/** Opens alarms; what happens again while one is open is counted in it. The worker's. */
@Injectable()
export class AlarmRaiser {
  constructor(
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** Where news found nobody of an office; `tellings` says who hears of that in the office's stead. */
  async raiseUnreached(
    work: Work,
    offices: readonly OutOfReach[],
    tellings: readonly Telling[],
  ): Promise<void> {
    const told = tellings
      .filter(({ message }) => message === 'alarm.nobodyToTell')
      .map(({ accountId }) => accountId);
    const once = new Map(offices.map((office) => [`${office.agencyId} ${office.code}`, office]));
    for (const office of once.values()) await this.raise(work, { kind: 'NOBODY_TO_TELL', ...office }, told);
  }

  /**
   * In the transaction that noticed it. `told`: whoever hears of it already, by a message of its own. Gives back whether it
   * is a new alarm.
   */
  async raise(work: Work, what: WhatHappened, told: readonly string[]): Promise<boolean> {
    const { kind, agencyId = null, accountId = null } = what;
    const [row] = await work.query<{ id: string; times: number }>(
      `insert into simpul.alarm as a (id, kind, agency_id, account_id, code, detail, told, must_act, next_climb_at)
       values ($1, $2, $3, $4, $5, $6, $7, $7, simpul.now() + make_interval(mins => $8))
       on conflict (kind, agency_id, account_id, code) where resolved_at is null do update
          set times = a.times + 1, last_seen_at = simpul.now(), detail = excluded.detail,
              told = array(select distinct unnest(a.told || excluded.told))
       returning id, times`,
      [
        randomUUID(),
        kind,
        agencyId,
        accountId,
        plain(what.code, 80),
        plain(what.detail, 200),
        [...new Set(told)],
        climbsAfter(kind, 0),
      ],
    );
    if (row!.times > 1) return false;
    await this.ledger.append(work, {
      act: ALARM_RAISED,
      object: { kind: ledgerKind(kind), id: row!.id },
      facts: { alarm: kind, code: codes(what.code), detail: codes(what.detail) },
    });
    await this.outbox.announce(work, ALARM_RAISED, { alarmId: row!.id });
    return true;
  }
}

/** A failure's text may hold anything; the row has place for a code. */
function plain(text: string | undefined, max: number): string {
  return (text ?? '').replaceAll(/[^A-Za-z0-9_.:, -]/g, '_').slice(0, max);
}

/** The same for the ledger, which takes single codes only: two broken promises are a list of two. */
function codes(text: string | undefined): string[] {
  return plain(text, 200)
    .split(/[, ]+/)
    .filter((code) => code !== '');
}
