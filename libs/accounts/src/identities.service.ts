import type { Actor } from '#access';
import { Ledger } from '#audit';
import { UnitOfWork } from '#database';
import { NotFound, Refused } from '#refusals';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { Oidc, type OidcContext } from './oidc.js';
import { SIGN_IN_TERMS, type SignInTerms } from './sign-in-terms.js';
import { SignInSteps } from './sign-in-steps.js';
import { SigninDatabase } from './signin-database.js';

export interface Identity {
  id: string;
  accountId: string;
  displayName: string;
  agencyName: string;
  subject: string;
  status: 'PROPOSED' | 'APPROVED';
  proposedAt: Date;
}
export interface OwnIdentity {
  id: string;
  subject: string;
  status: 'PROPOSED' | 'APPROVED';
}

/** Links between accounts and the city's own sign-in: shown by their owner, approved by an administrator. */
@Injectable()
export class IdentitiesService {
  private readonly oidc: Oidc | undefined;

  constructor(
    private readonly signin: SigninDatabase,
    private readonly steps: SignInSteps,
    private readonly vault: Vault,
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    @Inject(SIGN_IN_TERMS) { oidc, publicUrl }: SignInTerms,
  ) {
    this.oidc = oidc && new Oidc(oidc, `${publicUrl}/masuk-akun`);
  }

  /** What the city calls its sign-in; null where there is none. */
  get name(): string | null {
    return this.oidc?.terms.name ?? null;
  }

  /** Where to go to sign in, or, from inside a session, to show an identity. Refusals: NotFound, `oidc.unavailable`. */
  async ask(actor?: Actor): Promise<{ step: string; url: string }> {
    const { url, context } = await this.provider().ask();
    const challenge = this.vault.sealForServer(JSON.stringify(context), 'oidc').toString('base64');
    const step = actor
      ? await this.steps.begin('link', {
          accountId: actor.accountId,
          sessionId: actor.sessionId,
          challenge,
        })
      : await this.steps.begin('oidc', { challenge });
    return { step, url };
  }

  /** The account behind an answer. Refusals (401): `session.stepOver`, `session.oidcWrong`, `session.notLinked`. */
  async accountBehind(token: string, query: string): Promise<string> {
    const subject = await this.subjectOf(token, query);
    const found = await this.signin.one<{ accountId: string }>(
      `select i.account_id as "accountId" from simpul.account_identity i join simpul.account a on a.id = i.account_id
        where i.issuer = $1 and i.subject = $2 and i.status = 'APPROVED' and a.active`,
      [this.provider().terms.issuer, subject],
    );
    // The same to a subject nobody knows, one that waits, and one whose account has ended.
    if (!found) throw new Refused('session.notLinked', {}, 401);
    return found.accountId;
  }

  async own(actor: Actor): Promise<OwnIdentity | undefined> {
    return this.signin.one<OwnIdentity>(
      `select id, subject, status from simpul.account_identity where account_id = $1 and status <> 'ENDED'`,
      [actor.accountId],
    );
  }

  /** The person shows that a subject is theirs; it opens nothing until it is approved. Refusal: `identity.taken`. */
  async propose(actor: Actor, token: string, query: string): Promise<void> {
    const subject = await this.subjectOf(token, query, actor);
    await this.signin.transaction(async (one) => {
      const made = await one<{ id: string }>(
        `insert into simpul.account_identity (account_id, issuer, subject) values ($1, $2, $3)
         on conflict do nothing returning id`,
        [actor.accountId, this.provider().terms.issuer, subject],
      );
      if (!made) throw new Refused('identity.taken');
      await one('select ledger.identity_written($1, $2)', [made.id, actor.request?.id ?? null]);
    });
  }

  /** Takes the own link back. NotFound when there is none. */
  async endOwn(actor: Actor): Promise<void> {
    await this.signin.transaction(async (one) => {
      const ended = await one<{ id: string }>(
        `update simpul.account_identity set status = 'ENDED', ended_at = simpul.now()
          where account_id = $1 and status <> 'ENDED' returning id`,
        [actor.accountId],
      );
      if (!ended) throw new NotFound();
      await one('select ledger.identity_written($1, $2)', [ended.id, actor.request?.id ?? null]);
    });
  }

  /** All links, those that wait first; for administrators. */
  async list(actor: Actor): Promise<Identity[]> {
    return this.unitOfWork.run(actor, { name: 'account.identities' }, async (work) => {
      const items = await work.query<Identity>(
        `select id, account_id as "accountId", display_name as "displayName", agency_name as "agencyName", subject,
                status, proposed_at as "proposedAt" from simpul.identities()`,
      );
      await this.ledger.append(work, { act: 'account.identitiesListed', facts: { shown: items.length } });
      return items;
    });
  }

  /** Approves a link, or ends one. NotFound also for one's own: another administrator decides. */
  async decide(actor: Actor, id: string, approved: boolean): Promise<void> {
    const act = { name: 'account.decideIdentity', object: { kind: 'accountIdentity', id } };
    await this.unitOfWork.run(actor, act, async (work) => {
      const [row] = await work.query<{ whom: string | null }>(
        'select simpul.decide_identity($1, $2) as whom',
        [id, approved],
      );
      if (!row!.whom) throw new NotFound();
      await this.ledger.append(work, {
        act: approved ? 'account.identityApproved' : 'account.identityEnded',
        object: { kind: 'account', id: row!.whom },
      });
    });
  }

  private async subjectOf(token: string, query: string, actor?: Actor): Promise<string> {
    const step = await this.steps.try(token, actor ? 'link' : 'oidc', actor?.sessionId);
    // Once: a code that was answered wrongly is not tried again.
    await this.steps.use(step);
    const context = this.vault.unsealForServer(Buffer.from(step.challenge ?? '', 'base64'), 'oidc');
    const subject = await this.provider().subjectIn(query, JSON.parse(context) as OidcContext);
    if (!subject) throw new Refused('session.oidcWrong', {}, 401);
    return subject;
  }

  private provider(): Oidc {
    if (!this.oidc) throw new NotFound();
    return this.oidc;
  }
}
