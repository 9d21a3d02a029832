import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { hashPassword } from './passwords.js';

export interface SeededPerson {
  email: string;
  displayName: string;
  role: Actor['role'];
  agencyId: string;
  agencyKind: string;
  agencyCode: string;
  agencyName: string;
}

/** Adds people with one common password as the owner role; those whose e-mail exists are left as they are. */
export async function seedAccounts(
  query: (sql: string, params?: unknown[]) => Promise<unknown>,
  people: SeededPerson[],
  password: string,
): Promise<void> {
  // One hash for all: hashing forty times would cost a first start four seconds, and the password is printed anyway.
  const passwordHash = await hashPassword(password);
  for (const person of people)
    await query(
      `insert into simpul.account
         (id, email, display_name, role, agency_id, agency_kind, agency_code, agency_name, password_hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
      [
        randomUUID(),
        person.email,
        person.displayName,
        person.role,
        person.agencyId,
        person.agencyKind,
        person.agencyCode,
        person.agencyName,
        passwordHash,
      ],
    );
}
