/** Of the catalogue (`messages.ts`): what a person hears of their own way in and devices, and an office of who was let into it. */
export const ACCOUNT_MESSAGES = {
  'account.newDevice': {
    urgency: 'know',
    id: 'Akun Anda dibuka di perangkat yang belum dikenal. Bukan Anda? Akhiri di Lainnya, Cara masuk dan perangkat.',
    en: 'Your account was opened on a device not seen before. Not you? End it under More, Signing in and devices.',
  },
  'account.recoveryBegun': {
    urgency: 'act',
    id: 'Pembukaan kembali akun Anda diusulkan. Anda tidak memintanya? Segera hubungi atasan Anda.',
    en: 'Somebody proposes to let you back into your account. You did not ask? Call your supervisor at once.',
  },
  'account.recoveryWaits': {
    urgency: 'act',
    id: 'Seorang rekan perlu dibukakan kembali akunnya. Temui orangnya, lalu putuskan.',
    en: 'A colleague is to be let back in. See them in person, then decide.',
  },
  'account.recovered': {
    urgency: 'act',
    id: 'Cara masuk Anda diganti oleh dua orang. Anda tidak memintanya? Segera hubungi atasan Anda.',
    en: 'Two people replaced the way you sign in. You did not ask? Call your supervisor at once.',
  },
  'account.recoveredInOffice': {
    urgency: 'know',
    id: 'Akun seorang rekan di kantor Anda dibuka kembali oleh dua orang.',
    en: 'A colleague of your office was let back in by two people.',
  },
  'account.reset': {
    urgency: 'act',
    id: 'Administrator mengganti kata sandi Anda. Anda tidak memintanya? Segera hubungi atasan Anda.',
    en: 'An administrator replaced your password. You did not ask? Call your supervisor at once.',
  },
  'account.resetInOffice': {
    urgency: 'know',
    id: 'Administrator mengganti kata sandi seorang rekan di kantor Anda. Tanyakan apakah ia memintanya.',
    en: 'An administrator replaced the password of a colleague of your office. Ask whether they wanted it.',
  },
  'account.addedInOffice': {
    urgency: 'act',
    id: 'Akun baru dibuat untuk kantor Anda. Akun itu tertutup sampai Anda menyatakan bahwa orangnya bekerja di sini.',
    en: 'A new account was made for your office. It stays closed until you say that its person works here.',
  },
  'account.newcomerWaits': {
    urgency: 'act',
    id: 'Pemilik akun baru sudah masuk dan menunggu Anda. Tanyakan langsung kepada orangnya, lalu putuskan.',
    en: 'The person of a new account has signed in and waits for you. Ask them yourself, then decide.',
  },
  'account.ownerWaits': {
    urgency: 'act',
    id: 'Seorang rekan sudah masuk lagi dengan kata sandi baru. Tanyakan langsung kepada orangnya, lalu putuskan.',
    en: 'A colleague signed in again with a new password. Ask them yourself, then decide.',
  },
  'account.departureBegun': {
    urgency: 'know',
    id: 'Kepergian Anda dari kantor ini diusulkan. Tidak benar? Segera hubungi atasan Anda.',
    en: 'It is proposed that you leave this office. Not true? Call your supervisor at once.',
  },
  'account.departureWaits': {
    urgency: 'act',
    id: 'Seorang rekan akan pergi. Tentukan siapa meneruskan pekerjaannya.',
    en: 'A colleague leaves. Say who takes over their work.',
  },
  'account.workIsYours': {
    urgency: 'act',
    id: 'Pekerjaan seorang rekan yang pergi kini ada pada Anda. Buka dan baca dulu.',
    en: 'The work of a colleague who left is yours now. Open it and read first.',
  },
  'channel.deviceLost': {
    urgency: 'know',
    id: 'Satu perangkat Anda tidak lagi menerima pesan. Nyalakan lagi di halaman Lainnya.',
    en: 'A device of yours no longer gets messages. Switch it on again under More.',
  },
} as const;
