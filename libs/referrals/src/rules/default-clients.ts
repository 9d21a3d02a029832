/**
 * Kinds that take in or protect the whole family: there a referral is about every client whom the service fits.
 * Everywhere else it is about the first of them, and the sender may say otherwise: a school needs no mother's name.
 */
const WHOLE_FAMILY = [
  'RUMAH_AMAN',
  'POLRES',
  'UPTD_PPA',
  'UPTD_PPA_LAIN',
  'KEMENPPPA',
  'LPSK',
  'DINSOS',
  'PUSPAGA',
];

/** Whom a referral is about when the sender does not say: those of the clients, in order, whom the service fits. */
export function defaultClients<C>(
  kind: string,
  clients: readonly C[],
  fitsService: (client: C) => boolean,
): C[] {
  const fitting = clients.filter(fitsService);
  return WHOLE_FAMILY.includes(kind) ? fitting : fitting.slice(0, 1);
}
