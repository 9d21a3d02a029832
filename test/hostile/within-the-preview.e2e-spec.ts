import { POLICY } from '#access';
import { done, ReferralStage, until } from '#harness';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addressOf } from '../access/furnished-case.js';
import { validBodies, type KnownIds } from '../access/valid-bodies.js';
import { readPdfText } from '../harness/read-pdf.mjs';
import { foundIn, Planting, type Planted } from './canaries/planting.js';

interface Shown {
  field: string;
  level: 'NONE' | 'MASKED' | 'FULL';
  maxLevel: 'NONE' | 'MASKED' | 'FULL';
  value?: string;
}
/** One agency that gets a referral of the case, with what the sender saw of it before it went. */
interface Receiver {
  code: string;
  service: string;
  byLink?: boolean;
  referralId: string;
  consentId: string;
  preview: Shown[];
  /** Words that the sender wrote to this agency alone: an answer, a shared note. */
  given: string[];
  cookie: string;
  heard: string;
}

const RECEIVERS = [
  { code: 'rsud-igd', kind: 'RSUD', service: 'KESEHATAN' },
  { code: 'polres-ppa', kind: 'POLRES', service: 'PENEGAKAN_HUKUM' },
  { code: 'dinsos-rehab', kind: 'DINSOS', service: 'REHABILITASI_SOSIAL' },
  { code: 'puskesmas-timur', kind: 'PUSKESMAS', service: 'KESEHATAN', byLink: true },
];
/** What has a middle level in the catalogue and words of a person in it. */
const MASKABLE = ['identity.name', 'identity.nik', 'identity.phone', 'identity.birthDate', 'children'];
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const NAMES = ['rsud-igd', 'polres-ppa', 'dinsos-rehab'];
const ROUTES = POLICY.routes.filter(
  ({ route, roles, relations }) =>
    route.startsWith('GET ') &&
    route !== 'GET /events' &&
    (roles as readonly string[]).some((role) => ['AO', 'AH'].includes(role)) &&
    // What says nothing about a case says the same to everybody (codes, regions): canaries.e2e-spec.ts reads all of it.
    (relations.length > 0 || roles.length <= 10),
);

describe('whatever a receiver gets, by any way, stood in the preview that its sender saw', () => {
  let stage: ReferralStage;
  let known: KnownIds;
  const planting = new Planting();
  const receivers: Receiver[] = [];
  const ears: (() => void)[] = [];

  beforeAll(async () => {
    stage = await ReferralStage.open();
    await stage.admin.query(`update simpul.account set active = false where agency_code = 'puskesmas-timur'`);
    known = new Proxy({} as KnownIds, {
      get: (ids, name: string) => (Reflect.get(ids, name) as string | undefined) ?? NOBODY,
    });
    known.agencyId = stage.agencies.get('kemenag')!;
    const bodies = validBodies(known) as Record<string, Record<string, unknown>>;
    const report = planting.into('the report', bodies['POST /reports']!);
    const opened = done(await stage.sender.post<{ id: string; caseId: string }>('/reports', report));
    Object.assign(known, { caseId: opened.caseId, reportId: opened.id });
    const post = async (what: string, body: object) =>
      done(
        await stage.sender.post<{ id: string }>(`/cases/${known.caseId}/${what}`, planting.into(what, body)),
      );
    for (const kind of ['WITNESS', 'GUARDIAN', 'REPORTED']) {
      const { employerAgencyId: _, ...person } = bodies['POST /cases/{id}/persons']!;
      await post('persons', { ...person, kind });
    }
    await post('notes', { text: 'Catatan.', audience: 'TEAM' });
    await post('screenings', { redFlags: ['CEKIKAN'], risk: 'TINGGI', reason: 'Alasan saya.' });
    for (const one of RECEIVERS) receivers.push(await send(one, bodies));
  }, 120_000);
  afterAll(async () => {
    for (const end of ears) end();
    await stage?.close();
  });

  /** Drafts, lowers what chance says, looks at the preview, and sends. */
  const send = async (
    one: (typeof RECEIVERS)[number],
    bodies: Record<string, Record<string, unknown>>,
  ): Promise<Receiver> => {
    const { witness } = planting.into(`a consent for ${one.kind}`, { witness: 'Saksi saya' });
    const consentId = await stage.consent(known.caseId, one.kind, { witness, noWitness: undefined });
    const {
      followsReferralId: _,
      levels: __,
      clientIds: ___,
      ...form
    } = bodies['POST /cases/{id}/referrals']!;
    const words = planting.into(`the sheet for ${one.code}`, {
      ...form,
      toAgencyId: stage.agencies.get(one.code)!,
      serviceCode: one.service,
    });
    const draft = await stage.sender.post<{ id: string }>(`/cases/${known.caseId}/referrals`, words);
    const { id } = done(draft);
    const look = async (): Promise<Shown[]> =>
      done(await stage.sender.get<{ fields: Shown[] }>(`/referrals/${id}/disclosure`)).fields;
    const open = (await look()).filter(({ maxLevel }) => maxLevel !== 'NONE');
    const [chances] = fc.sample(fc.array(fc.nat(2), { minLength: open.length, maxLength: open.length }), {
      numRuns: 1,
      seed: SEED + receivers.length,
    });
    const levels = open.map(({ field, maxLevel }, at) => [
      field,
      chances![at] === 0 ? 'NONE' : chances![at] === 1 && MASKABLE.includes(field) ? 'MASKED' : maxLevel,
    ]);
    const { request, summary, purposeFields } = words as Record<string, unknown>;
    const sheet = { request, summary, purposeFields, levels: Object.fromEntries(levels) as object };
    done(await stage.sender.patch(`/referrals/${id}`, sheet));
    const preview = await look();
    done(await stage.act(stage.sender, id, 'sending'));
    const sent = { ...one, referralId: id, consentId, preview, given: [], cookie: '', heard: '' };
    if (one.byLink) sent.cookie = await byLink(id);
    else await listen(sent);
    return sent;
  };
  /** What the officer's open page hears from here on. */
  const listen = async (one: Receiver): Promise<void> => {
    await stage.api.as(`petugas@${one.code}`).get('/inbox');
    const answer = await stage.api.app.inject({
      method: 'GET',
      url: '/api/events',
      headers: { cookie: stage.api.cookieOf(`petugas@${one.code}`) },
      payloadAsStream: true,
    });
    const stream = answer.stream();
    stream.on('data', (part: Buffer) => (one.heard += part.toString('utf8')));
    stream.on('error', () => undefined);
    ears.push(() => void stream.destroy());
  };
  const byLink = async (id: string): Promise<string> => {
    const link = done(await stage.sender.post<{ address: string; code: string }>(`/referrals/${id}/link`));
    const opened = await stage.api.app.inject({
      method: 'POST',
      url: new URL(link.address).pathname,
      headers: FORM,
      payload: new URLSearchParams({ code: link.code, name: 'Bidan Rekaan' }).toString(),
    });
    return String(opened.headers['set-cookie']).split(';')[0]!;
  };

  /** Everything that this receiver can ask for, as one text. */
  const allThatReaches = async (
    { code, referralId, cookie, byLink: link }: Receiver,
    mailboxes = ['petugas'],
  ): Promise<string> => {
    const said: string[] = [];
    if (link) {
      for (const url of ['/api/link-answer', '/api/link-answer/standing?version=9'])
        said.push((await stage.api.app.inject({ method: 'GET', url, headers: { cookie } })).body);
      return said.join('\n');
    }
    for (const who of mailboxes.map((mailbox) => `${mailbox}@${code}`))
      for (const { route } of ROUTES) {
        const path = addressOf(route.slice(4), { ...known, referralId });
        const tabs = path === '/inbox' ? ['answer', 'report', 'running', 'ended'] : [''];
        for (const tab of tabs) {
          const answer = await stage.api.as(who).get(tab ? `${path}?tab=${tab}` : path);
          said.push(JSON.stringify([answer.body, answer.headers]));
        }
      }
    return said.join('\n');
  };
  const letterOf = async (id: string): Promise<string> => {
    const cookie = stage.api.cookieOf('pendamping@uptd-ppa');
    const url = `/api/referrals/${id}/letter`;
    const letter = await stage.api.app.inject({ method: 'GET', url, headers: { cookie } });
    return readPdfText(letter.rawPayload);
  };
  /** The planted words that stand in the text and did not stand in the preview. */
  const beyond = (text: string, { preview, given }: Receiver): string[] => {
    const seen = preview.map(({ value }) => value ?? '').join('\n') + given.join('\n');
    const allowed = new Set(foundIn(seen, planting.all));
    return foundIn(text, planting.all)
      .filter((planted) => !allowed.has(planted))
      .map(({ at }: Planted) => at);
  };
  const everywhere = async (mailboxes?: string[]): Promise<string[]> => {
    const wrong: string[] = [];
    for (const one of receivers) {
      for (const at of beyond(await allThatReaches(one, mailboxes), one))
        wrong.push(`${one.code} is told of ${at}`);
      // An open page hears of things by their ids, never what they say: also not what stood in the preview.
      for (const { at } of foundIn(one.heard, planting.all)) wrong.push(`${one.code} hears ${at}`);
    }
    return wrong;
  };

  it('field by field, with fields taken out by chance, for officers and heads, by link and on paper', async () => {
    expect(ROUTES.length).toBeGreaterThan(15);
    expect(await everywhere(['petugas', 'kepala'])).toEqual([]);
    for (const one of receivers) {
      const paper = await letterOf(one.referralId);
      expect([one.code, beyond(paper, one)]).toEqual([one.code, []]);
      // And it is there: a search that finds nothing proves nothing.
      const told = foundIn(one.preview.map(({ value }) => value ?? '').join('\n'), planting.all);
      expect(told.length).toBeGreaterThan(0);
      expect(foundIn(await allThatReaches(one), planting.all)).toEqual(expect.arrayContaining(told));
      const crossed = one.preview.filter(({ value }) => value !== undefined);
      if (!NAMES.includes(one.code)) continue;
      const page = await stage.page(stage.api.as(`petugas@${one.code}`), one.referralId);
      expect(page.disclosure!.fields.map(({ field, level, value }) => [field, level, value])).toEqual(
        crossed.map(({ field, level, value }) => [field, level, value]),
      );
    }
  }, 120_000);

  it('also when more is written down later: an answer, a note for one of them, a case that changes, an update', async () => {
    const [hospital] = receivers;
    const { referralId } = hospital!;
    done(await stage.act(stage.hospital, referralId, 'question', { text: 'Kapan?' }));
    const own = planting.into('words for the hospital', { text: 'Besok saja', note: 'Klien tenang.' });
    done(await stage.act(stage.sender, referralId, 'answer', { text: own.text }));
    const note = { text: own.note, referralIds: [referralId], classes: ['RISK_SAFETY'] };
    done(await stage.sender.post(`/cases/${known.caseId}/shared-notes`, note));
    hospital!.given.push(own.text, own.note);
    const { rows } = await stage.admin.query<{ id: string }>(
      `select id from simpul.person where case_id = $1 and kind = 'VICTIM' limit 1`,
      [known.caseId],
    );
    const later = planting.into('the person, later', {
      ...{ name: 'Nama Baru', phone: '0812-0000-1', address: 'Jalan Baru' },
    });
    done(await stage.sender.patch(`/cases/${known.caseId}/persons/${rows[0]!.id}`, later));
    expect(await everywhere()).toEqual([]);

    const sheet = planting.into('the sheet, later', { summary: 'Ringkasan baru' });
    const update = done(
      await stage.sender.post<{ mark: string; fields: Shown[] }>(
        `/referrals/${referralId}/update-preview`,
        sheet,
      ),
    );
    expect(await everywhere()).toEqual([]);
    done(await stage.sender.post(`/referrals/${referralId}/update`, { ...sheet, mark: update.mark }));
    hospital!.preview = update.fields;
    expect(await everywhere()).toEqual([]);
  }, 120_000);

  it('is nothing any more, by every one of these ways, once the client has said no', async () => {
    const words = (one: Receiver) => [...one.given.splice(0), ...one.preview.splice(0)];
    for (const one of receivers) {
      expect(words(one).length).toBeGreaterThan(0);
      done(await stage.sender.post(`/consents/${one.consentId}/withdrawal`));
    }
    await until('the open pages hear that it is over', async () =>
      receivers.every(({ heard, byLink: link }) => link === true || heard.includes('referral.closed')),
    );
    expect(await everywhere()).toEqual([]);
    const { status } = await stage.hospital.get(`/referrals/${receivers[0]!.referralId}/letter`);
    expect([403, 404]).toContain(status);
    const paper = await stage.api.app.inject({
      method: 'GET',
      url: `/api/referrals/${receivers[3]!.referralId}/letter`,
      headers: { cookie: stage.api.cookieOf('pendamping@uptd-ppa') },
    });
    expect(paper.statusCode).toBe(409);
  }, 120_000);
});

const NOBODY = '00000000-0000-4000-8000-000000000000';
/** Another number is another choice of fields. */
const SEED = Number(process.env.SIMPUL_SEED ?? 20_261_126);
