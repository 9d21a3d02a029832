import { done, freshDatabase, startApi, type FreshDatabase, type Person, type RunningApi } from '#harness';
import { AuditModule } from '#audit';
import { loadConfig } from '#config';
import { DatabaseModule } from '#database';
import { DeadlinesJobsModule, DeadlinesModule, DeadlineSweep } from '#deadlines';
import { NotificationsJobsModule } from '#notifications';
import { OutboxRelay, QueueJobsModule } from '#queue';
import { VaultModule } from '#vault';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import type { Act } from './acts.js';
import type { Send } from './calculator.js';
import { minuteOf, textOf, type Minute } from './office-days.js';

@Module({})
class CityWorker {}

const KINDS: Record<string, { kind: string; service: string }> = {
  'rsud-igd': { kind: 'RSUD', service: 'KESEHATAN' },
  'puskesmas-barat': { kind: 'PUSKESMAS', service: 'KESEHATAN' },
  dinkes: { kind: 'DINKES', service: 'KESEHATAN' },
  'dinsos-rehab': { kind: 'DINSOS', service: 'REHABILITASI_SOSIAL' },
  'lbh-contoh': { kind: 'LBH', service: 'BANTUAN_HUKUM' },
};
const NOUNS: Record<string, [string, object]> = {
  acknowledge: ['receipt', {}],
  ask: ['question', { text: 'Pertanyaan rekaan?' }],
  answer: ['answer', { text: 'Jawaban rekaan.' }],
  reject: ['rejection', { reason: 'KAPASITAS_PENUH' }],
  start: ['service-start', {}],
  report: ['progress', { text: 'Kemajuan rekaan.' }],
  complete: ['completion', { outcome: 'SELESAI', text: 'Hasil rekaan.' }],
  fail: ['failure', { reason: 'KORBAN_MENOLAK', text: 'Sebab rekaan.' }],
  cancel: ['cancellation', { reason: 'Sebab rekaan.' }],
  confirm: ['confirmation', { clientAnswer: 'NOT_ASKED' }],
};
const BY_HAND: Record<string, [string, object]> = {
  answerCall: ['acknowledgement', {}],
  pause: ['pause', { reason: 'Sebab rekaan.' }],
  resume: ['resumption', {}],
  remind: ['reminder', {}],
  waive: ['waiver', { reason: 'Sebab rekaan.' }],
  approveWaiver: ['waiver-approval', {}],
};

/** The real city: the API, the worker's sweep and relay, and the database's clock, which jumps from moment to moment. */
export class City {
  readonly database: FreshDatabase;
  private api: RunningApi;
  private admin: pg.Client;
  private worker: INestApplicationContext;
  private agencies: Map<string, string>;
  private readonly ids = new Map<string, string>();
  private readonly holidays = new Map<string, string>();
  private readonly consents = new Set<string>();

  static async open(): Promise<City> {
    const city = new City();
    const database = await freshDatabase({ seeded: true });
    Object.assign(city, { database });
    city.api = await startApi(database);
    city.admin = new pg.Client(database.urls.admin);
    await city.admin.connect();
    const imports = [
      DatabaseModule.forRole(database.urls.worker),
      VaultModule.withKeyFile(database.env.SIMPUL_MASTER_KEY_FILE),
      AuditModule,
      QueueJobsModule,
      DeadlinesModule.inZone('Asia/Jakarta'),
      DeadlinesJobsModule,
      NotificationsJobsModule.forConfig(loadConfig(database.env)),
    ];
    city.worker = await NestFactory.createApplicationContext(
      { module: CityWorker, imports },
      { logger: false },
    );
    const { rows } = await city.admin.query<{ code: string; id: string }>(
      'select code, id from simpul.agency',
    );
    city.agencies = new Map(rows.map(({ code, id }) => [code, id]));
    return city;
  }

  async close(): Promise<void> {
    await this.worker?.close();
    await this.admin?.end();
    await this.api?.close();
    await this.database?.drop();
  }

  /**
   * Sets the database's clock as the harness does, on the connection that is open: there are thousands of moments.
   * Whoever sits at a desk stays signed in; how sessions end is tested elsewhere.
   */
  async at(minute: Minute): Promise<void> {
    await this.admin.query(
      `create or replace function simpul.now() returns timestamptz language sql stable
         as $$ select timestamptz '${textOf(minute)}:00+07:00' $$;
       update simpul.session set last_seen_at = simpul.now(), expires_at = simpul.now() + interval '1 hour'`,
    );
  }

  /** One round of the worker; returns how many steps fired. What it left for now, `nextStep` names again. */
  async work(): Promise<number> {
    const fired = await this.worker.get(DeadlineSweep).pass();
    // Twice: telling may open an alarm, and that goes out a second later.
    for (let pass = 0; pass < 2; pass++) await this.worker.get(OutboxRelay).pass();
    return fired;
  }

  /** The earliest time that the engine itself has planned for anything. */
  async nextStep(): Promise<Minute> {
    const { rows } = await this.admin.query<{ at: string | null }>(
      `select to_char(min(fire_at) at time zone 'Asia/Jakarta', 'YYYY-MM-DD HH24:MI') as at
         from simpul.deadline_step where status = 'pending'`,
    );
    return rows[0]!.at === null ? Infinity : minuteOf(rows[0]!.at);
  }

  /** What is done in one minute: each case's acts one after another, the cases side by side, as in an office. */
  async doAll(acts: readonly Act[]): Promise<void> {
    const cases = new Set(acts.map(caseOf));
    await Promise.all(
      [...cases].map(async (label) => {
        for (const act of acts.filter((one) => caseOf(one) === label)) await this.do(act);
      }),
    );
  }

  private async do(act: Act): Promise<void> {
    const person = this.api.as(act.by);
    if (act.does === 'open') return this.openCase(act);
    if (act.does === 'send') return this.sendReferral(act);
    if (act.does === 'leave' || act.does === 'return') return this.suspend(act.by, act.does === 'leave');
    if (act.does === 'holiday') return this.addHoliday(person, act.date!);
    if (act.does === 'takeBack')
      return void (await post(person, `/holidays/${this.holidays.get(act.date!)}/removal`, {
        reason: 'Keliru.',
      }));
    if (act.does in BY_HAND) {
      const [noun, body] = BY_HAND[act.does]!;
      return void (await post(person, `/deadlines/${await this.clock(act)}/${noun}`, body));
    }
    const id = this.ids.get(act.of)!;
    if (act.does === 'milestone')
      return void (await post(person, `/cases/${id}/milestones`, { kind: act.kind }));
    if (act.does === 'note')
      return void (await post(person, `/cases/${id}/notes`, { text: 'Catatan rekaan.' }));
    const [noun, body] = act.does === 'accept' ? ['acceptance', acceptance(act)] : NOUNS[act.does]!;
    await post(person, `/referrals/${id}/${noun}`, body);
  }

  /** Everything that anybody was told, in the words of the script; the later rungs of an alarm have their own specs. */
  async sends(): Promise<Send[]> {
    const labels = new Map([...this.ids].map(([label, id]) => [id, label]));
    const { rows } = await this.admin.query<Send>(
      `select to_char(n.created_at at time zone 'Asia/Jakarta', 'YYYY-MM-DD HH24:MI') as at,
              coalesce(n.referral_id, n.case_id)::text as of, coalesce(d.slug, '') as rule, coalesce(s.rung, '') as rung,
              n.message, replace(a.email, '.simpul.example', '') as who
         from simpul.notification n join simpul.account a on a.id = n.account_id
         left join simpul.deadline_step s on s.id = n.step_id left join simpul.deadline d on d.id = s.deadline_id`,
    );
    return rows.map((row) => ({ ...row, of: labels.get(row.of) ?? row.of }));
  }

  private async openCase({ of, by, risk, sexual }: Act): Promise<void> {
    const person = this.api.as(by);
    const { caseId } = await post<{ caseId: string }>(person, '/reports', {
      channel: 'DATANG_LANGSUNG',
      reporter: { kind: 'KORBAN' },
      clientSafeNow: 'YES',
      narrative: 'Cerita rekaan.',
      violenceTypes: [sexual ? 'SEKSUAL' : 'PSIKIS'],
      contexts: [sexual ? 'TPKS' : 'KDRT'],
      victims: [{ name: 'Umpama Reka', sex: 'P', ageYears: 30 }],
      reportedPersons: [],
    });
    await post(person, `/cases/${caseId}/screenings`, { redFlags: [], risk });
    this.ids.set(of, caseId);
  }

  private async sendReferral({ of, by, to, replaces }: Act): Promise<void> {
    const person = this.api.as(by);
    const caseId = this.ids.get(caseOf({ of }))!;
    const { kind, service } = KINDS[to!]!;
    await this.consent(person, caseId, kind);
    const draft = await post<{ id: string }>(person, `/cases/${caseId}/referrals`, {
      toAgencyId: this.agencies.get(to!),
      serviceCode: service,
      urgency: 'BIASA',
      request: 'Permintaan rekaan.',
      ...(replaces && { followsReferralId: this.ids.get(replaces) }),
    });
    await post(person, `/referrals/${draft.id}/sending`);
    this.ids.set(of, draft.id);
  }

  private async consent(person: Person, caseId: string, receiverKind: string): Promise<void> {
    const key = `${caseId} ${receiverKind}`;
    if (this.consents.has(key)) return;
    this.consents.add(key);
    await post(person, `/cases/${caseId}/consents`, {
      ...{ basis: 'PERSETUJUAN', answer: 'GIVEN', receiverKind, givenBy: 'SELF', howRecorded: 'LISAN' },
      ...{ textVersion: 'persetujuan/2026-1', language: 'INDONESIA', noWitness: 'ALONE' },
      scopes: ['IDENTITY', 'CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY'],
    });
  }

  private async addHoliday(person: Person, date: string): Promise<void> {
    const day = { date, kind: 'LOCAL', regionCode: '16.74', name: 'Libur rekaan', basis: 'Perwali rekaan' };
    this.holidays.set(date, (await post<{ id: string }>(person, '/holidays', day)).id);
  }

  private async suspend(mailbox: string, away: boolean): Promise<void> {
    // An account with work on it does not end in the product (decision 0155); here it is what nobody may come to, and is.
    await this.admin.query('begin; set local session_replication_role = replica');
    await this.admin.query('update simpul.account set active = $2 where email = $1', [
      `${mailbox}.simpul.example`,
      !away,
    ]);
    await this.admin.query('commit');
  }

  private async clock({ of, rule }: Act): Promise<string> {
    const { rows } = await this.admin.query<{ id: string }>(
      `select id from simpul.deadline where coalesce(referral_id, case_id) = $1 and slug ~ $2
          and status in ('running', 'paused', 'missed')`,
      [this.ids.get(of), `^${rule}(-(high|medium|low))?$`],
    );
    if (rows.length !== 1) throw new Error(`${rows.length} open clocks of ${rule} for ${of}`);
    return rows[0]!.id;
  }
}

function caseOf({ of }: { of: string }): string {
  return of.split('-')[0]!;
}

function acceptance({ named }: Act): object {
  return named ? {} : { responsibleName: 'dr. Rekaan' };
}

/** Without an idempotency key: nobody repeats anything here, and a sealed answer costs time. */
async function post<T>(person: Person, path: string, body: object = {}): Promise<T> {
  try {
    return done(await person.send<T>('POST', path, body));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
}
