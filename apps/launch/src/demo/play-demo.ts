import pg from 'pg';
import { DEMO_PASSWORD } from '../demo-accounts.js';
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
      await new DemoPlayer(owner, address, await begun.keys()).play();
    }
  } finally {
    await owner.query(CLOCK(0));
    await begun.over();
    await owner.end();
  }
}

class DemoPlayer {
  private readonly cookies = new Map<string, string>();
  private readonly agencies = new Map<string, string>();

  constructor(
    private readonly owner: pg.Client,
    private readonly address: string,
    private readonly keys: Iterator<string, never>,
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
  }

  private async open(story: (typeof DEMO_STORIES)[number]): Promise<string> {
    const { caseId } = await this.post<{ caseId: string }>(story.who, '/reports', story.report);
    if (story.screening) await this.post(story.who, `/cases/${caseId}/screenings`, story.screening);
    return caseId;
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
    return (await answer.json()) as T;
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
