import { pupil, violence } from './pathway-conditions.js';
import type { PathRow, Window, Words } from './pathway.js';

type Extra = Pick<PathRow, 'when' | 'condition' | 'figuresOnly'>;

const to =
  (window: Window) =>
  (agencyKind: string | null, services: string[], id: string, en: string, extra: Extra = {}): PathRow => ({
    window,
    agencyKind,
    services,
    reason: { id, en },
    ...extra,
  });

export const firstHour = to('FIRST_HOUR');
export const within24h = to('WITHIN_24H');
export const within7d = to('WITHIN_7D');

export const words = (id: string, en: string): Words => ({ id, en });

export const LEGAL_AID = within7d(
  'LBH',
  ['BANTUAN_HUKUM'],
  'Bantuan dan informasi hukum.',
  'Legal aid and information.',
);
export const PSYCHOLOGIST = within24h(
  'UPTD_PPA_PROVINSI',
  ['PSIKOLOG_KLINIS'],
  'Psikolog klinis.',
  'Clinical psychologist.',
);
export const WITNESS_PROTECTION = within7d(
  'LPSK',
  ['PERLINDUNGAN_LPSK', 'RESTITUSI'],
  'Perlindungan dan restitusi.',
  'Protection and restitution.',
);
export const POLICE_REPORT = within24h(
  'POLRES',
  ['PENEGAKAN_HUKUM'],
  'Kewajiban lapor paling lambat 3x24 jam (UU 12/2022 Ps.41).',
  'Duty to report within 3x24 hours (Act 12/2022 Art. 41).',
  { when: violence('SEKSUAL') },
);
export const SCHOOL = within7d(
  'DISDIKBUD',
  ['LAYANAN_SEKOLAH'],
  'Keamanan anak di sekolah.',
  'Safety at school.',
  {
    when: pupil,
    condition: words(
      'Hanya bila perlu tindakan sekolah dan anak setuju; tanpa kronologi.',
      'Only if the school must act and the child agrees; without the chronology.',
    ),
  },
);
