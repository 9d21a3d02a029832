import type { Answer, Person, RunningApi, FreshDatabase } from '../harness/index.js';
import type { Story } from '../vignettes/stories.js';

export interface PlayedStory {
  caseId: string;
  referrals: Map<string, string>;
  consents: Map<string, string>;
}

/** Fails with what the API said, so that a red test tells why. */
export function ok<T>(answer: Answer<T>, what: string): T {
  if (answer.status >= 300) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Ids of the city's agencies by their code. */
export async function agencyIds(person: Person): Promise<Map<string, string>> {
  const { items } = ok(await person.get<{ items: { id: string; code: string }[] }>('/agencies'), 'agencies');
  return new Map(items.map((agency) => [agency.code, agency.id]));
}

const ROUTES = { send: 'sending', receipt: 'receipt', acceptance: 'acceptance' } as const;

/** Enters a story through the HTTP API, the database's clock set to the time of each step. */
export async function play(api: RunningApi, database: FreshDatabase, story: Story): Promise<PlayedStory> {
  await database.setClock(String(story.report.receivedAt));
  const counselor = api.as(story.counselor);
  const agencies = await agencyIds(counselor);
  const report = ok(await counselor.post<{ caseId: string }>('/reports', story.report), 'report');
  const { caseId } = report;
  ok(await counselor.post(`/cases/${caseId}/screenings`, story.screening), 'screening');
  const referrals = new Map<string, string>();
  const consents = new Map<string, string>();
  for (const { at, who, act } of story.steps) {
    await database.setClock(at);
    const person = api.as(who);
    switch (act.kind) {
      case 'consent': {
        const basis = ok(await person.post<{ id: string }>(`/cases/${caseId}/consents`, act.body), 'consent');
        consents.set(String(act.body.receiverKind), basis.id);
        break;
      }
      case 'refer': {
        const { toAgency, ...body } = act.body;
        const draft = await person.post<{ id: string }>(`/cases/${caseId}/referrals`, {
          ...body,
          toAgencyId: agencies.get(toAgency),
        });
        referrals.set(act.name, ok(draft, `draft to ${toAgency}`).id);
        break;
      }
      case 'send':
      case 'receipt':
      case 'acceptance':
        ok(
          await person.post(`/referrals/${referrals.get(act.name)}/${ROUTES[act.kind]}`, act.body ?? {}),
          `${act.kind} ${act.name}`,
        );
        break;
      case 'milestone':
        ok(await person.post(`/cases/${caseId}/milestones`, { kind: act.milestone }), act.milestone);
        break;
      case 'withdraw':
        ok(await person.post(`/consents/${consents.get(act.receiverKind)}/withdrawal`, {}), 'withdrawal');
        break;
    }
  }
  return { caseId, referrals, consents };
}
