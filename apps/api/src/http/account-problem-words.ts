/** Refusals about accounts and passwords. */
export const ACCOUNT_WORDS: Record<string, [id: string, en: string]> = {
  'password.mustChange': [
    'Ganti dulu kata sandi pertama Anda. Sesudah itu semua terbuka.',
    'Change your first password first. Everything opens after that.',
  ],
  'password.currentWrong': ['Kata sandi sekarang tidak cocok.', 'The current password does not match.'],
  'session.firstPasswordExpired': [
    'Kata sandi pertama ini sudah lewat tiga hari dan tidak berlaku lagi. Minta yang baru kepada administrator.',
    'This first password is older than three days and no longer valid. Ask the administrator for a new one.',
  ],
  'session.confirmationWrong': ['Kata sandi tidak cocok.', 'The password does not match.'],
  'step-up-needed': [
    'Buktikan dulu bahwa ini Anda, lalu ulangi.',
    'Prove first that it is you, then try again.',
  ],
  'account.emailTaken': ['Surel itu sudah dipakai sebuah akun.', 'An account has that e-mail already.'],
  'account.self': [
    'Untuk akun sendiri ini tidak dapat. Minta administrator lain, atau ganti kata sandi Anda.',
    'Not for your own account. Ask another administrator, or change your password.',
  ],
  'account.inactive': ['Akun ini sudah tidak aktif.', 'This account is no longer active.'],
  'account.ownsOpenCases': [
    'Orang ini masih memegang kasus terbuka. Atasannya menyerahkan kasus itu lebih dulu, lalu coba lagi.',
    'This person still owns open cases. Their supervisor hands those over first; then try again.',
  ],
};
