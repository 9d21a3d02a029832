import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, startApi, type FreshDatabase, type RunningApi } from '../harness/index.js';
import { STORIES } from '../vignettes/stories.js';
import { vignette } from '../vignettes/vignettes.js';
import { agencyIds, ok, play, type PlayedStory } from './story-player.js';

interface DeadlineView {
  ruleId: string;
  triggerAt: string;
  dueAt: string | null;
  basis: string;
  status: string;
  why: string;
}
interface CaseView {
  tracks: string[];
  contexts: string[];
  violenceTypes: string[];
  risk: string;
  screening?: { redFlags: string[] };
  mediation?: { allowed: boolean; code?: string };
  deadlines: DeadlineView[];
}
interface Suggestions {
  windows: {
    window: string;
    receivers: { agencyKind: string | null; services: string[]; figuresOnly?: boolean }[];
  }[];
}
interface Disclosure {
  fields: { field: string; level: 'NONE' | 'MASKED' | 'FULL'; value?: unknown; dataClass: string }[];
}

const instant = (text: string): string => new Date(text).toISOString();
/** Rules whose clocks run beside the story: the vignettes list what must be running, not the later care, nor the day years
 * off on which a child speaks for themselves and is asked again. */
const LATER = /^(?:monitoring-note|referral-progress-note|aftercare|consent-renewal)/;

describe.each(STORIES.map((story) => [story.id, story] as const))(
  'vignette %s through the API',
  (id, story) => {
    const expected = vignette(id);
    let database: FreshDatabase;
    let api: RunningApi;
    let played: PlayedStory;
    let page: CaseView;

    beforeAll(async () => {
      database = await freshDatabase({ seeded: true });
      api = await startApi(database);
      played = await play(api, database, story);
      page = ok(await api.as(story.counselor).get<CaseView>(`/cases/${played.caseId}`), 'case page');
    });
    afterAll(async () => {
      await api?.close();
      await database?.drop();
    });

    it('finds the tracks, contexts and kinds of violence', () => {
      expect(new Set(page.tracks)).toEqual(new Set(expected.tracks));
      expect(new Set(page.contexts)).toEqual(new Set(expected.contexts));
      expect(new Set(page.violenceTypes)).toEqual(new Set(expected.violence_types));
    });

    it('keeps the level of risk, the red flags, and the answer on mediation', () => {
      expect(page.risk).toBe(expected.risk);
      expect(page.screening?.redFlags ?? []).toEqual(expect.arrayContaining(expected.red_flags));
      expect(page.mediation?.code ?? 'NOT_APPLICABLE').toBe(expected.mediation);
      if (expected.mediation !== 'NOT_APPLICABLE') expect(page.mediation?.allowed).toBe(false);
    });

    it('runs every duty with its exact due time, and no other', () => {
      const running = page.deadlines.map(({ ruleId, triggerAt, dueAt, basis }) => ({
        rule: ruleId,
        trigger: instant(triggerAt),
        due: dueAt && instant(dueAt),
        basis,
      }));
      for (const duty of expected.duties)
        expect(running).toContainEqual({
          rule: duty.rule,
          trigger: instant(duty.trigger),
          due: instant(duty.due),
          basis: duty.basis,
        });
      const named = new Set(expected.duties.map((duty) => duty.rule));
      expect(running.filter(({ rule }) => !named.has(rule) && !LATER.test(rule))).toEqual([]);
      for (const deadline of page.deadlines) expect(deadline.why.length).toBeGreaterThan(20);
    });

    it('suggests the receivers of each window', async () => {
      const { windows } = ok(
        await api.as(story.counselor).get<Suggestions>(`/cases/${played.caseId}/suggested-receivers`),
        'suggestions',
      );
      const kindsOf = (window: string): Set<string> =>
        new Set(
          windows
            .find((one) => one.window === window)!
            .receivers.flatMap(({ agencyKind }) => agencyKind ?? []),
        );
      expect(kindsOf('FIRST_HOUR')).toEqual(new Set(expected.routes.firstHour));
      expect(kindsOf('WITHIN_24H')).toEqual(new Set(expected.routes.within24Hours));
      expect(kindsOf('WITHIN_7D')).toEqual(new Set(expected.routes.within7Days));
    });

    it('shows the receiver what was previewed and nothing else', async () => {
      for (const [name, referralId] of played.referrals) {
        const step = story.steps.find(({ act }) => act.kind === 'refer' && act.name === name)!;
        const code = (step.act as { body: { toAgency: string } }).body.toAgency;
        const received = ok(
          await api.as(`petugas@${code}`).get<Record<string, unknown>>(`/referrals/${referralId}`),
          'received',
        );
        expect(received).not.toHaveProperty('caseId');
        const text = JSON.stringify(received);
        // Nobody but the police gets the story; nobody gets the reported person's name, and no NIK was given.
        expect(text).not.toContain('KRONOLOGI-PANJANG');
        for (const reported of story.report.reportedPersons as { name: string }[])
          expect(text).not.toContain(reported.name);
        const preview = ok(
          await api.as(story.counselor).get<Disclosure>(`/referrals/${referralId}/disclosure`),
          'disclosure',
        );
        for (const field of preview.fields.filter(({ level }) => level === 'NONE'))
          expect(field).not.toHaveProperty('value');
      }
    });

    it('lets no other agency, and no office without a case, see that anything exists', async () => {
      for (const [, referralId] of played.referrals)
        for (const stranger of ['petugas@pn', 'petugas@kemenag', 'kepala@disdikbud'])
          expect((await api.as(stranger).get(`/referrals/${referralId}`)).status).toBe(404);
      for (const outsider of [
        'petugas@rsud-igd',
        'perencana@bappeda',
        'admin@diskominfo',
        'hukum@bagian-hukum',
      ])
        expect((await api.as(outsider).get(`/cases/${played.caseId}`)).status).toBe(403);
      if (story.counselor !== 'konselor@puspaga')
        expect((await api.as('konselor@puspaga').get(`/cases/${played.caseId}`)).status).toBe(404);
    });

    if (expected.mediation !== 'NOT_APPLICABLE')
      it('refuses mediation with its reason', async () => {
        const counselor = api.as(story.counselor);
        const agencies = await agencyIds(counselor);
        const attempt = await counselor.post<{ code: string }>(`/cases/${played.caseId}/referrals`, {
          toAgencyId: agencies.get('uptd-ppa-provinsi'),
          serviceCode: 'MEDIASI',
          urgency: 'BIASA',
          request: 'Mohon dimediasi.',
        });
        expect(attempt.status).toBeGreaterThanOrEqual(400);
        expect(attempt.status).toBeLessThan(500);
      });

    it('leaves a trail that names everybody who acted, and verifies', async () => {
      const history = ok(
        await api
          .as(story.counselor)
          .get<{ items: { act: string; actorName: string }[] }>(`/cases/${played.caseId}/history`),
        'history',
      );
      const acts = history.items.map((item) => item.act);
      expect(acts).toEqual(expect.arrayContaining(['screening.recorded']));
      if (played.referrals.size > 0) expect(acts).toEqual(expect.arrayContaining(['referral.sent']));
      const verdict = ok(
        await api.as('auditor@inspektorat').post<{ ok: boolean }>('/audit/verifications'),
        'verification',
      );
      expect(verdict.ok).toBe(true);
    });
  },
);
