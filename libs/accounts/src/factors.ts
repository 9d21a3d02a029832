import { randomBytes, randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { Invalid, NotFound, Refused } from '#refusals';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { credentialIn, Passkeys, type Passkey } from './passkeys.js';
import { recoveryCodeRead, recoveryCodes } from './rules/recovery-code.js';
import { factorDemanded } from './rules/second-factor.js';
import { SIGN_IN_TERMS, type SignInTerms } from './sign-in-terms.js';
import { SignInSteps } from './sign-in-steps.js';
import { SigninDatabase } from './signin-database.js';
import { newTotpSecret, totpStep, totpUri } from './totp.js';

export type FactorKind = 'totp' | 'passkey';
export interface Factor {
  id: string;
  kind: FactorKind;
  name: string | null;
  since: Date;
}
/** What somebody shows; one of them. */
export interface Proof {
  code?: string;
  recoveryCode?: string;
  passkey?: string;
}

/** An account's second factors: added, removed, and asked. Secrets lie under the master key, codes as keyed hashes. */
@Injectable()
export class Factors {
  private readonly passkeys: Passkeys;

  constructor(
    private readonly signin: SigninDatabase,
    private readonly steps: SignInSteps,
    private readonly vault: Vault,
    @Inject(SIGN_IN_TERMS) private readonly terms: SignInTerms,
  ) {
    this.passkeys = new Passkeys(terms.publicUrl);
  }

  async of(accountId: string): Promise<Factor[]> {
    return this.signin.rows<Factor>(
      `select id, kind, name, confirmed_at as since from simpul.factor
        where account_id = $1 and confirmed_at is not null and removed_at is null order by confirmed_at, id`,
      [accountId],
    );
  }

  async kindsOf(accountId: string): Promise<FactorKind[]> {
    return [...new Set((await this.of(accountId)).map(({ kind }) => kind))];
  }

  async recoveryCodesLeft(accountId: string): Promise<number> {
    const row = await this.signin.one<{ n: number }>(
      'select count(*)::int as n from simpul.recovery_code where account_id = $1 and ended_at is null',
      [accountId],
    );
    return row!.n;
  }

  /** Begins a TOTP: its secret is shown this once and counts from the first right code. Refuses `factor.hasTotp`. */
  async beginTotp(actor: Actor): Promise<{ id: string; secret: string; uri: string }> {
    if ((await this.kindsOf(actor.accountId)).includes('totp')) throw new Refused('factor.hasTotp');
    const id = randomUUID();
    const secret = newTotpSecret();
    await this.signin.one(
      `insert into simpul.factor (id, account_id, kind, secret) values ($1, $2, 'totp', $3) returning id`,
      [id, actor.accountId, this.vault.sealForServer(secret, `totp|${id}`)],
    );
    return { id, secret, uri: totpUri(secret, await this.emailOf(actor.accountId)) };
  }

  /** The first right code. 422 `factor.codeWrong`; refusals `factor.hasTotp`, NotFound. Codes only with the first factor. */
  async confirmTotp(actor: Actor, id: string, code: string): Promise<string[]> {
    const begun = await this.signin.one<{ secret: Buffer; at: Date }>(
      `select secret, simpul.now() as at from simpul.factor
        where id = $1 and account_id = $2 and kind = 'totp' and confirmed_at is null and removed_at is null`,
      [id, actor.accountId],
    );
    if (!begun) throw new NotFound();
    const secret = this.vault.unsealForServer(begun.secret, `totp|${id}`);
    const step = await totpStep(secret, code, begun.at, null);
    if (step === null) throw new Invalid([{ pointer: '/code', code: 'factor.codeWrong' }]);
    return this.added(actor, async (one) => {
      await one(
        `update simpul.factor set confirmed_at = simpul.now(), last_step = $2 where id = $1 and confirmed_at is null
         returning id`,
        [id, step],
      );
      return id;
    });
  }

  /** Options for making a passkey, and the step that remembers them. */
  async beginPasskey(actor: Actor): Promise<{ step: string; options: unknown }> {
    const known = await this.credentialsOf(actor.accountId);
    const options = await this.passkeys.creating(
      actor.accountId,
      await this.emailOf(actor.accountId),
      known.map(({ credentialId }) => credentialId),
    );
    const { accountId, sessionId } = actor;
    const step = await this.steps.begin('session', { accountId, sessionId, challenge: options.challenge });
    return { step, options };
  }

  /** 422 `factor.passkeyWrong`; refusal `session.stepOver`. */
  async addPasskey(actor: Actor, token: string, answer: string, name: string): Promise<string[]> {
    const step = await this.steps.try(token, 'session', actor.sessionId);
    const made = await this.passkeys.created(answer, step.challenge ?? '');
    if (!made) throw new Invalid([{ pointer: '/passkey', code: 'factor.passkeyWrong' }]);
    await this.steps.use(step);
    return this.added(actor, async (one) => {
      const row = await one<{ id: string }>(
        `insert into simpul.factor (account_id, kind, credential_id, public_key, counter, transports, name, confirmed_at)
         values ($1, 'passkey', $2, $3, $4, $5, $6, simpul.now()) on conflict (credential_id) do nothing returning id`,
        [actor.accountId, made.credentialId, made.publicKey, made.counter, made.transports, name],
      );
      if (!row) throw new Refused('factor.passkeyKnown');
      return row.id;
    });
  }

  /** Refusals: NotFound, `factor.last` where this installation demands one of this role. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.signin.transaction(async (one) => {
      // One removal at a time, or two at once would leave none.
      await one('select pg_advisory_xact_lock(74310021, hashtext($1))', [actor.accountId]);
      const left = await one<{ n: number; mine: boolean }>(
        `select count(*)::int as n, coalesce(bool_or(id = $2), false) as mine from simpul.factor
          where account_id = $1 and confirmed_at is not null and removed_at is null`,
        [actor.accountId, id],
      );
      if (!left!.mine) throw new NotFound();
      if (left!.n === 1 && factorDemanded(actor.role, this.terms.secondFactor))
        throw new Refused('factor.last');
      await one('update simpul.factor set removed_at = simpul.now() where id = $1 returning id', [id]);
      await one('select ledger.factor_written($1, $2)', [id, actor.request?.id ?? null]);
    });
  }

  /** New recovery codes; the former end. Refuses `factor.none`: without a factor there is nothing to stand in for. */
  async newRecoveryCodes(actor: Actor): Promise<string[]> {
    if ((await this.of(actor.accountId)).length === 0) throw new Refused('factor.none');
    return this.signin.transaction((one) => this.recoveryCodesIn(one, actor));
  }

  /** Asks the passkeys of an account, or whichever the browser knows. */
  async askPasskey(accountId?: string): Promise<{ challenge: string; options: unknown }> {
    const known = accountId ? await this.credentialsOf(accountId) : [];
    const options = await this.passkeys.asking(known.map(({ credentialId }) => credentialId));
    return { challenge: options.challenge, options };
  }

  /** Which factor the proof is, used up with it; null when it proves nothing. `accountId` null: whoever the passkey is. */
  async proved(
    accountId: string | null,
    proof: Proof,
    challenge: string | null,
  ): Promise<{ factor: FactorKind | 'recoveryCode'; accountId: string } | null> {
    if (proof.passkey !== undefined) return this.passkeyProved(accountId, proof.passkey, challenge);
    if (accountId === null) return null;
    if (proof.code !== undefined)
      return (await this.codeProved(accountId, proof.code)) ? { factor: 'totp', accountId } : null;
    if (proof.recoveryCode !== undefined) {
      const used = await this.signin.one(
        `update simpul.recovery_code set ended_at = simpul.now()
          where account_id = $1 and code_hash = $2 and ended_at is null returning id`,
        [accountId, this.hashOf(proof.recoveryCode)],
      );
      return used ? { factor: 'recoveryCode', accountId } : null;
    }
    return null;
  }

  private async codeProved(accountId: string, code: string): Promise<boolean> {
    const totp = await this.signin.one<{ id: string; secret: Buffer; last: string | null; at: Date }>(
      `select id, secret, last_step as last, simpul.now() as at from simpul.factor
        where account_id = $1 and kind = 'totp' and confirmed_at is not null and removed_at is null`,
      [accountId],
    );
    if (!totp) return false;
    const secret = this.vault.unsealForServer(totp.secret, `totp|${totp.id}`);
    const step = await totpStep(secret, code, totp.at, totp.last === null ? null : Number(totp.last));
    if (step === null) return false;
    // The same code twice in one moment: the database lets one of them through.
    const used = await this.signin.one(
      'update simpul.factor set last_step = $2 where id = $1 and (last_step is null or last_step < $2) returning id',
      [totp.id, step],
    );
    return used !== undefined;
  }

  private async passkeyProved(accountId: string | null, answer: string, challenge: string | null) {
    const credential = credentialIn(answer);
    if (!credential || !challenge) return null;
    const row = await this.signin.one<Passkey & { id: string; accountId: string }>(
      `select id, account_id as "accountId", credential_id as "credentialId", public_key as "publicKey",
              counter::float8 as counter, transports
         from simpul.factor where credential_id = $1 and confirmed_at is not null and removed_at is null`,
      [credential],
    );
    if (!row || (accountId !== null && row.accountId !== accountId)) return null;
    const counter = await this.passkeys.answered(answer, challenge, row);
    if (counter === null) return null;
    // A counter never falls, also where two answers arrive at once; passkeys that are synced always say zero.
    const used = await this.signin.one(
      'update simpul.factor set counter = $2 where id = $1 and (counter < $2 or (counter = 0 and $2 = 0)) returning id',
      [row.id, counter],
    );
    return used ? { factor: 'passkey' as const, accountId: row.accountId } : null;
  }

  /** Confirms a factor and enters it; the first one of an account brings recovery codes. */
  private async added(
    actor: Actor,
    confirm: (one: SigninDatabase['one']) => Promise<string>,
  ): Promise<string[]> {
    return this.signin.transaction(async (one) => {
      await one('select pg_advisory_xact_lock(74310021, hashtext($1))', [actor.accountId]);
      const before = await one<{ totp: boolean; codes: boolean }>(
        `select exists (select from simpul.factor where account_id = $1 and kind = 'totp' and confirmed_at is not null
                           and removed_at is null) as totp,
                exists (select from simpul.recovery_code where account_id = $1 and ended_at is null) as codes`,
        [actor.accountId],
      );
      const id = await confirm(one).catch((error: { code?: string }) => {
        throw error.code === '23505' && before!.totp ? new Refused('factor.hasTotp') : error;
      });
      await one('select ledger.factor_written($1, $2)', [id, actor.request?.id ?? null]);
      return before!.codes ? [] : this.recoveryCodesIn(one, actor);
    });
  }

  private async recoveryCodesIn(one: SigninDatabase['one'], actor: Actor): Promise<string[]> {
    const codes = recoveryCodes(randomBytes);
    await one(
      `update simpul.recovery_code set ended_at = simpul.now() where account_id = $1 and ended_at is null returning id`,
      [actor.accountId],
    );
    await one(
      'insert into simpul.recovery_code (account_id, code_hash) select $1, unnest($2::bytea[]) returning id',
      [actor.accountId, codes.map((code) => this.hashOf(code))],
    );
    await one('select ledger.recovery_codes_made($1, $2)', [actor.accountId, actor.request?.id ?? null]);
    return codes;
  }

  private hashOf(code: string): Buffer {
    return this.vault.signInHash('recoveryCode', recoveryCodeRead(code));
  }

  private credentialsOf(accountId: string): Promise<{ credentialId: string }[]> {
    return this.signin.rows<{ credentialId: string }>(
      `select credential_id as "credentialId" from simpul.factor
        where account_id = $1 and kind = 'passkey' and confirmed_at is not null and removed_at is null`,
      [accountId],
    );
  }

  private async emailOf(accountId: string): Promise<string> {
    const row = await this.signin.one<{ email: string }>('select email from simpul.account where id = $1', [
      accountId,
    ]);
    return row!.email;
  }
}
