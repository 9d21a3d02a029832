import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { POLICY, type RouteLine } from '#access';
import {
  done,
  freePort,
  MailServer,
  ownRedis,
  PushService,
  redisBinary,
  ReferralStage,
  startApi,
  until,
  WorkerProcess,
  type Method,
} from '#harness';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { addressOf } from '../access/furnished-case.js';
import { addMachineClient } from '../access/machine-client.js';
import { COLUMNS } from '../access/who-may-call-what.js';
import { COLUMNS_FOR_WORDS, IN_CLEAR, NEEDS_NONE, SEALED } from './canaries/columns.js';
import { saidIn } from './canaries/fields-of-an-answer.js';
import { liveACase } from './canaries/life-of-a-case.js';
import { liveAnOffice, RULE } from './canaries/life-of-an-office.js';
import { foundIn, Planting, type Planted } from './canaries/planting.js';

const TEAM = 'pendamping@uptd-ppa';
const HEAD = 'kepala@uptd-ppa';
const RECEIVERS = ['petugas@rsud-igd', 'kepala@rsud-igd'];
/** Who has business with the case, and in which answers its words may reach them. */
const INSIDERS = [TEAM, HEAD];
const FOR_RECEIVERS = [
  'ReferralPageView',
  'DisclosedFieldView',
  'MessageView',
  'FeedbackView',
  'ResponsibleView',
  'AppointmentView',
  'RejectionView',
  'InboxRowView',
  'TombstoneView',
  'ReferralView',
  'ChannelsView',
  'WorkItemView',
  'SharedNoteView',
  'ConferenceView',
  'AgendaItemView',
  'SeatView',
  'DecisionView',
];

/**
 * Where the words of a form may be read, by whoever the policy lets read that. Written by hand from the policy's fields,
 * never from what the code gives: the first line that fits a place of a form counts.
 */
const MAY_STAND: readonly (readonly [form: RegExp, places: readonly string[]])[] = [
  [/PATCH \/notification-channels/, ['ChannelsView.telephone']],
  [/reveal \/purpose/, ['HistoryEntryView.purpose']],
  [
    /(victims\/0|persons|persons\/\{personId\}) ?\/(name|nik|phone|address|school)$/,
    ['RevealedPerson.*', 'RevealedReportPerson.*', 'DisclosedFieldView.value'],
  ],
  [
    /safeContact\/value$/,
    ['RevealedContact.value', 'RevealedReportContact.value', 'DisclosedFieldView.value'],
  ],
  [
    /safeContact\/(window|note)$/,
    ['MaskedContact.*', 'RevealedContact.*', 'RevealedReportContact.*', 'DisclosedFieldView.value'],
  ],
  [
    /(reporter|reportedPersons\/0)\/(name|phone)$/,
    ['RevealedPerson.*', 'RevealedReportPerson.*', 'DisclosedFieldView.value'],
  ],
  [/\/narrative$/, ['RevealView.narrative', 'ReportRevealView.narrative', 'DisclosedFieldView.value']],
  [/\/externalRef$/, ['ReportPageView.externalRef']],
  [/outside-mandate \/reason/, ['ReportPageView.reason']],
  [/shared-notes \/text/, ['NoteView.text', 'SharedNoteView.text']],
  [/notes \/text/, ['NoteView.text']],
  [/emergency-accesses \/words/, ['EmergencyAccessView.words']],
  [/legal-steps \/number/, ['LegalStepView.number']],
  [/legal-steps \/reason/, ['LegalStepView.reason']],
  [/legal-steps\/\{stepId\}\/withdrawal/, ['StepWithdrawalView.reason']],
  [/conferences \/place/, ['ConferenceView.place']],
  [/conferences \/items\/0\/question/, ['AgendaItemView.question']],
  [/minutes \/items\/0\/discussion/, ['AgendaItemView.discussion']],
  [/minutes \/items\/0\/decisions\/0\/text/, ['DecisionView.text']],
  [/\{conferenceId\}\/cancellation/, ['ConferenceView.cancelReason']],
  [/dissent \/text/, ['SeatView.dissent']],
  [/screenings \/reason/, ['ScreeningView.reason']],
  [/consents \/citation/, ['BasisView.citation']],
  [/consents \/toldWords/, ['BasisView.toldWords']],
  [/consents \/why/, ['BasisView.why']],
  [/waiver \/reason/, ['ProposedWaiverView.reason']],
  [/referrals(\/\{id\})? \/request/, ['ReferralPageView.request', 'DisclosedFieldView.value']],
  [/referrals(\/\{id\})? \/summary/, ['ReferralPageView.summary', 'DisclosedFieldView.value']],
  [/referrals(\/\{id\})? \/purposeFields/, ['ReferralPageView.purposeFields', 'DisclosedFieldView.value']],
  [/(question|answer) \/text/, ['MessageView.text']],
  [
    /acceptance \/responsibleName/,
    ['ResponsibleView.name', 'InboxRowView.responsibleName', 'StoppedReferralView.responsibleName'],
  ],
  [/acceptance \/place/, ['AppointmentView.place']],
  [/rejection \/note/, ['RejectionView.note']],
  [/cancellation \/reason/, ['ReferralPageView.cancellationWords', 'TombstoneView.words']],
  [/completion \/remains/, ['FeedbackView.remains']],
  [/(service-start|confirmation) \/note|(progress|completion|failure) \/text/, ['FeedbackView.text']],
  [/closings \/summary/, ['LatestClosingView.summary']],
  [/closings\/\{id\}\/rejection \/reason/, ['LatestClosingView.decision']],
  [/reopening \/reason/, ['LatestClosingView.reopening']],
  [/aftercare-checks \/note/, ['AftercareView.note']],
  [/urgent-calls \/who/, ['UrgentCallView.who']],
];
/** What staff write that is of no case: whoever the policy lets ask may read it, in these places. */
const OF_NO_CASE: readonly (readonly [form: RegExp, places: readonly string[]])[] = [
  [/POST \/holidays \//, ['HolidayView.name', 'HolidayView.basis']],
  [/office-hours-imports \/basis/, ['HoursPeriodView.basis', 'OfficeHoursView.basis']],
  [/office-hours\/\{id\}\/removal/, ['OfficeHoursView.removalReason']],
  [/deadline-rules\/\{ruleId\}\/versions \/reason/, ['ProposalView.reason']],
  [/deadline-rules\/\{ruleId\}\/versions/, ['RuleTextView.*']],
  [/deadline-rule-versions\/\{id\}\/withdrawal/, ['ProposalView.decisionReason']],
  [
    /directory\/agencies\/\{id\} \/|\/contacts /,
    ['AgencyView.*', 'DirectoryPageView.*', 'DirectoryRowView.*', 'DirectoryFieldView.after', 'DutyView.*'],
  ],
  [
    /directory\/agencies\/\{id\}\/services/,
    [
      'ServiceView.*',
      'DirectoryServiceView.*',
      'DirectoryFieldView.after',
      'DirectoryChangeView.serviceName',
    ],
  ],
  [
    /POST \/accounts \/displayName/,
    ['AccountView.displayName', 'NewcomerView.displayName', 'TrailPersonView.name', 'SightPersonView.name'],
  ],
  [/POST \/accounts \/email/, ['AccountView.email']],
  [/passkeys \/name/, ['FactorView.name']],
  [/alarms\/\{id\}\/resolution/, ['AlarmView.note']],
  [/reviews\/\{id\}\/decision/, ['ReviewView.note']],
];
/** The directory in the words of a standard; no address of a place leaves with it. */
const IN_THE_PACKAGE = /directory\/agencies\/\{id\} \/(?!address)|\/contacts |agencies\/\{id\}\/services/;
/** In which answers words of the case may reach somebody. */
function answersFor(who: string): (answer: string) => boolean {
  if (INSIDERS.includes(who)) return () => true;
  return (answer) => RECEIVERS.includes(who) && FOR_RECEIVERS.includes(answer);
}

/** Somebody of every role, and more of those who have business with cases. */
const PEOPLE: readonly (readonly [role: string, who: string])[] = [
  ...Object.entries(COLUMNS),
  ['IC', 'konselor@puspaga'],
  ['AO', 'petugas@dinkes'],
  ['AH', 'kepala@dinkes'],
  ['AO', 'petugas@dinsos-rehab'],
];

/** Documents whose tables and columns a standard names, and no policy of ours; what they say is searched like the rest. */
const OF_A_STANDARD = ['HsdsPackageView'];

const isAmong = (places: readonly string[], place: string): boolean =>
  places.some((one) => one === place || (one.endsWith('.*') && place.startsWith(one.slice(0, -1))));
const mayStand = ({ at }: Planted, place: string, isAnswerFor: (answer: string) => boolean): boolean => {
  const ofNoCase = OF_NO_CASE.find(([form]) => form.test(at))?.[1];
  if (place.startsWith('HsdsPackageView.')) return IN_THE_PACKAGE.test(at);
  if (ofNoCase) return isAmong(ofNoCase, place);
  return (
    isAmong(MAY_STAND.find(([form]) => form.test(at))?.[1] ?? [], place) && isAnswerFor(place.split('.')[0]!)
  );
};
/** What says nothing about a client says the same to everybody. */
const sameForAll = ({ relations, roles }: RouteLine): boolean => relations.length === 0 && roles.length > 10;
const ADDRESS_OF: Readonly<Record<string, string>> = { webhook: '/telephone', mail: 'POST /accounts /email' };
const isProblem = (headers: unknown): boolean =>
  String((headers as Record<string, unknown>)['content-type']).startsWith('application/problem+json');
const named = (found: readonly Planted[]): string => found.map(({ at }) => at).join(', ');

describe('a word of its own in every field of a case', () => {
  let stage: ReferralStage;
  let mail: MailServer;
  let push: PushService;
  let gateway: Server;
  let worker: WorkerProcess;
  let known: Awaited<ReturnType<typeof liveACase>>;
  let ofTheOffice: Awaited<ReturnType<typeof liveAnOffice>>;
  let metrics: number[];
  let env: Record<string, string>;
  const planting = new Planting();
  const called: string[] = [];
  const heard: Parameters<typeof liveACase>[2] = [];
  const streams: { who: string; text: string; end: () => void }[] = [];
  let printed = '';

  beforeAll(async () => {
    mail = await MailServer.start();
    push = await PushService.start();
    gateway = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString('utf8')));
      request.on('end', () => {
        called.push(`${request.url} ${JSON.stringify(request.headers)} ${body}`);
        response.writeHead(202).end();
      });
    });
    await new Promise<void>((listening) => gateway.listen(0, '127.0.0.1', () => listening()));
    metrics = [await freePort(), await freePort()];
    env = {
      SMTP_URL: mail.url,
      SIMPUL_MAIL_FROM: 'simpul@kota.example',
      SIMPUL_PUSH_CONTACT: 'mailto:it@kota.example',
      SIMPUL_PUSH_HOSTS: push.host,
      SIMPUL_GATEWAY_URL: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/in`,
      SIMPUL_GATEWAY_SECRET: `whsec_${randomBytes(32).toString('base64')}`,
      SIMPUL_API_METRICS_PORT: String(metrics[0]),
    };
    for (const stream of [process.stdout, process.stderr])
      jest.spyOn(stream, 'write').mockImplementation((text) => Boolean((printed += String(text))));
    stage = await ReferralStage.open(env);
    await addMachineClient(stage.database);
    await push.behave({ now: Date.parse('2026-04-14T19:30:00+07:00') / 1_000 });
    for (const who of [HEAD, RECEIVERS[0]!, 'petugas@dinkes']) streams.push(await listening(who));
    await addDevice();
    known = await liveACase(stage, planting, heard);
    ofTheOffice = await liveAnOffice(stage, planting, heard, known);
    const { SIMPUL_API_METRICS_PORT: _, ...shared } = env;
    const ports = { SIMPUL_WORKER_METRICS_PORT: String(metrics[1]) };
    worker = await WorkerProcess.start({ ...stage.database.env, ...shared, ...ports });
    await until('everybody is told by every way', async () => {
      const { rows } = await stage.admin.query<{ n: number }>(
        `select (select count(*) from simpul.outbox where relayed_at is null)::int as n`,
      );
      return rows[0]!.n === 0 && mail.taken.length > 0 && called.length > 0 && push.pushed.length > 0;
    });
  }, 120_000);
  afterAll(async () => {
    jest.restoreAllMocks();
    for (const { end } of streams) end();
    await worker?.end('SIGKILL');
    await stage?.close();
    await mail?.kill();
    await push?.kill();
    gateway?.close();
  });

  const cookieOf = async (mailbox: string): Promise<string> => {
    const { DEMO_PASSWORD: password } = await import('../../apps/launch/src/demo-accounts.js');
    const answer = await stage.api.nobody.post('/sessions', { email: `${mailbox}.simpul.example`, password });
    return String(answer.headers['set-cookie']).split(';')[0]!;
  };
  /** What somebody's open page hears while all this happens. */
  const listening = async (who: string): Promise<(typeof streams)[number]> => {
    const answer = await stage.api.app.inject({
      method: 'GET',
      url: '/api/events',
      headers: { cookie: await cookieOf(who) },
      payloadAsStream: true,
    });
    const stream = answer.stream();
    const ear = { who, text: '', end: () => void stream.destroy() };
    stream.on('data', (part: Buffer) => (ear.text += part.toString('utf8')));
    stream.on('error', () => undefined);
    return ear;
  };
  const addDevice = async (): Promise<void> => {
    const { pushKey } = done(await stage.hospital.get<{ pushKey: string }>('/notification-channels'));
    const device = { ...(await push.subscribe(pushKey)), browser: 'CHROME', system: 'ANDROID' };
    done(await stage.hospital.post('/notification-devices', device));
  };
  const ofTheOfficeIn = (path: string): string =>
    path
      .replace('{ruleId}', RULE)
      .replace('/directory/agencies/{id}', `/directory/agencies/${ofTheOffice.listedId}`)
      .replace('/reviews/{id}', `/reviews/${ofTheOffice.reviewId}`);
  const split = ({ route }: RouteLine): [Method, string] => route.split(' ') as [Method, string];

  it('many words in many forms', () => {
    expect(planting.all.length).toBeGreaterThan(80);
    expect(new Set(planting.all.map(({ at }) => at.split(' /').slice(0, 2).join())).size).toBeGreaterThan(20);
  });

  it('is said to those who may read it, in the fields that the policy gives it, and to nobody else', async () => {
    const wrong = new Set<string>();
    const seen = new Set<string>();
    const judge = (who: string, line: RouteLine, body: unknown, headers: unknown): void => {
      const inHead = foundIn(JSON.stringify(headers), planting.all);
      if (inHead.length > 0) wrong.add(`${who} ${line.route}: a header holds ${named(inHead)}`);
      const isAnswerFor = answersFor(who);
      // Most answers are long and hold none: one look at all of it, and then at each text only where there is one.
      const held = foundIn(JSON.stringify(body ?? ''), planting.all);
      for (const { place, text } of saidIn(body, line.answer)) {
        if (place === '?' && line.answer && !OF_A_STANDARD.includes(line.answer) && !isProblem(headers))
          wrong.add(`${line.route}: ${text.slice(0, 60)} is no field of the policy`);
        for (const planted of held.length > 0 ? foundIn(text, held) : [])
          if (mayStand(planted, place, isAnswerFor)) seen.add(place);
          else wrong.add(`${who} ${line.route}: ${place} holds ${planted.at}`);
      }
    };
    const lineOf = (route: string) => POLICY.routes.find((line) => line.route === route)!;
    for (const { route, who, answer } of heard) judge(who, lineOf(route), answer.body, answer.headers);
    // Whoever may ask, and one who may not: what a refusal says is the same for all of them.
    const askers = ({ roles }: RouteLine): string[] => {
      const allowed = PEOPLE.filter(([role]) => roles.includes(role));
      return [...allowed, ...PEOPLE.filter(([role]) => !roles.includes(role)).slice(0, 1)].map(
        ([, who]) => who,
      );
    };
    for (const line of POLICY.routes.filter(
      ({ route }) => route.startsWith('GET ') && route !== 'GET /events',
    ))
      for (const report of line.route.startsWith('GET /reports/{id}')
        ? [known.reportId, known.outsideId]
        : [known.reportId])
        for (const who of sameForAll(line) ? [TEAM] : askers(line)) {
          const address = addressOf(ofTheOfficeIn(split(line)[1]), { ...known, reportId: report });
          const { body, headers } = await stage.api.as(who).send('GET', address);
          judge(who, line, body, headers);
        }
    expect([...wrong]).toEqual([]);
    // And it is really said there: a search that finds nothing proves nothing.
    for (const place of [
      'NoteView.text',
      'RevealView.narrative',
      'RevealedPerson.nik',
      'MessageView.text',
      'ReferralPageView.request',
      'EmergencyAccessView.words',
      'LegalStepView.number',
      'AgendaItemView.discussion',
      'SeatView.dissent',
      'SharedNoteView.text',
      'AftercareView.note',
      'UrgentCallView.who',
      'ProposalView.reason',
      'DirectoryServiceView.description',
      'ReviewView.note',
      'AlarmView.note',
    ])
      expect(seen).toContain(place);
  }, 180_000);

  it('leaves the house by no way: no mail, no push, no webhook, no open page, no export, no figures', async () => {
    const ways: Record<string, string> = {
      mail: mail.taken.map((one) => JSON.stringify(one)).join('\n'),
      push: push.pushed.map((one) => JSON.stringify(one)).join('\n'),
      webhook: called.join('\n'),
      pages: streams.map(({ text }) => text).join('\n'),
      export: JSON.stringify(
        (await stage.api.as('auditor@inspektorat').get('/audit/export?reason=VERIFICATION')).body,
      ),
      'figures of the API': await (await fetch(`http://127.0.0.1:${metrics[0]}/metrics`)).text(),
      'figures of the worker': await (await fetch(`http://127.0.0.1:${metrics[1]}/metrics`)).text(),
    };
    for (const [way, text] of Object.entries(ways)) {
      expect([way, text.length > 100]).toEqual([way, true]);
      // One's own number or address is where the message goes to, and in nothing else of it.
      const found = foundIn(text, planting.all).filter(({ at }) => !at.endsWith(ADDRESS_OF[way] ?? ' '));
      expect([way, named(found)]).toEqual([way, '']);
    }
  });

  it('stands in no key and no value that is written to a queue on Redis', async () => {
    const binary = redisBinary();
    // CI has one; a machine without says so, and the queue on PostgreSQL is searched with the tables.
    if (!binary) return void printed.concat('SKIPPED: no redis-server or valkey-server on this machine');
    const redis = await ownRedis(binary);
    const monitor = await redis.client.monitor();
    const said: string[] = [];
    monitor.on('monitor', (_time: string, args: string[]) => said.push(args.join(' ')));
    const { SIMPUL_API_METRICS_PORT: _, ...shared } = env;
    const other = await startApi(stage.database, { ...shared, QUEUE_URL: redis.url });
    try {
      const note = planting.into('while Redis listens', { text: 'x', audience: 'TEAM' });
      done(await other.as(TEAM).post(`/cases/${known.caseId}/notes`, note));
      // A bell is named for the row that it rings for.
      await until('a bell is rung on Redis', async () =>
        said.some((line) => /outbox\.[0-9a-f-]{36}/.test(line)),
      );
      expect(named(foundIn(said.join('\n'), planting.all))).toBe('');
    } finally {
      await other.close();
      monitor.disconnect();
      await redis.close();
    }
  }, 60_000);

  it('stands in no line that a program prints, whatever was wrong with a form', async () => {
    const start = printed.length;
    for (const body of [
      planting.into('wrong form', { name: 'x', narrative: 'x', victims: [{ name: 'x', nik: '1' }] }),
      planting.into('wrong form', { channel: 'x y', isAdmin: 'x y' }),
    ])
      expect((await stage.sender.post('/reports', body)).status).toBe(400);
    const { word } = planting.all[0]!;
    for (const path of [
      `/cases?q=${word}`,
      `/cases/${word}`,
      `/${word}/%ZZ`,
      `/audit/entries?caseId=${word}`,
    ])
      await stage.sender.get(path);
    await stage.sender.send('POST', '/cases/matches', `{"name":"${word}`, {
      'content-type': 'application/json',
    });
    // A fault of ours, in the middle of a form.
    await stage.admin.query(`alter table simpul.case_note add constraint broken check (false) not valid`);
    const note = planting.into('a fault', { text: 'x', audience: 'TEAM' });
    expect((await stage.sender.post(`/cases/${known.caseId}/notes`, note)).status).toBe(500);
    await stage.admin.query('alter table simpul.case_note drop constraint broken');
    expect(printed.slice(start)).toContain('Problem');
    expect(named(foundIn(printed, planting.all))).toBe('');
    expect(named(foundIn(worker.printed, planting.all))).toBe('');
  });

  const columnsWithWords = async (): Promise<Map<string, string>> => {
    const { rows: tables } = await stage.admin.query<{ name: string; short: string }>(
      `select format('%I.%I', schemaname, tablename) as name, format('%s.%s', schemaname, tablename) as short
         from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const found = new Map<string, string>();
    for (const { name, short } of tables) {
      const { rows } = await stage.admin.query<{ key: string; text: string }>(
        `select c.key, string_agg(c.value, E'\\n') as text from ${name} t, jsonb_each_text(to_jsonb(t)) c group by 1`,
      );
      for (const { key, text } of rows) {
        const words = foundIn(text ?? '', planting.all);
        if (words.length > 0) found.set(`${short}.${key}`, named(words));
      }
    }
    return found;
  };

  it('is in clear in no column but those on the list: tables, outbox, queue, ledger, kept answers', async () => {
    const found = await columnsWithWords();
    expect([...found].filter(([column]) => !IN_CLEAR.has(column))).toEqual([]);
    expect(new Set(found.keys())).toEqual(new Set(IN_CLEAR.keys()));
  });

  it('stands in every column that people write to: each is planted, or on the list of those that need none', async () => {
    const { rows } = await stage.admin.query<{ name: string }>(COLUMNS_FOR_WORDS);
    const columns = rows.map(({ name }) => name);
    const sealed = Object.keys(SEALED).map((column) => `simpul.${column}_sealed`);
    const lists = [...IN_CLEAR.keys(), ...sealed, ...NEEDS_NONE];
    expect(columns.filter((column) => !lists.includes(column))).toEqual([]);
    expect(lists.filter((column, at) => !columns.includes(column) || lists.indexOf(column) !== at)).toEqual(
      [],
    );
    const unplanted = Object.entries(SEALED).filter(
      ([, form]) => !planting.all.some(({ at }) => form.test(at)),
    );
    expect(unplanted).toEqual([]);
    const filled = sealed.map((column) => {
      const [schema, table, name] = column.split('.');
      return `select '${column}' as name where not exists (select from ${schema}.${table} where ${name} is not null)`;
    });
    expect((await stage.admin.query(filled.join(' union all '))).rows).toEqual([]);
  });

  it('would be found, if it stood in a row', async () => {
    await stage.admin.query(`create table simpul.leaky as select decode($1, 'hex') as kept`, [
      Buffer.from(`x ${planting.all[3]!.word}`).toString('hex'),
    ]);
    const found = await columnsWithWords();
    await stage.admin.query('drop table simpul.leaky');
    expect(found.get('simpul.leaky.kept')).toBe(planting.all[3]!.at);
  });
});
