interface Words {
  id: string;
  en: string;
}
const words = (id: string, en: string): Words => ({ id, en });

/** Of the acts outside cases: a colleague leaves. */
export const DEPARTURES: Readonly<Record<string, Words>> = {
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
