import pg from 'pg';
import { loadConfig } from '#config';
import { DEMO_PASSWORD } from '../demo-accounts.js';
import { daysOf, DEMO_ROSTERS, nightOf, type DemoRoster, type DemoShift } from './demo-roster.js';
import { DEMO_STORIES, type DemoStep } from './demo-stories.js';
import type { DemoBegun } from './demo-begun.js';

const CLOCK = (behindSeconds: number): string =>
  `create or replace function simpul.now() returns timestamptz language sql stable
     as $$ select transaction_timestamp()${behindSeconds > 0 ? ` - interval '${Math.round(behindSeconds)} seconds'` : ''} $$`;

/**
 * The first cases of a demonstration, entered through the product's own HTTP door by its demo people, the database's clock
 * set back for each step. Does nothing when there is a case already, unless an entry that was killed half-way left them: it
 * is then taken again from the start under the same Idempotency-Keys, so that what was entered is not entered twice.
 * The clock always runs true again afterwards.
 */
export async function playDemo(ownerUrl: string, address: string, begun: DemoBegun): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ any: boolean }>(
      'select exists (select from simpul.case_file) as any',
    );
    if (!rows[0]!.any || begun.isThere()) {
      await new DemoPlayer(owner, address, await begun.keys(), loadConfig().zone).play();
    }
  } finally {
    await owner.query(CLOCK(0));
    await begun.over();
    await owner.end();
  }
}

/** The demonstration stays alive for a while after its first day. */
const REPEATED_WEEKS = 7;

class DemoPlayer {
  private readonly cookies = new Map<string, string>();
  private readonly agencies = new Map<string, string>();

  constructor(
    private readonly owner: pg.Client,
    private readonly address: string,
    private readonly keys: Iterator<string, never>,
    private readonly zone: string,
  ) {}

  async play(): Promise<void> {
    const acts = DEMO_STORIES.flatMap((story, index) => [
      { hoursAgo: story.hoursAgo, index, step: null },
      ...story.steps.map((step) => ({ hoursAgo: step.hoursAgo, index, step })),
    ]).sort((a, b) => b.hoursAgo - a.hoursAgo);
    const cases = DEMO_STORIES.map(() => ({ id: '', referrals: new Map<string, string>() }));
    let behind = Number.NaN;
    for (const { hoursAgo, index, step } of acts) {
      if (hoursAgo !== behind) await this.owner.query(CLOCK((behind = hoursAgo) * 3600));
      const opened = cases[index]!;
      if (step) await this.take(step, opened);
      else opened.id = await this.open(DEMO_STORIES[index]!);
    }
    await this.owner.query(CLOCK(0));
    for (const roster of DEMO_ROSTERS) await this.write(roster);
  }

  private async open(story: (typeof DEMO_STORIES)[number]): Promise<string> {
    const { caseId } = await this.post<{ caseId: string }>(story.who, '/reports', story.report);
    if (story.screening) await this.post(story.who, `/cases/${caseId}/screenings`, story.screening);
    return caseId;
  }

  /** Who is on duty from tonight on, written by the head of the office, as of now. */
  private async write({ agency, head, nights, fallback, away }: DemoRoster): Promise<void> {
    const who = `${head}@${agency}`;
    const { rows } = await this.owner.query<{ id: string; mailbox: string }>(
      `select id, split_part(email, '@', 1) as mailbox from simpul.account where email like '%@' || $1 || '.simpul.example'`,
      [agency],
    );
    const idOf = (mailbox: string): string => rows.find((row) => row.mailbox === mailbox)!.id;
    const line = ({ who: person, standIn, startsAt, endsAt }: DemoShift): object => ({
      accountId: idOf(person),
      standInAccountId: idOf(standIn),
      startsAt,
      endsAt,
    });
    const [clock] = (
      await this.owner.query<{ now: Date; hours: number }>(
        `select n as now, extract(epoch from (n at time zone $1) - (n at time zone 'UTC'))::int / 3600 as hours
           from (select simpul.now() as n) one`,
        [this.zone],
      )
    ).rows;
    const { now, hours } = clock!;
    await this.post(who, '/duty-roster/fallback', { accountId: idOf(fallback) });
    for (const night of nights) {
      const shift = line({ ...night, ...nightOf(now, night.inDays, hours) });
      await this.post(who, '/duty-roster/shifts', { ...shift, repeatWeeks: REPEATED_WEEKS });
    }
    if (away) await this.post(who, '/duty-roster/absences', line({ ...away, ...daysOf(now, away, hours) }));
  }

  private async take(
    { who, act }: DemoStep,
    opened: { id: string; referrals: Map<string, string> },
  ): Promise<void> {
    switch (act.kind) {
      case 'consent':
        return void (await this.post(who, `/cases/${opened.id}/consents`, act.body));
      case 'refer': {
        const toAgencyId = await this.agency(who, act.toAgency);
        const draft = await this.post<{ id: string }>(who, `/cases/${opened.id}/referrals`, {
          ...act.body,
          toAgencyId,
        });
        opened.referrals.set(act.name, draft.id);
        return;
      }
      case 'referral':
        return void (await this.post(
          who,
          `/referrals/${opened.referrals.get(act.name)}/${act.act}`,
          act.body ?? {},
        ));
      case 'milestone':
        return void (await this.post(who, `/cases/${opened.id}/milestones`, { kind: act.milestone }));
      case 'note':
        return void (await this.post(who, `/cases/${opened.id}/notes`, { text: act.text, audience: 'TEAM' }));
    }
  }

  private async agency(who: string, code: string): Promise<string> {
    if (this.agencies.size === 0) {
      const list = await this.send<{ items: { id: string; code: string }[] }>('GET', who, '/agencies');
      for (const agency of list.items) this.agencies.set(agency.code, agency.id);
    }
    return this.agencies.get(code)!;
  }

  private post<T>(who: string, path: string, body: object): Promise<T> {
    return this.send<T>('POST', who, path, body);
  }

  private async send<T>(method: string, who: string, path: string, body?: object): Promise<T> {
    const key = body && this.keys.next().value;
    const attempt = async (): Promise<Response> =>
      fetch(`${this.address}/api${path}`, {
        method,
        headers: {
          cookie: this.cookies.get(who) ?? (await this.signIn(who)),
          ...(body && { 'content-type': 'application/json', 'idempotency-key': key }),
        },
        body: body && JSON.stringify(body),
      });
    let answer = await attempt();
    if (answer.status === 401) {
      // The clock went on and the session with it.
      this.cookies.delete(who);
      answer = await attempt();
    }
    if (!answer.ok)
      throw new Error(`demo: ${method} ${path} as ${who}: ${answer.status} ${await answer.text()}`);
    return (answer.status === 204 ? undefined : await answer.json()) as T;
  }

  private async signIn(who: string): Promise<string> {
    const answer = await fetch(`${this.address}/api/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: `${who}.simpul.example`, password: DEMO_PASSWORD }),
    });
    if (!answer.ok) throw new Error(`demo: ${who} cannot sign in (${answer.status})`);
    const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!;
    this.cookies.set(who, cookie);
    return cookie;
  }
}
