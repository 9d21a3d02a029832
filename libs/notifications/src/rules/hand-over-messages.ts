/** Of the catalogue (`messages.ts`): work that goes to other hands, as the other side hears it. */
export const HAND_OVER_MESSAGES = {
  'referral.responsibleChanged': {
    urgency: 'know',
    id: 'Petugas yang menangani rujukan Anda di instansi tujuan berganti. Bukalah untuk melihat namanya.',
    en: 'Somebody else at the receiving agency handles your referral now. Open it to see who.',
  },
  'referral.senderChanged': {
    urgency: 'know',
    id: 'Penanggung jawab kasus di pihak perujuk berganti. Rujukan berjalan terus.',
    en: 'Somebody else leads the case on the sender’s side now. The referral goes on.',
  },
  'transfer.offered': {
    urgency: 'act',
    id: 'Sebuah kasus ditawarkan untuk dilimpahkan kepada kantor Anda. Terima atau tolak.',
    en: 'A case is offered to your office to take over. Say yes or no.',
  },
  'transfer.answered': {
    urgency: 'know',
    id: 'Pelimpahan yang Anda tawarkan sudah dijawab.',
    en: 'The transfer that you offered has been answered.',
  },
} as const;
