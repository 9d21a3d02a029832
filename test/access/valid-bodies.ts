/** Ids of things that exist, for bodies and paths that name them. */
export interface KnownIds {
  caseId: string;
  personId: string;
  accountId: string;
  agencyId: string;
  referralId: string;
  consentId: string;
  deadlineId: string;
  reportId: string;
  notificationId: string;
  screeningId: string;
  closingId: string;
  sealId: string;
  conflictId: string;
  /** A colleague of `accountId` at the unit that keeps the case. */
  colleagueId: string;
}

const PERSON = {
  name: 'Sekar Umpama',
  nik: '1674014107929951',
  birthDate: '1992-07-01',
  ageYears: 34,
  phone: '0812-0000-4201',
  address: 'Jalan Umpama 12',
  regionCode: '16.74.01.1001',
  disabilities: [],
  school: 'SD Contoh 3',
  safeContact: {
    channel: 'TELEPON',
    value: '0812-0000-4209',
    window: 'Pagi',
    note: 'Tetangga',
    mayLeaveMessage: false,
  },
};

/** For each route that takes a body one that its form could send, with every field filled in. Written by hand. */
export function validBodies(ids: KnownIds): Record<string, object> {
  const rewrite = {
    toAgencyId: ids.agencyId,
    serviceCode: 'KESEHATAN',
    urgency: 'SEGERA',
    clientIds: [ids.personId],
    followsReferralId: ids.referralId,
    request: 'Pemeriksaan.',
    summary: 'Hari ini.',
    purposeFields: { complaint: 'Leher sakit.', spvPresent: false },
    levels: { 'identity.name': 'MASKED' },
  };
  const directoryAgency = {
    name: 'RSUD - IGD dan PPT',
    unit: 'Dokter jaga',
    description: 'Rumah sakit umum daerah.',
    takesTracks: ['KTP', 'KTA'],
    needsToAccept: ['SPV untuk visum'],
    feedbackDocument: 'Surat keterangan',
    hours: '24/7',
    hoursNote: 'IGD selalu buka.',
    address: 'Jl. Contoh 1',
    costSource: 'APBD',
  };
  const directoryService = {
    serviceCode: 'KESEHATAN',
    nameId: 'Layanan kesehatan',
    nameEn: 'Health care',
    description: 'Pemeriksaan dan pengobatan.',
    forTracks: ['KTP', 'KTA'],
    forSex: ['P', 'L'],
    ageMin: 3,
    ageMax: 17,
    riskLevels: ['TINGGI', 'SEDANG'],
    requires: ['surat rujukan'],
    costSource: 'APBD',
    hours: '24/7',
    emergency: true,
    accessibility: ['kursi roda'],
  };
  const terms = { effectiveFrom: '2026-12-01', appliesToOpen: false, reason: 'SK baru.' };
  const version = {
    triggerEvent: 'referral.sent',
    action: 'Konfirmasi penerimaan rujukan',
    amount: 4,
    unit: 'HOUR',
    clock: 'RUNNING',
    appliesWhen: 'risk = TINGGI',
    basis: 'AGREEMENT',
    citation: 'MoU contoh',
    certainty: 'H',
    needsLegalCheck: false,
    reminderOffsets: ['-1h', '0h'],
    escalateTo: 'ATASAN_INSTANSI_PENERIMA>KEPALA_UPTD_PPA',
    wording: '4 jam',
    notes: 'Contoh.',
    kind: 'DUTY',
    owner: 'BAGIAN_HUKUM',
    ...terms,
  };
  const shift = {
    accountId: ids.accountId,
    startsAt: '2026-04-20T16:00:00+07:00',
    endsAt: '2026-04-21T08:00:00+07:00',
  };
  return {
    'POST /audit/case-exports': { caseId: ids.caseId, reason: 'COURT' },
    'POST /reviews/{id}/decision': { outcome: 'CONCERN', note: 'Belum ada penjelasan.' },
    'POST /duty-roster/shifts': { ...shift, repeatWeeks: 1 },
    'POST /duty-roster/absences': shift,
    'POST /duty-roster/fallback': { accountId: ids.accountId },
    'PATCH /directory/agencies/{id}': { ...directoryAgency, version: 1 },
    'POST /directory/agencies/{id}/contacts': {
      version: 1,
      email: 'piket@instansi.example',
      dutyPhone: '0812-0000-9101',
      dutyPhoneFallback: '0812-0000-9102',
    },
    'POST /directory/agencies/{id}/verification': { version: 1 },
    'POST /directory/agencies/{id}/services': directoryService,
    'PATCH /directory/services/{id}': { ...directoryService, version: 1 },
    'POST /directory/services/{id}/capacity': { version: 1, total: 8, free: 3 },
    'POST /directory/services/{id}/ending': { version: 1 },
    'POST /deadline-rules/{ruleId}/effect': version,
    'POST /deadline-rules/{ruleId}/versions': version,
    'POST /deadline-rules/{ruleId}/retirement': terms,
    'POST /deadline-rule-versions/{id}/withdrawal': { reason: 'Ditarik.' },
    'POST /sessions': { email: 'pendamping@uptd-ppa.simpul.example', password: 'a wrong password' },
    'POST /sessions/current/confirmation': { password: 'a wrong password' },
    'POST /sessions/second-step': { step: 'A'.repeat(43), code: '123456' },
    'POST /sessions/passkey-question': { for: 'secondStep', step: 'A'.repeat(43) },
    'POST /sessions/passkey': { step: 'A'.repeat(43), passkey: '{}' },
    'POST /sessions/oidc': { step: 'A'.repeat(43), query: '?code=x&state=y' },
    'POST /accounts/current/identity': { step: 'A'.repeat(43), query: '?code=x&state=y' },
    'POST /accounts/current/totp/{id}/confirmation': { code: '123456' },
    'POST /accounts/current/passkeys': { step: 'A'.repeat(43), passkey: '{}', name: 'Ponsel dinas' },
    'POST /accounts': {
      email: 'baru@rsud-igd.simpul.example',
      displayName: 'Baru Umpama',
      role: 'agency_officer',
      agencyId: ids.agencyId,
    },
    'POST /accounts/current/password': {
      currentPassword: 'a wrong password',
      newPassword: 'hujan di kebun karet',
    },
    'POST /alarms/{id}/resolution': { note: 'Server surel diganti.' },
    'POST /deadlines/{id}/pause': { reason: 'Menunggu hasil visum.' },
    'POST /deadlines/{id}/waiver': { reason: 'Klien pindah kota.' },
    'PATCH /notification-channels': { email: true, gateway: true, telephone: '0812-0000-4209' },
    // The browser of RFC 8291's example.
    'POST /notification-devices': {
      endpoint: 'https://updates.push.services.mozilla.com/wpush/v2/gAAAAAB',
      p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      auth: 'BTBZMqHH6r4Tts7J_aSIgg',
      browser: 'FIREFOX',
      system: 'ANDROID',
    },
    'POST /holidays': {
      date: '2026-12-24',
      kind: 'LOCAL',
      regionCode: '16.74',
      name: 'Libur contoh',
      basis: 'SK contoh',
    },
    'POST /holidays/{id}/removal': { reason: 'SK dicabut.' },
    'POST /holiday-imports': { csv: 'date,kind,name,basis', commit: false },
    'POST /office-hours-imports': { csv: 'season,weekday,open,close,valid_from,basis', commit: false },
    'POST /office-hours/{id}/removal': { reason: 'Perwali diubah.' },
    'POST /cases/matches': { name: PERSON.name, nik: PERSON.nik, phone: PERSON.phone },
    'PATCH /cases/{id}': {
      ownerAccountId: ids.accountId,
      contexts: ['KDRT'],
      violenceTypes: ['FISIK', 'PSIKIS'],
    },
    'POST /cases/{id}/reveal': { reason: 'CONTACT', purpose: 'Menelepon klien.' },
    'POST /cases/{id}/persons': {
      ...PERSON,
      sex: 'P',
      employerAgencyId: ids.agencyId,
      relation: 'IBU',
      kind: 'WITNESS',
      relationToFirstVictim: 'SUAMI_ISTRI',
    },
    'PATCH /cases/{id}/persons/{personId}': {
      ...PERSON,
      sex: 'P',
      employerAgencyId: ids.agencyId,
      relation: 'IBU',
    },
    'POST /cases/{id}/notes': { text: 'Catatan.', audience: 'TEAM' },
    'POST /cases/{id}/milestones': { kind: 'service.first_given', at: '2026-04-14T19:00:00+07:00' },
    'POST /cases/{id}/members': { accountId: ids.accountId },
    'POST /reports': {
      channel: 'TELEPON',
      reporter: { kind: 'KELUARGA', name: 'Sekar Umpama', phone: '0812-0000-4202' },
      receivedAt: '2026-04-14T19:00:00+07:00',
      occurredAt: '2026-04-14T12:00:00+07:00',
      knownAt: '2026-04-14T18:00:00+07:00',
      clientSafeNow: 'YES',
      narrative: 'Cerita.',
      violenceTypes: ['FISIK'],
      contexts: ['KDRT'],
      place: 'RUMAH_TANGGA',
      online: false,
      victims: [{ ...PERSON, sex: 'P' }],
      reportedPersons: [
        { name: 'Raka Rekaan', sex: 'L', ageYears: 38, relation: 'SUAMI_ISTRI', agencyId: ids.agencyId },
      ],
      externalRef: 'SAPA-1',
      disposition: 'OPEN_CASE',
    },
    'POST /reports/{id}/reveal': { reason: 'CONTACT', purpose: 'Menelepon klien.' },
    'POST /reports/{id}/joining': { caseId: ids.caseId },
    'POST /reports/{id}/outside-mandate': { reason: 'Wilayah lain.' },
    'POST /cases/{id}/closings': {
      reason: 'TUJUAN_TERCAPAI',
      rights: {
        TOLD_OF_CLOSING: 'DONE',
        KNOWS_HOW_TO_RETURN: 'DONE',
        SAFETY_PLAN: 'DONE',
        RESTITUTION_TOLD: 'NOT_APPLICABLE',
        DOCUMENTS_RETURNED: 'DONE',
      },
      summary: 'Klien tinggal dengan ibunya.',
    },
    'POST /closings/{id}/rejection': { reason: 'Masih ada ancaman.' },
    'POST /emergency-accesses': {
      caseNumber: 'PBM-2026-9999',
      reason: 'DANGER_NOW',
      words: 'Klien menelepon piket.',
    },
    'POST /emergency-accesses/{id}/review': { outcome: 'JUSTIFIED' },
    'POST /cases/{id}/seals': {
      kind: 'SEAL',
      reason: 'REPORTED_HAS_POWER',
      teamAccountIds: [ids.accountId, ids.colleagueId],
    },
    'POST /cases/{id}/conflicts': { accountId: ids.colleagueId },
    'POST /cases/{id}/reopening': { reason: 'Klien menelepon lagi.' },
    'POST /cases/{id}/aftercare-checks': { outcome: 'SAFE', note: 'Baik.' },
    'POST /cases/{id}/screenings': {
      redFlags: ['CEKIKAN'],
      risk: 'TINGGI',
      reason: 'Dicekik.',
      recruitment: ['JobOffer'],
      control: ['DebtBondage'],
      conclusionTppo: 'ADA_INDIKASI',
    },
    'POST /cases/{id}/consents': {
      basis: 'PERSETUJUAN',
      answer: 'GIVEN',
      receiverKind: 'RSUD',
      receiverAgencyId: ids.agencyId,
      scopes: ['IDENTITY', 'CHRONOLOGY'],
      purpose: 'KESEHATAN',
      givenBy: 'SELF',
      guardianPersonId: ids.personId,
      guardianRelation: 'IBU',
      childAssent: 'GIVEN',
      witness: 'Saksi Rekaan',
      language: 'INDONESIA',
      textVersion: 'persetujuan/2026-1',
      howRecorded: 'LISAN',
      expiresAt: '2026-12-31T00:00:00+07:00',
      citation: 'UU 12/2022 Ps.41',
      toldClient: true,
      toldWords: 'Dijelaskan.',
    },
    'POST /consents/{id}/withdrawal': { reason: 'Berubah pikiran.' },
    'POST /referrals/{id}/acceptance': {
      responsibleName: 'Nanda Umpama',
      responsibleAccountId: ids.accountId,
      appointmentAt: '2026-04-15T09:00:00+07:00',
      place: 'IGD',
    },
    'POST /referrals/{id}/rejection': { reason: 'KAPASITAS_PENUH', note: 'Penuh.' },
    'POST /referrals/{id}/returned-slip': {
      ...{
        code: '7KQ3F-0ZB1M',
        answer: 'REJECTED',
        answeredAt: '2026-04-14T19:30:00+07:00',
        name: 'Bidan Rekaan',
      },
      ...{
        reason: 'KAPASITAS_PENUH',
        outcome: 'SELESAI',
        text: 'Penuh.',
        appointmentAt: '2026-04-20T09:00:00+07:00',
      },
      place: 'Poli umum',
    },
    'POST /referrals/{id}/cancellation': { reason: 'Salah alamat.' },
    'POST /cases/{id}/referrals': rewrite,
    'PATCH /referrals/{id}': rewrite,
    'POST /referrals/{id}/question': { text: 'Kapan?' },
    'POST /referrals/{id}/answer': { text: 'Besok.' },
    'POST /referrals/{id}/service-start': { at: '2026-04-14T19:20:00+07:00', note: 'Dimulai.' },
    'POST /referrals/{id}/progress': { text: 'Berjalan.', nextAt: '2026-04-20T09:00:00+07:00' },
    'POST /referrals/{id}/completion': {
      outcome: 'SELESAI',
      text: 'Selesai.',
      nextAt: '2026-04-20T09:00:00+07:00',
    },
    'POST /referrals/{id}/failure': { reason: 'KORBAN_TIDAK_TERHUBUNG', text: 'Tidak datang.' },
    'POST /referrals/{id}/confirmation': { clientAnswer: 'HELPED', note: 'Terbantu.' },
  };
}
