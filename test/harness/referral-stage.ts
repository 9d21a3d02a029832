import pg from 'pg';
import { startApi, type Answer, type Person, type RunningApi } from './api.js';
import { freshDatabase, type FreshDatabase } from './fresh-database.js';

export interface RefusalBody {
  status: number;
  code: string;
  current?: { status: string };
  errors?: { pointer: string; code: string }[];
  missing?: { dataClass: string; code: string }[];
}

export interface ReferralBody {
  id: string;
  number: string | null;
  caseId?: string;
  status: string;
  availableActs: string[];
  openedAt: string | null;
  receivedAt: string | null;
  acceptedAt: string | null;
  risk: string | null;
  request?: string;
  summary?: string;
  responsible: { name: string | null } | null;
  appointment: { at: string; place: string | null } | null;
  rejection: { reason: string; note: string | null } | null;
  tombstone?: { reason: string; words: string };
  disclosure?: { fields: { field: string; level: string; value?: string }[] };
  deadlines: {
    ruleId: string;
    status: string;
    dueAt: string;
    owes: { agencyName?: string; accountName?: string };
  }[];
  messages: { kind: string; text: string; authorName: string }[];
  feedback: { kind: string; text: string | null; outcome: string | null; reason: string | null }[];
  moves: { act: string; actorName: string | null }[];
  alternatives: { code: string; covered: boolean }[];
}

const NOW = '2026-04-14T19:30:00+07:00';

/** Kinanti's case (vignette 2), screened as high risk, with consent for the hospital; every name and text a canary. */
const REPORT = {
  channel: 'TELEPON',
  reporter: { kind: 'KORBAN' },
  clientSafeNow: 'NO',
  narrative: 'NARASI-RAHASIA suami marah.',
  violenceTypes: ['FISIK', 'PSIKIS'],
  contexts: ['KDRT'],
  place: 'RUMAH_TANGGA',
  online: false,
  victims: [
    {
      name: 'Kinanti Rekaan',
      nik: '1674014107929951',
      sex: 'P',
      ageYears: 34,
      phone: '0812-0000-4201',
      address: 'Jalan Umpama 12',
      regionCode: '16.74.01.1001',
      safeContact: { channel: 'TELEPON', value: '0812-0000-4209', note: 'Telepon tetangga.' },
    },
    { name: 'Bima Rekaan', sex: 'L', ageYears: 7, school: 'SD Contoh 3' },
  ],
  reportedPersons: [{ name: 'Wirasena Umpama', sex: 'L', ageYears: 38, relation: 'SUAMI_ISTRI' }],
};
const SCOPES = ['IDENTITY', 'CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY'];

/** A running API with everything a referral needs, and short ways to do the usual things. */
export class ReferralStage {
  database: FreshDatabase;
  api: RunningApi;
  admin: pg.Client;
  agencies: Map<string, string>;

  /** `env`: what the API is told besides the database. */
  static async open(env: Record<string, string> = {}): Promise<ReferralStage> {
    const database = await freshDatabase({ seeded: true });
    const api = await startApi(database, env);
    // Before anybody signs in: a proof of being there that was given later than now would never grow old.
    await database.setClock(NOW);
    return ReferralStage.over(database, api);
  }

  /** The same ways over an API that runs already, as a browser's does; the clock stays as it is. */
  static async over(database: FreshDatabase, api: RunningApi): Promise<ReferralStage> {
    const stage = Object.assign(new ReferralStage(), { database, api });
    stage.admin = new pg.Client(database.urls.admin);
    await stage.admin.connect();
    const { items } = done(await stage.sender.get<{ items: { id: string; code: string }[] }>('/agencies'));
    stage.agencies = new Map(items.map((agency) => [agency.code, agency.id]));
    return stage;
  }

  async close(): Promise<void> {
    await this.admin?.end();
    await this.api?.close();
    await this.database?.drop();
  }

  get sender(): Person {
    return this.api.as('pendamping@uptd-ppa');
  }
  get hospital(): Person {
    return this.api.as('petugas@rsud-igd');
  }

  async openCase(
    change: object = {},
    risk: object | null = { redFlags: ['CEKIKAN', 'SENJATA'], risk: 'TINGGI' },
  ): Promise<string> {
    const { caseId } = done(await this.sender.post<{ caseId: string }>('/reports', { ...REPORT, ...change }));
    if (risk) done(await this.sender.post(`/cases/${caseId}/screenings`, risk));
    return caseId;
  }

  async consent(caseId: string, receiverKind: string, change: object = {}): Promise<string> {
    const body = {
      ...{
        basis: 'PERSETUJUAN',
        answer: 'GIVEN',
        receiverKind,
        scopes: SCOPES,
        givenBy: 'SELF',
        howRecorded: 'LISAN',
        ...{ textVersion: 'persetujuan/2026-1', language: 'INDONESIA', noWitness: 'ALONE' },
      },
      ...change,
    };
    return done(await this.sender.post<{ id: string }>(`/cases/${caseId}/consents`, body)).id;
  }

  tryDraft(
    caseId: string,
    agency: string,
    serviceCode: string,
    change: object = {},
  ): Promise<Answer<ReferralBody & RefusalBody>> {
    return this.sender.post(`/cases/${caseId}/referrals`, {
      toAgencyId: this.agencies.get(agency),
      serviceCode,
      urgency: 'SEGERA',
      request: 'Pemeriksaan leher dan suara serak.',
      summary: 'Perlu pemeriksaan hari ini.',
      purposeFields: { complaint: 'Leher sakit.', spvPresent: false },
      ...change,
    });
  }

  async draft(
    caseId: string,
    agency = 'rsud-igd',
    serviceCode = 'KESEHATAN',
    change: object = {},
  ): Promise<string> {
    return done(await this.tryDraft(caseId, agency, serviceCode, change)).id;
  }

  /** A referral to the hospital that has just been sent. */
  async sent(): Promise<{ caseId: string; id: string; consentId: string }> {
    const caseId = await this.openCase();
    const consentId = await this.consent(caseId, 'RSUD');
    const id = await this.draft(caseId);
    done(await this.sender.post(`/referrals/${id}/sending`));
    return { caseId, id, consentId };
  }

  /** Ends a case past its triggers, whatever is left in it: for what is refused afterwards. */
  async endCase(caseId: string): Promise<void> {
    await this.admin.query(`begin; set local session_replication_role = replica;
      update simpul.case_file set closed_at = simpul.now() where id = '${caseId}'; commit`);
  }

  act(
    person: Person,
    id: string,
    noun: string,
    body: object = {},
  ): Promise<Answer<ReferralBody & RefusalBody>> {
    return person.post(`/referrals/${id}/${noun}`, body);
  }

  async page(person: Person, id: string): Promise<ReferralBody> {
    return done(await person.get<ReferralBody>(`/referrals/${id}`));
  }

  /** Runs SQL as the API's own role inside the context of a signed-in person: row-level security alone answers. */
  async asRole<T extends object>(mailbox: string, sql: string, params: unknown[] = []): Promise<T[]> {
    return this.within(mailbox, async (client) => (await client.query(sql, params as never[])).rows as T[]);
  }

  /** The same for more than one statement, in one transaction that is never committed. */
  async within<T>(mailbox: string, look: (client: pg.Client) => Promise<T>): Promise<T> {
    const answer = await this.api.nobody.post('/sessions', {
      email: `${mailbox}.simpul.example`,
      password: (await import('../../apps/launch/src/demo-accounts.js')).DEMO_PASSWORD,
    });
    const token = /=([^;]+)/.exec(String(answer.headers['set-cookie']))![1]!;
    const client = new pg.Client(this.database.urls.api);
    await client.connect();
    try {
      await client.query('begin');
      const entered = await client.query('select 1 from ctx.enter($1)', [decodeURIComponent(token)]);
      if (entered.rowCount !== 1) throw new Error('no session');
      return await look(client);
    } finally {
      await client.end();
    }
  }
}

/** Fails with what the API said, so that a red test tells why. */
export function done<T>(answer: Answer<T>): T {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}
