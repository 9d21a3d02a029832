import type { MessageKey } from './messages.js';
import type { Parties, Person } from './parties.js';
import type { Telling } from './who-is-told.js';

/** What happens to an account and its way in; `accounts` announces it. */
export const ACCOUNT_NEWS = [
  'account.newDevice',
  'account.created',
  'account.arrived',
  'account.cameBack',
  'account.passwordReset',
  'account.recoveryProposed',
  'account.recoveryConfirmed',
  'account.departureProposed',
  'account.workHandedOver',
  'transfer.answered',
] as const;
export type AccountNews = (typeof ACCOUNT_NEWS)[number];

/** What the account's own person hears, and what whoever answers for the office hears. */
const HEARD: Record<AccountNews, { own?: MessageKey; office?: MessageKey }> = {
  'account.newDevice': { own: 'account.newDevice' },
  'account.created': { office: 'account.addedInOffice' },
  'account.arrived': { office: 'account.newcomerWaits' },
  'account.cameBack': { office: 'account.ownerWaits' },
  'account.passwordReset': { own: 'account.reset', office: 'account.resetInOffice' },
  'account.recoveryProposed': { own: 'account.recoveryBegun', office: 'account.recoveryWaits' },
  'account.recoveryConfirmed': { own: 'account.recovered', office: 'account.recoveredInOffice' },
  'account.departureProposed': { own: 'account.departureBegun', office: 'account.departureWaits' },
  'transfer.answered': { own: 'transfer.answered' },
  'account.workHandedOver': { own: 'account.workIsYours' },
};

/**
 * Who hears of it. The person by name, also while away or on leave: it is their account, and nobody stands in for them
 * there. The office: whoever may let in or back in (as `simpul.answers_for` decides it), but whoever did it.
 */
export function tellOfAccount(
  topic: AccountNews,
  { accountId, actorId }: { accountId: string; actorId: string | null },
  { people }: Parties,
): Telling[] {
  const whose = people.find((person) => person.accountId === accountId && person.active);
  if (!whose) return [];
  const { own, office } = HEARD[topic];
  const actor = people.find((person) => person.accountId === actorId);
  const answering = office ? answersFor(whose, people) : [];
  return [
    ...(own ? [{ accountId, message: own }] : []),
    ...answering
      .filter(({ personId }) => personId !== actor?.personId)
      .map((person) => ({ accountId: person.accountId, message: office! })),
  ];
}

/** Supervisor and head of the office; where nobody else heads it the head of the lead office; for them the IT office. */
function answersFor(whose: Person, people: readonly Person[]): readonly Person[] {
  const others = people.filter(({ active, personId }) => active && personId !== whose.personId);
  const heads = others.filter(
    ({ role, agencyId }) => agencyId === whose.agencyId && (role === 'supervisor' || role === 'agency_head'),
  );
  if (heads.length > 0) return heads;
  const lead = others.filter(({ role }) => role === 'dinas_head');
  return lead.length > 0 ? lead : others.filter(({ role }) => role === 'administrator');
}
