import { Refused } from '#refusals';
import { newPasswordFault } from './guessable.js';
import { hashPassword } from './passwords.js';

export interface NewAdministrator {
  email: string;
  displayName: string;
  /** Code of the office in simpul.agency. */
  agencyCode: string;
  password: string;
  /** Also when somebody administers already: the way back in after the only administrator has left. */
  another?: boolean;
}

type Query = <T>(sql: string, params?: unknown[]) => Promise<T[]>;

const ONE_AT_A_TIME = 74310012;
const EMAIL = /^[^\s@<>"]{1,64}@[^\s@<>"]+\.[^\s@<>"]{2,}$/;
const NAME = /^[^\u0000-\u001f\u007f]{2,200}$/u;

/** Looks at all that can be looked at before a password is asked for. Refusals as in `makeAdministrator`. */
export async function mayMakeAdministrator(
  query: Query,
  wanted: Omit<NewAdministrator, 'password'>,
): Promise<void> {
  await lookedAt(query, wanted);
}

/**
 * Makes an administrator's account as the owner role; the caller's transaction holds it and its ledger entry. Refusals:
 * `administrator.exists`, `administrator.email`, `administrator.name`, `account.emailTaken`, `account.unknownAgency`
 * (with `known`), and those of `newPasswordFault`. Returns the account's id.
 */
export async function makeAdministrator(query: Query, wanted: NewAdministrator): Promise<string> {
  await query('select pg_advisory_xact_lock($1)', [ONE_AT_A_TIME]);
  const { agency, email, displayName } = await lookedAt(query, wanted);
  const fault = await newPasswordFault(wanted.password, {
    email,
    displayName,
    agencyName: agency.name,
    agencyCode: agency.code,
  });
  if (fault) throw new Refused(fault);
  const [made] = await query<{ id: string }>(
    `insert into simpul.account (email, display_name, role, agency_id, agency_kind, agency_code, agency_name, password_hash)
     values ($1, $2, 'administrator', $3, $4, $5, $6, $7) returning id`,
    [
      email,
      displayName,
      agency.id,
      agency.kind,
      agency.code,
      agency.name,
      await hashPassword(wanted.password),
    ],
  );
  await query('select ledger.administrator_made($1)', [made!.id]);
  return made!.id;
}

interface Office {
  id: string;
  kind: string;
  code: string;
  name: string;
}

async function lookedAt(query: Query, wanted: Omit<NewAdministrator, 'password'>) {
  const email = wanted.email.trim();
  const displayName = wanted.displayName.normalize('NFC').trim();
  if (!EMAIL.test(email) || email.length > 254) throw new Refused('administrator.email');
  if (!NAME.test(displayName)) throw new Refused('administrator.name');
  const [present] = await query<{ administers: boolean; taken: boolean }>(
    `select coalesce(bool_or(role = 'administrator' and active), false) as administers,
            coalesce(bool_or(lower(email) = lower($1)), false) as taken from simpul.account`,
    [email],
  );
  if (present!.taken) throw new Refused('account.emailTaken');
  if (present!.administers && !wanted.another) throw new Refused('administrator.exists');
  const offices = await query<Office>(
    'select id, kind, code, name from simpul.agency order by not overseeing, code',
  );
  const agency = offices.find(({ code }) => code === wanted.agencyCode);
  if (!agency) throw new Refused('account.unknownAgency', { known: offices.map(({ code }) => code) });
  return { agency, email, displayName };
}
