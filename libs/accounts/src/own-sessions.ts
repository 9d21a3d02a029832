import type { Actor } from '#access';
import { NotFound } from '#refusals';
import { Injectable } from '@nestjs/common';
import type { DeviceWords } from './rules/device-words.js';
import { SigninDatabase } from './signin-database.js';

export interface OwnSession extends DeviceWords {
  id: string;
  openedAt: Date;
  lastSeenAt: Date;
  openedBy: string;
  /** The device had never been signed in on before this session. */
  firstOnDevice: boolean;
}

/** What is open in the own name, and on which device; for ending what one does not know. */
@Injectable()
export class OwnSessions {
  constructor(private readonly signin: SigninDatabase) {}

  /** The newest first. */
  list(actor: Actor): Promise<OwnSession[]> {
    return this.signin.rows<OwnSession>(
      `select s.id, coalesce(d.browser, 'other') as browser, coalesce(d.system, 'other') as system,
              s.created_at as "openedAt", s.last_seen_at as "lastSeenAt", s.opened_by as "openedBy",
              coalesce(d.created_at = s.created_at, false) as "firstOnDevice"
         from simpul.session s left join simpul.device d on d.id = s.device_id
        where s.account_id = $1 and s.ended_at is null and s.expires_at > simpul.now()
          and s.last_seen_at + make_interval(secs => s.idle_seconds) > simpul.now()
        order by s.created_at desc, s.id`,
      [actor.accountId],
    );
  }

  /** Ends one now: its next request is a 401. NotFound for any that is not one's own or has ended. */
  async end(actor: Actor, id: string): Promise<void> {
    await this.signin.transaction(async (one) => {
      const ended = await one(
        `update simpul.session set ended_at = simpul.now()
          where id = $1 and account_id = $2 and ended_at is null returning id`,
        [id, actor.accountId],
      );
      if (!ended) throw new NotFound();
      await one('select ledger.session_written($1, $2)', [id, actor.request?.id ?? null]);
    });
  }
}
