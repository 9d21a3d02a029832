interface Words {
  id: string;
  en: string;
}
const words = (id: string, en: string): Words => ({ id, en });

/** Of the acts outside cases: a colleague leaves, and the list of cases that pass to another office. */
export const DEPARTURES: Readonly<Record<string, Words>> = {
  'transfer.listed': words('membuka daftar pelimpahan', 'looked at the transfers of cases'),
  'account.departureProposed': words(
    'mengusulkan serah terima: seorang rekan pergi',
    'proposed a handover: a colleague leaves',
  ),
  'account.departuresListed': words('membuka daftar serah terima', 'looked at who leaves'),
  'account.departureRead': words(
    'melihat apa saja yang diserahkan seorang rekan',
    'looked at what a colleague hands over',
  ),
  'account.departureRejected': words('menolak usulan kepergian', 'said no to a departure'),
  'account.departed': words(
    'menyerahkan semua pekerjaan seorang rekan dan mengakhiri akunnya',
    'handed over all work of a colleague and ended the account',
  ),
};

/** And who comes: a newcomer, or whoever comes back after a reset, waits until a second person knows them. */
export const ARRIVALS: Readonly<Record<string, Words>> = {
  'account.newcomersListed': words(
    'membuka daftar akun baru yang menunggu',
    'looked at who waits to be let in',
  ),
  'account.letIn': words(
    'menyatakan bahwa pemilik akun baru ini ada dan bekerja di sini',
    'said that the person of a new account exists and works there',
  ),
  'account.turnedAway': words('menolak akun baru: akunnya berakhir', 'turned a new account away: it ended'),
  'account.knownAfterReset': words(
    'menyatakan bahwa pemilik akun sendiri yang masuk setelah kata sandinya diganti',
    'said that it is the account’s owner who signed in after the reset',
  ),
  'account.resetNotKnown': words(
    'menyatakan bahwa bukan pemilik akun yang meminta kata sandi baru: akunnya tetap tertutup',
    'said that the account’s owner did not ask for the reset: it stays closed',
  ),
};

/** What is asked for about accounts and about work that changes hands, and the act that it ends in. */
export const HAND_OVER_PERMISSIONS: Readonly<Record<string, string>> = {
  'account.list': 'account.listed',
  'account.create': 'account.created',
  'account.deactivate': 'account.deactivated',
  'account.reset': 'account.passwordReset',
  'account.ownPassword': 'account.passwordChanged',
  'account.ownFactors': 'account.factorAdded',
  'account.ownIdentity': 'account.identityProposed',
  'account.identities': 'account.identitiesListed',
  'account.decideIdentity': 'account.identityApproved',
  'account.proposeRecovery': 'account.recoveryProposed',
  'account.decideRecovery': 'account.recoveryConfirmed',
  'account.recoveries': 'account.recoveriesListed',
  'account.newcomers': 'account.newcomersListed',
  'account.decideNewcomer': 'account.letIn',
  'transfer.read': 'transfer.listed',
  'transfer.offer': 'transfer.offered',
  'transfer.decide': 'case.transferred',
  'transfer.withdraw': 'transfer.withdrawn',
  'account.proposeDeparture': 'account.departureProposed',
  'account.departures': 'account.departuresListed',
  'account.decideDeparture': 'account.departed',
  'account.ownSessions': 'session.closed',
};
