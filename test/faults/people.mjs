// The people at their desks. Each act has its Idempotency-Key and is repeated with it until the API answers for certain;
// what was answered is the client's journal, what the officer was shown is the receiver's.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 60_000;
const PASSING = new Set(['busy', 'unavailable', 'tooSlow', 'fault', 'session.required']);
const REPORT = {
  channel: 'DATANG_LANGSUNG',
  reporter: { kind: 'KORBAN' },
  clientSafeNow: 'YES',
  narrative: 'Cerita rekaan untuk uji gangguan.',
  violenceTypes: ['FISIK'],
  contexts: ['KDRT'],
  victims: [{ name: 'Umpama Reka', sex: 'P', ageYears: 30 }],
  reportedPersons: [{ sex: 'L', relation: 'SUAMI_ISTRI' }],
};

export class People {
  /** @type {{path: string, key: string, status: number, id?: string}[]} acts that were answered for certain */
  journal = [];
  /** @type {Map<string, object>} what the officer was shown, by notification id */
  shown = new Map();
  cookies = new Map();
  /** How often the API said that it cannot, for now. */
  turnedAway = 0;

  constructor(base, password) {
    this.base = base;
    this.password = password;
  }

  get sender() {
    return 'pendamping@uptd-ppa';
  }
  get officer() {
    return 'petugas@rsud-igd';
  }

  /** One try. Throws when no answer came. */
  async once(mailbox, method, path, body, key) {
    const cookie = this.cookies.get(mailbox) ?? (await this.signIn(mailbox));
    const answer = await fetch(`${this.base}${path}`, {
      method,
      headers: {
        cookie,
        ...(body && { 'content-type': 'application/json' }),
        ...(key && { 'idempotency-key': key }),
      },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(8_000),
    });
    const text = await answer.text();
    if (answer.status === 401) this.cookies.delete(mailbox);
    return { status: answer.status, body: text ? JSON.parse(text) : undefined };
  }

  /** Until the answer is certain; the same key every time. */
  async act(mailbox, path, body = {}, key = randomUUID()) {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const answer = await this.once(mailbox, 'POST', path, body, key).catch(() => undefined);
      if (answer && !PASSING.has(answer.body?.code)) {
        // It was done, and the program that knew the answer died before it gave it: certain, with nothing to read.
        if (answer.body?.code === 'idempotency.alreadyHandled')
          Object.assign(answer, { status: 200, body: {} });
        this.journal.push({ path, key, status: answer.status, id: answer.body?.id });
        return answer;
      }
      if (answer?.status === 503) this.turnedAway += 1;
      if (Date.now() > end) throw new Error(`no certain answer for ${path}: ${JSON.stringify(answer)}`);
      await pause(150);
    }
  }

  async done(mailbox, path, body, key) {
    const answer = await this.act(mailbox, path, body, key);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async get(mailbox, path) {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const answer = await this.once(mailbox, 'GET', path).catch(() => undefined);
      if (answer?.status === 200) return answer.body;
      if (Date.now() > end) throw new Error(`no answer for ${path}: ${JSON.stringify(answer)}`);
      await pause(150);
    }
  }

  async draft() {
    for (;;) {
      const id = await this.tryDraft();
      if (id) return id;
    }
  }

  async tryDraft() {
    const { caseId } = await this.done(this.sender, '/reports', REPORT);
    if (!caseId) return undefined;
    await this.done(this.sender, `/cases/${caseId}/consents`, {
      ...{
        basis: 'PERSETUJUAN',
        answer: 'GIVEN',
        receiverKind: 'RSUD',
        givenBy: 'SELF',
        howRecorded: 'LISAN',
        ...{ textVersion: 'persetujuan/2026-1', language: 'INDONESIA', noWitness: 'ALONE' },
      },
      scopes: ['IDENTITY', 'CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY'],
    });
    this.rsud ??= (await this.get(this.sender, '/agencies')).items.find(({ code }) => code === 'rsud-igd').id;
    const { id } = await this.done(this.sender, `/cases/${caseId}/referrals`, {
      ...{ toAgencyId: this.rsud, serviceCode: 'KESEHATAN', urgency: 'BIASA', request: 'Pemeriksaan.' },
    });
    return id;
  }

  send(id, key) {
    return this.done(this.sender, `/referrals/${id}/sending`, {}, key);
  }

  async sent() {
    const id = await this.draft();
    await this.send(id);
    return id;
  }

  /** Goes on working until told to stop; resolves then. */
  load(lanes = 2) {
    let over = false;
    const lane = async () => {
      while (!over) {
        const id = await this.sent();
        await this.done(this.officer, `/referrals/${id}/receipt`);
      }
    };
    const working = Promise.all(Array.from({ length: lanes }, lane));
    working.catch(() => undefined);
    return () => {
      over = true;
      return working;
    };
  }

  /** Reads all that the officer was told. */
  async lookAtBell() {
    let next = '/notifications';
    while (next) {
      const page = await this.get(this.officer, next);
      for (const item of page.items) this.shown.set(item.id, item);
      next = page.next && `/notifications?cursor=${encodeURIComponent(page.next)}`;
    }
  }

  async signIn(mailbox) {
    const answer = await fetch(`${this.base}/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: `${mailbox}.simpul.example`, password: this.password }),
      signal: AbortSignal.timeout(8_000),
    });
    if (answer.status !== 201) throw new Error(`${mailbox} cannot sign in: ${answer.status}`);
    const cookie = answer.headers.getSetCookie()[0].split(';')[0];
    this.cookies.set(mailbox, cookie);
    return cookie;
  }
}
