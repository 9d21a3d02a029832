import { ReferralStage, type Person } from '#harness';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { validBodies, type KnownIds } from '../access/valid-bodies.js';
import { fingerprints } from './fingerprints.js';
import { changed, wrongChanges } from './wrong-values.js';

interface Problem {
  code?: string;
  errors?: { pointer: string; code: string; message: string }[];
}

/** What the API says when it has no words of its own: right for an act, never for a field. */
const NO_WORDS = 'Tindakan ini tidak dapat dilakukan sekarang.';
const ROUTES = Object.keys(validBodies({} as KnownIds));

/** A body that is right in every place but one, at things that exist, from somebody who may. */
describe('one wrong field', () => {
  let stage: ReferralStage;
  let ids: KnownIds;

  beforeAll(async () => {
    stage = await ReferralStage.open();
    const { caseId, id, consentId } = await stage.sent();
    const one = async (sql: string): Promise<string> =>
      (await stage.admin.query<{ id: string }>(sql, [caseId])).rows[0]!.id;
    ids = {
      caseId,
      consentId,
      referralId: id,
      personId: await one(`select id from simpul.person where case_id = $1 and kind = 'VICTIM' limit 1`),
      deadlineId: await one('select id from simpul.deadline where case_id = $1 limit 1'),
      reportId: await one('select id from simpul.report where case_id = $1'),
      screeningId: await one('select id from simpul.screening where case_id = $1'),
      accountId: await one(
        'select a.id from simpul.account a join simpul.case_file f on f.owner_account_id = a.id where f.id = $1',
      ),
      closingId: caseId,
      sealId: caseId,
      conflictId: caseId,
      colleagueId: caseId,
      notificationId: caseId,
      agencyId: stage.agencies.get('rsud-igd')!,
    };
  });
  afterAll(() => stage?.close());

  const RECEIVERS = /referrals.*(?:acceptance|rejection|question|service-start|progress|completion|failure)/;
  const personFor = (route: string): Person =>
    route.endsWith('/sessions')
      ? stage.api.nobody
      : route.endsWith('/password')
        ? stage.api.as('auditor@inspektorat')
        : /deadline-rule/.test(route)
          ? stage.api.as('hukum@bagian-hukum')
          : /\/holiday|\/office-hours|\/accounts$|\/alarms|\/directory|\/imports/.test(route)
            ? stage.api.as('admin@diskominfo')
            : RECEIVERS.test(route)
              ? stage.hospital
              : route.includes('/baits')
                ? stage.api.as('integritas@inspektorat')
                : /\/duty-roster|\/departures|\/reviews|\/case-exports|emergency-accesses\/\{/.test(route)
                  ? stage.api.as('kepala@uptd-ppa')
                  : stage.sender;
  const KIND: Record<string, keyof KnownIds> = {
    cases: 'caseId',
    reports: 'reportId',
    referrals: 'referralId',
    consents: 'consentId',
    deadlines: 'deadlineId',
    directory: 'agencyId',
  };
  const addressOf = (path: string): string =>
    path
      .replace('{ruleId}', 'referral-ack-high')
      .replace('{personId}', ids.personId)
      .replace('{accountId}', ids.accountId)
      .replace('{id}', ids[KIND[path.split('/')[1]!] ?? 'caseId'])
      // A part of it: the body is looked at before the part is.
      .replaceAll(/\{\w+\}/g, ids.caseId);

  it('has a body for every route that takes one', async () => {
    const { body } = await stage.api.nobody.get<{
      paths: Record<
        string,
        Record<string, { requestBody?: { content: Record<string, { schema: { $ref: string } }> } }>
      >;
      components: { schemas: Record<string, { properties?: object }> };
    }>('/openapi.json');
    const taking = Object.entries(body.paths).flatMap(([path, acts]) =>
      Object.entries(acts)
        .filter(([, act]) => {
          const schema = act.requestBody?.content['application/json']?.schema.$ref.split('/').pop();
          return schema && Object.keys(body.components.schemas[schema]!.properties ?? {}).length > 0;
        })
        .map(([method]) => `${method.toUpperCase()} ${path.replace(/^\/api/, '')}`),
    );
    expect(new Set(ROUTES)).toEqual(new Set(taking));
  });

  it.each(ROUTES)('%s takes the right body (so that what follows is about one field)', async (route) => {
    const [method, path] = route.split(' ') as ['POST' | 'PATCH', string];
    const elsewhere = path.replaceAll(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000');
    const answer = await personFor(route).send<Problem>(method, elsewhere, validBodies(ids)[route]);
    expect(answer.status).not.toBe(400);
    expect(answer.status).toBeLessThan(500);
  });

  it.each(ROUTES)('%s names it and writes nothing', async (route) => {
    const [method, path] = route.split(' ') as ['POST' | 'PATCH', string];
    const valid = validBodies(ids)[route]!;
    const before = await fingerprints(stage.admin);
    const wrong = new Set<string>();
    for (const change of wrongChanges(valid)) {
      const answer = await personFor(route).send<Problem>(method, addressOf(path), changed(valid, change));
      const named = answer.body?.errors?.some(
        ({ pointer, message }) =>
          message !== NO_WORDS &&
          (pointer === change.pointer ||
            change.pointer.startsWith(`${pointer}/`) ||
            pointer.startsWith(`${change.pointer}/`)),
      );
      // Any text may be somebody's password: it is simply not this person's.
      if (change.pointer === '/password' && [401, 409, 429].includes(answer.status)) continue;
      if (change.pointer === '/currentPassword' && [409, 429].includes(answer.status)) continue;
      const refused = [400, 413, 422].includes(answer.status) && Boolean(answer.body.code);
      const problem = String(answer.headers['content-type']).startsWith('application/problem+json');
      if (!refused || !problem || !(named || answer.status === 413))
        wrong.add(
          `${change.pointer} = ${JSON.stringify(change.value).slice(0, 40)}: ${answer.status} ${answer.body?.code} ${JSON.stringify(answer.body?.errors?.map((e) => e.pointer) ?? '')}`,
        );
    }
    expect([...wrong]).toEqual([]);
    expect(await fingerprints(stage.admin)).toEqual(before);
  });
});
