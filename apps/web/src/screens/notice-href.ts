import type { Notice } from '../api/contract';

type Leads = Notice['leadsTo'];

/** The pages that the server may lead to; `id` is the thing's, where the page is of one thing. */
const PATHS: Record<Leads['page'], (id: string) => string> = {
  case: (id) => `/kasus/${id}`,
  caseDeadlines: (id) => `/kasus/${id}?bagian=tenggat`,
  referral: (id) => `/rujukan/${id}`,
  report: (id) => `/laporan/${id}`,
  cases: () => '/kasus',
  inbox: () => '/masuk',
  deadlines: () => '/tenggat',
  alarms: () => '/peringatan',
  audit: () => '/audit',
  reviews: () => '/tinjauan',
  integrity: () => '/integritas',
  emergency: () => '/akses-darurat',
  rules: () => '/aturan',
  calendar: () => '/kalender',
  directory: () => '/direktori?periksa=1',
  roster: () => '/piket',
  channels: () => '/lainnya',
  ownAccount: () => '/keamanan',
  newcomers: () => '/rekan-baru',
  recoveries: () => '/pemulihan',
  departures: () => '/serah-terima',
  transfers: () => '/pelimpahan',
};

/** Where a notice leads: the server says which page its reader may open. */
export function noticeHref({ leadsTo: { page, id = '' } }: Notice): string {
  return PATHS[page](id);
}
