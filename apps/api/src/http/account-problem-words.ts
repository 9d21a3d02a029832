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
  'session.confirmationWrong': ['Ini tidak cocok. Coba lagi.', 'That does not match. Try again.'],
  'session.factorNeeded': [
    'Pakai kode atau kunci sandi Anda; kata sandi saja tidak cukup lagi untuk akun ini.',
    'Use your code or passkey; the password alone is no longer enough for this account.',
  ],
  'session.secondFactorNeeded': ['Satu langkah lagi.', 'One more step.'],
  'session.secondFactorWrong': [
    'Kode ini tidak cocok atau sudah dipakai.',
    'This code is wrong or was used.',
  ],
  'session.stepOver': [
    'Langkah ini sudah berakhir. Mulai lagi dari awal.',
    'This step is over. Begin again.',
  ],
  'session.passkeyWrong': ['Kunci sandi ini tidak dikenal di sini.', 'This passkey is not known here.'],
  'session.oidcWrong': [
    'Masuk dengan akun kota tidak berhasil. Mulai lagi.',
    'Signing in with the city’s account did not work. Begin again.',
  ],
  'session.notLinked': [
    'Akun kota ini belum dihubungkan. Masuk dengan kata sandi, lalu hubungkan di Lainnya.',
    'This city account is not linked yet. Sign in with your password, then link it under More.',
  ],
  'identity.taken': ['Akun ini sudah dihubungkan.', 'This is linked already.'],
  'oidc.unavailable': [
    'Layanan masuk kota tidak menjawab. Pakai kata sandi, atau coba lagi nanti.',
    'The city’s sign-in does not answer. Use your password, or try again later.',
  ],
  'account.waitsForRelease': [
    'Akun Anda baru dibuat, dipulihkan, atau diberi kata sandi baru. Isinya terbuka sesudah pimpinan Anda menyatakan bahwa ini benar Anda.',
    'Your account is new, was recovered or was given a new password. It opens once whoever heads your office has said that it is you.',
  ],
  'recovery.notPossible': [
    'Akun ini tidak aktif, belum pernah dibuka pimpinannya, atau pemulihannya sedang berjalan.',
    'This account is not active, its person was never let in, or letting them back in is under way already.',
  ],
  'newcomer.notYet': [
    'Orang ini belum masuk dan membuat kata sandinya sendiri. Sampai saat itu kata sandinya juga diketahui administrator.',
    'This person has not signed in and made a password of their own yet. Until then the administrator knows it, too.',
  ],
  'recovery.notBackYet': [
    'Orang ini belum masuk dan mengganti kata sandi pertamanya, atau bukan Anda yang memutuskan.',
    'This person has not signed in and changed the first password yet, or it is not yours to decide.',
  ],
  'factor.mustAdd': [
    'Tambahkan dulu cara masuk kedua. Sesudah itu semua terbuka.',
    'Add a second factor first. Everything opens after that.',
  ],
  'factor.hasTotp': ['Akun ini sudah punya aplikasi kode.', 'This account has a code app already.'],
  'factor.passkeyKnown': ['Kunci sandi ini sudah terdaftar.', 'This passkey is registered already.'],
  'factor.last': [
    'Peran Anda memerlukan cara masuk kedua. Tambahkan yang lain dahulu.',
    'Your role needs a second factor. Add another first.',
  ],
  'factor.none': ['Tambahkan dulu cara masuk kedua.', 'Add a second factor first.'],
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
    'Orang ini masih memegang kasus terbuka. Usulkan kepergiannya: atasannya menyerahkan semuanya sekaligus.',
    'This person still owns open cases. Propose that they leave: their head hands all of it over in one act.',
  ],
  'account.holdsWork': [
    'Orang ini masih memegang rujukan, tim kasus, tenggat, atau jadwal piket. Usulkan kepergiannya: atasannya menyerahkan semuanya sekaligus.',
    'This person still holds referrals, seats on teams, time limits or duty shifts. Propose that they leave: their head hands all of it over in one act.',
  ],
  'transfer.notRunning': [
    'Pelimpahan menumpang pada rujukan yang berjalan. Rujukan ini belum dikirim, ditahan, atau sudah berakhir.',
    'A transfer rides on a referral that runs. This one was not sent, is held, or has ended.',
  ],
  'transfer.keepsNoCases': [
    'Kantor itu tidak memegang kasus di sini. Kirim rujukan dengan surat, catat balasannya, lalu tutup kasus dengan alasan dilimpahkan.',
    'That office keeps no cases here. Send the referral by letter, write down the reply, then close the case as transferred.',
  ],
  'transfer.noBasis': [
    'Seluruh isi kasus ikut pindah. Catat dulu dasar berbagi yang mencakup identitas, kronologi, kesehatan, dan keselamatan untuk kantor itu.',
    'The whole case goes along. First record a basis for that office that covers identity, chronology, health and safety.',
  ],
  'transfer.conflict': [
    'Terlapor bekerja di kantor itu. Kasus ini tidak dapat dilimpahkan ke sana.',
    'A reported person works at that office. This case cannot go there.',
  ],
  'transfer.otherReferralThere': [
    'Masih ada rujukan lain kepada kantor itu untuk kasus ini. Selesaikan atau batalkan lebih dulu.',
    'Another referral of this case to that office is open. Finish or cancel it first.',
  ],
  'transfer.alreadyOffered': [
    'Kasus ini sudah ditawarkan dan menunggu jawaban.',
    'This case is offered already and waits for an answer.',
  ],
  'transfer.alreadyDecided': [
    'Tawaran ini sudah dijawab atau ditarik.',
    'This offer was answered or taken back.',
  ],
  'departure.notPossible': [
    'Akun ini sudah tidak aktif, atau kepergiannya sudah diusulkan.',
    'This account has ended, or its departure is proposed already.',
  ],
  'departure.lastHead': [
    'Ia pimpinan terakhir di kantor ini. Minta administrator membuat akun penggantinya lebih dulu.',
    'Nobody else heads this office. Ask an administrator to let in whoever takes over first.',
  ],
  'departure.askIntegrity': [
    'Ada hal yang tidak dapat diserahkan dari sini. Hubungi petugas integritas, lalu coba lagi.',
    'Something cannot be handed over from here. Speak to the integrity officer, then try again.',
  ],
};
