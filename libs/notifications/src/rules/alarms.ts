import { everyoneWithRole, lastResort, ofAgency, othersThan, type Parties } from './parties.js';

/** Everything that can be wrong with the house itself. Closed, as the messages are. */
export const ALARM_KINDS = [
  'NOBODY_TO_TELL',
  'NO_WORKING_CHANNEL',
  'CHANNEL_FAILED',
  'MESSAGE_STUCK',
  'WORKER_CLOCK',
  'INVARIANT_BROKEN',
  'WITNESS_TROUBLED',
  'UNUSUAL_READING',
  'BAIT_READ',
] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];

/**
 * `OWN_HEADS`: head or supervisor of the office whose people it is about. `OWN_SUPERVISOR`: its supervisor alone, since
 * the head of a partner reads no audit trail. `WATCHERS`: those who watch over the offices. `GUARDS`: the integrity
 * officers among them.
 */
export type AlarmParty =
  'OWN_HEADS' | 'OWN_SUPERVISOR' | 'WATCHERS' | 'GUARDS' | 'IT_OFFICE' | 'SUPERVISORS' | 'LEAD_OFFICE';

export interface AlarmRung {
  /** Minutes after the alarm was raised, while nobody answers. */
  readonly afterMinutes: number;
  readonly who: AlarmParty;
}

/** Whoever can mend it comes first. Nobody may mend it for long: then whoever answers for the cases must know. */
const OFFICE_LADDER: readonly AlarmRung[] = [
  { afterMinutes: 0, who: 'OWN_HEADS' },
  { afterMinutes: 60, who: 'SUPERVISORS' },
  { afterMinutes: 240, who: 'LEAD_OFFICE' },
  { afterMinutes: 480, who: 'IT_OFFICE' },
];
const SYSTEM_LADDER: readonly AlarmRung[] = [
  { afterMinutes: 0, who: 'IT_OFFICE' },
  { afterMinutes: 60, who: 'SUPERVISORS' },
  { afterMinutes: 480, who: 'LEAD_OFFICE' },
];

/** It is asked about in person, so it may wait for the next morning, but not for longer with one person alone. */
const READING_LADDER: readonly AlarmRung[] = [
  { afterMinutes: 0, who: 'OWN_SUPERVISOR' },
  { afterMinutes: 12 * 60, who: 'WATCHERS' },
  { afterMinutes: 3 * 24 * 60, who: 'LEAD_OFFICE' },
];

/** Nobody else may learn that it is bait, so it climbs to nobody; it calls again. */
const BAIT_LADDER: readonly AlarmRung[] = [{ afterMinutes: 0, who: 'GUARDS' }];

/** At the top it calls again each day; whoever took it on has a day to end it. */
export const CALLS_AGAIN_MINUTES = 24 * 60;
export const ACKNOWLEDGED_HOLDS_MINUTES = 24 * 60;

interface Words {
  readonly title: string;
  readonly advice: string;
}

export interface AlarmRule {
  readonly ladder: readonly AlarmRung[];
  /** The page on which an office mends it; null: it is mended at the server. */
  readonly mendedAt: 'roster' | 'accounts' | null;
  /** It is about somebody's conduct: neither they nor the IT office hear of it, and it ends with an outcome. */
  readonly ofConduct?: true;
  /** Nobody but the integrity officers knows that there is such a thing; what the ledger says of it is theirs as well. */
  readonly forGuards?: true;
  readonly id: Words;
  readonly en: Words;
}

export const ALARMS: Readonly<Record<AlarmKind, AlarmRule>> = {
  NOBODY_TO_TELL: {
    ladder: OFFICE_LADDER,
    mendedAt: 'roster',
    id: {
      title: 'Tidak ada orang yang dapat diberi tahu',
      advice:
        'Orang yang dituju tidak ada, tidak aktif, atau sedang pergi tanpa pengganti. Isi jadwal piket dan pengganti, atau minta kantor TI membuat akun.',
    },
    en: {
      title: 'There is nobody to tell',
      advice:
        'Whoever is meant does not exist, is not active, or is away without a stand-in. Fill in the duty roster and stand-ins, or ask the IT office for an account.',
    },
  },
  NO_WORKING_CHANNEL: {
    ladder: OFFICE_LADDER,
    mendedAt: 'roster',
    id: {
      title: 'Seorang petugas tidak terjangkau lewat saluran mana pun',
      advice:
        'Hubungi langsung, lalu minta ia memeriksa surel dan nomornya pada halaman Lainnya. Sampai itu, tulis pengganti pada jadwal piket.',
    },
    en: {
      title: 'An officer cannot be reached by any channel',
      advice:
        'Call in person, then have the e-mail address and number checked on the page More. Until then, name a stand-in in the duty roster.',
    },
  },
  CHANNEL_FAILED: {
    ladder: SYSTEM_LADDER,
    mendedAt: null,
    id: {
      title: 'Pesan keluar tidak terkirim',
      advice:
        'Periksa server surel atau gerbang pesan, alamatnya, dan rahasianya. Di dalam Simpul semua orang tetap diberi tahu.',
    },
    en: {
      title: 'Messages do not leave the house',
      advice:
        'Check the mail server or the message gateway, its address and its secret. Inside Simpul everybody is still told.',
    },
  },
  MESSAGE_STUCK: {
    ladder: SYSTEM_LADDER,
    mendedAt: null,
    id: {
      title: 'Sebuah pesan antarbagian sistem berulang kali gagal',
      advice:
        'Periksa catatan pekerja sistem (worker). Percobaan berjalan terus dan berhasil sendiri setelah dibetulkan.',
    },
    en: {
      title: 'A message inside the system keeps failing',
      advice:
        'Look at the log of the worker. The attempts go on and succeed by themselves once it is mended.',
    },
  },
  WORKER_CLOCK: {
    ladder: SYSTEM_LADDER,
    mendedAt: null,
    id: {
      title: 'Jam sebuah pekerja sistem salah, maka ia berhenti bekerja',
      advice: 'Betulkan jam server itu (NTP). Pekerja melanjutkan sendiri dalam semenit.',
    },
    en: {
      title: 'The clock of a worker is wrong, so it rests',
      advice: 'Set the clock of that server right (NTP). The worker goes on by itself within a minute.',
    },
  },
  INVARIANT_BROKEN: {
    ladder: SYSTEM_LADDER,
    mendedAt: null,
    id: {
      title: 'Pemeriksaan jaminan sistem menemukan penyimpangan',
      advice:
        'Jalankan "npm run invariants" di server dan ikuti docs/the-guarantee.md. Jangan membetulkan baris sebelum dipahami.',
    },
    en: {
      title: 'The check of the system’s guarantees found a breach',
      advice:
        'Run "npm run invariants" on the server and follow docs/the-guarantee.md. Repair no row before it is understood.',
    },
  },
  WITNESS_TROUBLED: {
    ladder: SYSTEM_LADDER,
    mendedAt: null,
    id: {
      title: 'Saksi buku catatan diam atau menolak segel terbaru',
      advice:
        'Hubungi kantor saksi itu dan ikuti docs/witness-the-ledger.md. Bila saksi melihat isi yang lain: jangan mengubah apa pun.',
    },
    en: {
      title: 'A witness of the ledger is silent or refuses its newest seal',
      advice:
        'Call the witness’s office and follow docs/witness-the-ledger.md. Where it has seen another content: change nothing.',
    },
  },
  UNUSUAL_READING: {
    ladder: READING_LADDER,
    mendedAt: null,
    ofConduct: true,
    id: {
      title: 'Cara membaca yang tidak biasa',
      advice:
        'Ini bukan tuduhan: sering ada alasan yang wajar. Lihat jejaknya, tanyakan langsung kepada orangnya, lalu selesaikan dengan hasilnya.',
    },
    en: {
      title: 'Reading that is out of the ordinary',
      advice:
        'This is no accusation: there often is a good reason. Look at the trail, ask the person, then end it with what came of it.',
    },
  },
  BAIT_READ: {
    ladder: BAIT_LADDER,
    mendedAt: null,
    ofConduct: true,
    forGuards: true,
    id: {
      title: 'Sebuah berkas umpan dibaca',
      advice:
        'Tidak ada tugas yang membawa orang ke berkas itu. Ini belum tuduhan: lihat apa yang dilakukannya pada halaman Berkas umpan dan jejaknya, tanyakan tanpa menyebut berkasnya, lalu selesaikan dengan hasilnya.',
    },
    en: {
      title: 'A bait was read',
      advice:
        'No duty leads to that file. This is no accusation yet: see on the page Bait what was done, look at the trail, ask without naming the file, then end it with what came of it.',
    },
  },
};

/** The kind of thing under which the ledger names an alarm: what is for guards alone has a kind of its own. */
export function ledgerKind(kind: AlarmKind): 'alarm' | 'bait' {
  return ALARMS[kind].forGuards ? 'bait' : 'alarm';
}

/** What an alarm about somebody's conduct came to. */
export const CONDUCT_OUTCOMES = ['EXPLAINED', 'TO_TALK', 'REPORTED'] as const;
export type ConductOutcome = (typeof CONDUCT_OUTCOMES)[number];

/** Minutes from one rung to the next; at the top, until it calls again. */
export function climbsAfter(kind: AlarmKind, rung: number): number {
  const { ladder } = ALARMS[kind];
  const next = ladder[rung + 1];
  return next ? next.afterMinutes - ladder[rung]!.afterMinutes : CALLS_AGAIN_MINUTES;
}

export function nextRung(kind: AlarmKind, rung: number): number {
  return Math.min(rung + 1, ALARMS[kind].ladder.length - 1);
}

/** Who must act at a rung: its party, where nobody is there the next one's, at the end whoever is left. */
export function mustAct(
  kind: AlarmKind,
  from: number,
  { agencyId, accountId = null }: { agencyId: string | null; accountId?: string | null },
  parties: Parties,
): { rung: number; accounts: readonly string[] } {
  const { ladder, ofConduct, forGuards } = ALARMS[kind];
  for (let rung = from; rung < ladder.length; rung++) {
    const party = partyOf(ladder[rung]!.who, agencyId, parties);
    const accounts = ofConduct ? othersThan(parties, accountId, party) : party;
    if (accounts.length > 0) return { rung, accounts };
  }
  const left = ofConduct
    ? othersThan(parties, accountId, partyOf(forGuards ? 'GUARDS' : 'WATCHERS', agencyId, parties))
    : lastResort(parties);
  return { rung: ladder.length - 1, accounts: left };
}

function partyOf(who: AlarmParty, agencyId: string | null, parties: Parties): readonly string[] {
  switch (who) {
    case 'OWN_HEADS':
      return agencyId ? ofAgency(parties, ['agency_head', 'supervisor'], agencyId) : [];
    case 'OWN_SUPERVISOR':
      return agencyId ? ofAgency(parties, ['supervisor'], agencyId) : [];
    case 'WATCHERS':
      return [...everyoneWithRole(parties, 'integrity_officer'), ...everyoneWithRole(parties, 'auditor')];
    case 'GUARDS':
      return everyoneWithRole(parties, 'integrity_officer');
    case 'IT_OFFICE':
      return everyoneWithRole(parties, 'administrator');
    case 'SUPERVISORS':
      return everyoneWithRole(parties, 'supervisor');
    case 'LEAD_OFFICE':
      return everyoneWithRole(parties, 'dinas_head');
  }
}

export type AlarmAct = 'alarm.acknowledge' | 'alarm.resolve';

/** Whoever sees an open alarm may take it on, once a day, and end it. */
export function alarmActs(alarm: { resolved: boolean; heldNow: boolean }): AlarmAct[] {
  if (alarm.resolved) return [];
  return alarm.heldNow ? ['alarm.resolve'] : ['alarm.acknowledge', 'alarm.resolve'];
}
