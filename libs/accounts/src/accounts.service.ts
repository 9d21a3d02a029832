import { randomBytes, randomUUID } from 'node:crypto';
import type { Actor, Role } from '#access';
import { Ledger } from '#audit';
import { Outbox, UnitOfWork, type Work } from '#database';
import { Invalid, NotFound, Refused } from '#refusals';
import { Injectable } from '@nestjs/common';
import { hashPassword } from './passwords.js';
import { firstPassword } from './rules/first-password.js';
import { roleFitsAgency } from './rules/role-fits-agency.js';

export interface AccountRow {
  id: string;
  email: string;
  displayName: string;
  role: Role;
  agencyId: string;
  agencyName: string;
  active: boolean;
  mustChangePassword: boolean;
  /** Nobody of the office has said yet that this person works there, or came back after a reset. */
  waitsToBeLetIn: boolean;
}

export interface NewAccount {
  email: string;
  displayName: string;
  role: Role;
  agencyId: string;
}

/** Shown once, to the administrator who hands it over; only its hash is kept. */
export interface FirstPassword {
  id: string;
  firstPassword: string;
}

const PAGE = 50;
const EMAIL = /^[^\s@<>"]{1,64}@[^\s@<>"]+\.[^\s@<>"]{2,}$/;

/** What an administrator does with accounts. Passwords are made here, never chosen for somebody. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** A page of all accounts by name. 422 for a cursor that is none. */
  async list(actor: Actor, cursor?: string): Promise<{ items: AccountRow[]; next: string | null }> {
    return this.unitOfWork.run(actor, { name: 'account.list' }, async (work) => {
      const after = decoded(cursor);
      const rows = await work.query<AccountRow & { sort: string }>(
        `select id, email, display_name as "displayName", role, agency_id as "agencyId", agency_name as "agencyName",
                active, must_change_password as "mustChangePassword", waits_to_be_let_in as "waitsToBeLetIn", sort
           from simpul.accounts_by_name($1, $2, $3)`,
        [after?.name ?? null, after?.id ?? null, PAGE + 1],
      );
      const items = rows.slice(0, PAGE);
      await this.ledger.append(work, { act: 'account.listed', facts: { shown: items.length } });
      const last = items.at(-1);
      return { items, next: rows.length > PAGE && last ? encoded(last.sort, last.id) : null };
    });
  }

  /**
   * Adds an account with a first password that has to be changed. It opens nothing until a second person has let its
   * person in (`NewcomersService`). Refusals: `account.emailTaken`; 422
   * `account.email`, `account.unknownAgency`, `account.roleElsewhere`.
   */
  async add(actor: Actor, input: NewAccount): Promise<FirstPassword> {
    if (!EMAIL.test(input.email)) throw new Invalid([{ pointer: '/email', code: 'account.email' }]);
    const [password, hash] = await newPassword();
    return this.unitOfWork.run(actor, { name: 'account.create' }, async (work) => {
      const [agency] = await work.query<{ kind: string; code: string; name: string; overseeing: boolean }>(
        'select kind, code, name, overseeing from simpul.agency where id = $1',
        [input.agencyId],
      );
      if (!agency) throw new Invalid([{ pointer: '/agencyId', code: 'account.unknownAgency' }]);
      if (!roleFitsAgency(input.role, agency))
        throw new Invalid([{ pointer: '/role', code: 'account.roleElsewhere' }]);
      const id = randomUUID();
      const [made] = await work.query(
        `insert into simpul.account (id, email, display_name, role, agency_id, agency_kind, agency_code, agency_name,
                                     password_hash, must_change_password, waits_for_release, made_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, true, true, $10) on conflict do nothing returning id`,
        [
          id,
          input.email,
          input.displayName,
          input.role,
          input.agencyId,
          agency.kind,
          agency.code,
          agency.name,
          hash,
          actor.accountId,
        ],
      );
      if (!made) throw new Refused('account.emailTaken');
      await this.ledger.append(work, {
        act: 'account.created',
        object: { kind: 'account', id },
        facts: { role: input.role, agencyId: input.agencyId },
      });
      await this.outbox.announce(work, 'account.created', { accountId: id });
      return { id, firstPassword: password };
    });
  }

  /**
   * Ends an account and its sessions now. Refusals: `account.self`, `account.inactive`, `account.ownsOpenCases` with
   * `openCases`, `account.holdsWork`: nothing may be left with nobody, so a departure hands it all over (`transfers`).
   */
  async deactivate(actor: Actor, id: string): Promise<void> {
    const act = { name: 'account.deactivate', object: { kind: 'account', id } };
    await this.unitOfWork.run(actor, act, async (work) => {
      await this.another(work, actor, id);
      const [owned] = await work.query<{ open: string }>('select simpul.open_cases_of($1) as open', [id]);
      const openCases = Number(owned!.open);
      if (openCases > 0) throw new Refused('account.ownsOpenCases', { openCases });
      const [held] = await work.query<{ things: string }>('select simpul.holds_work($1) as things', [id]);
      if (Number(held!.things) > 0) throw new Refused('account.holdsWork');
      await this.onlyOnce(work, 'select simpul.end_account($1) as done', [id]);
      await this.ledger.append(work, { act: 'account.deactivated', object: act.object });
    });
  }

  /**
   * Gives a new first password and ends the sessions. Without a second factor the account opens nothing until whoever
   * answers for the office has said that its owner came back (`NewcomersService`). Refusals: `account.self`,
   * `account.inactive`.
   */
  async reset(actor: Actor, id: string): Promise<FirstPassword> {
    const [password, hash] = await newPassword();
    const act = { name: 'account.reset', object: { kind: 'account', id } };
    return this.unitOfWork.run(actor, act, async (work) => {
      await this.another(work, actor, id);
      await this.onlyOnce(work, 'select simpul.reset_account($1, $2) as done', [id, hash]);
      await this.ledger.append(work, { act: 'account.passwordReset', object: act.object });
      await this.outbox.announce(work, 'account.passwordReset', { accountId: id });
      return { id, firstPassword: password };
    });
  }

  /** Another administrator may have ended the account since it was looked at. */
  private async onlyOnce(work: Work, sql: string, params: unknown[]): Promise<void> {
    const [row] = await work.query<{ done: boolean }>(sql, params);
    if (!row!.done) throw new Refused('account.inactive');
  }

  private async another(work: Work, actor: Actor, id: string): Promise<void> {
    const [found] = await work.query<{ active: boolean }>('select active from simpul.account where id = $1', [
      id,
    ]);
    if (!found) throw new NotFound();
    // The own password is changed with the old one; and the last administrator stays.
    if (id === actor.accountId) throw new Refused('account.self');
    if (!found.active) throw new Refused('account.inactive');
  }
}

async function newPassword(): Promise<[string, string]> {
  const password = firstPassword(randomBytes(64));
  return [password, await hashPassword(password)];
}

const encoded = (name: string, id: string): string =>
  Buffer.from(JSON.stringify([name, id])).toString('base64url');

function decoded(cursor: string | undefined): { name: string; id: string } | null {
  if (!cursor) return null;
  try {
    const [name, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [unknown, unknown];
    // NUL is the one character that a JSON text may hold and PostgreSQL may not.
    if (typeof name === 'string' && !name.includes('\0') && typeof id === 'string' && UUID.test(id))
      return { name, id };
  } catch {
    // Not one of ours.
  }
  throw new Invalid([{ pointer: '/cursor', code: 'cursor.unknown' }]);
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
