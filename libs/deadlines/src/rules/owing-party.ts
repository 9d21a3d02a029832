/** Whoever the register may name and the house can call to act: agencies that keep cases, and its own codes for parties. */
const OF_THE_HOUSE = [
  'UPTD_PPA',
  'PUSPAGA',
  'PENANGGUNG_JAWAB_KASUS',
  'INSTANSI_PENERIMA',
  'PENGENDALI_DATA_KOTA',
  'PENINJAU',
];

/** Who the register says owes an act, and whom the clock found for it. */
export interface OwedBy {
  readonly owingKinds: readonly string[];
  readonly owingAgencyId: string | null;
  readonly owingAccountId: string | null;
}

/**
 * Whether the act is owed by a body outside: police, court, LPSK, a clinic that holds no referral. Nobody there can be
 * told, because the house may not say to them that the case exists; whoever keeps the case watches and writes it down.
 */
export function isOwedOutside({ owingKinds, owingAgencyId, owingAccountId }: OwedBy): boolean {
  return !owingAgencyId && !owingAccountId && !owingKinds.some((kind) => OF_THE_HOUSE.includes(kind));
}

/** Who owes by the register, among those whom the starting event knows; nulls where the body is outside. */
export function owingParty(
  owingKinds: readonly string[],
  owes: {
    readonly agencyId?: string;
    readonly accountId?: string;
    /** An agency that holds the referral the event belongs to: a duty of its kind is its own. */
    readonly holder?: { readonly agencyId: string; readonly kind: string };
  },
): { owingAgencyId: string | null; owingAccountId: string | null } {
  const { agencyId = null, accountId = null, holder } = owes;
  if (owingKinds.includes('PENANGGUNG_JAWAB_KASUS'))
    return { owingAgencyId: null, owingAccountId: accountId };
  if (owingKinds.includes('INSTANSI_PENERIMA') || owingKinds.includes('PENINJAU'))
    return { owingAgencyId: agencyId, owingAccountId: null };
  // The city answers by the office that keeps the case, and there by whoever leads it.
  if (owingKinds.includes('UPTD_PPA') || owingKinds.includes('PENGENDALI_DATA_KOTA'))
    return { owingAgencyId: agencyId, owingAccountId: accountId };
  if (holder && owingKinds.includes(holder.kind))
    return { owingAgencyId: holder.agencyId, owingAccountId: null };
  return { owingAgencyId: null, owingAccountId: null };
}
