import { randomBytes } from 'node:crypto';
import type { Actor } from '#access';
import { Ledger } from '#audit';
import { UnitOfWork, type Work } from '#database';
import { LINK_SESSION_MINUTES as SESSION_MINUTES } from '#handoff';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';

/** Somebody who came through a link: an actor who may see one referral. */
export interface LinkVisit {
  readonly actor: Actor;
  readonly referralId: string;
  readonly caseId: string;
}

export type Opening = { readonly token: string; readonly seconds: number } | 'closed' | 'slow' | 'wrong';

interface VisitRow {
  link_id: string;
  referral_id: string;
  case_id: string;
  account_id: string;
  person_id: string;
  agency_id: string;
  agency_kind: string;
  agency_code: string;
  agency_name: string;
  display_name: string;
}

/** Opens one-time links. The decision is the database's (`ctx.open_link`): tries count even when all else rolls back. */
@Injectable()
export class LinkDoor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ledger: Ledger,
  ) {}

  /** Spends the link, or says why not. A wrong code is counted and entered in the ledger in the same transaction. */
  async open(token: string, code: string, name: string, requestId: string): Promise<Opening> {
    const session = randomBytes(32).toString('base64url');
    return this.unitOfWork.runAsSystem({ name: 'referral.openLink' }, async (work) => {
      const [answer] = await work.query<{ opened: string }>(
        `select ctx.open_link($1, $2, $3, sha256(convert_to($4, 'UTF8')), $5, $6) as opened`,
        [
          this.vault.linkHash('token', token),
          this.vault.linkHash('code', `${token}|${code}`),
          ...[name, session, SESSION_MINUTES, requestId],
        ],
      );
      if (answer!.opened !== 'opened') {
        // What a stranger may try without end leaves no entry; a wrong code has its own, written by the function.
        work.markAudited();
        return answer!.opened as 'closed' | 'slow' | 'wrong';
      }
      const visit = (await visitOf(work, session, requestId))!;
      await this.ledger.append(asActor(work, visit.actor), {
        act: 'referral.linkOpened',
        object: { kind: 'referral', id: visit.referralId },
        caseId: visit.caseId,
        facts: { linkId: visit.actor.sessionId },
        // The name as it was given; the ledger keeps a commitment to it.
        detail: name,
      });
      return { token: session, seconds: SESSION_MINUTES * 60 };
    });
  }

  /** Who acts in a session of a link; null when it has ended. */
  async visit(session: string, requestId: string): Promise<LinkVisit | null> {
    return this.unitOfWork.lookAsSystem((work) => visitOf(work, session, requestId));
  }

  /** Whether the page that this session shows, in this version of the packet, may stay open. */
  async stands(session: string, version: number): Promise<boolean> {
    return this.unitOfWork.lookAsSystem(async (work) => {
      const [row] = await work.query<{ stands: boolean }>(
        'select simpul.link_page_stands($1, $2) as stands',
        [session, version],
      );
      return row!.stands;
    });
  }

  /** The holder is done. */
  async close({ actor, referralId, caseId }: LinkVisit): Promise<void> {
    await this.unitOfWork.run(actor, { name: 'referral.closeLink' }, async (work) => {
      await this.ledger.append(work, {
        act: 'referral.linkClosed',
        object: { kind: 'referral', id: referralId },
        caseId,
      });
      await work.query('select simpul.end_link_session()');
    });
  }
}

const asActor = (work: Work, actor: Actor): Work => ({ ...work, actor });

async function visitOf(work: Work, session: string, requestId: string): Promise<LinkVisit | null> {
  const [row] = await work.query<VisitRow>('select * from simpul.link_session($1)', [session]);
  if (!row) return null;
  return {
    referralId: row.referral_id,
    caseId: row.case_id,
    actor: {
      accountId: row.account_id,
      personId: row.person_id,
      role: 'link_holder',
      agencyId: row.agency_id,
      agencyKind: row.agency_kind,
      agencyCode: row.agency_code,
      agencyName: row.agency_name,
      displayName: row.display_name,
      locale: 'id',
      sessionId: row.link_id,
      sessionToken: session,
      request: { id: requestId },
    },
  };
}
