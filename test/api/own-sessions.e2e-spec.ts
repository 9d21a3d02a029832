import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, startApi, type FreshDatabase, type RunningApi } from '../harness/index.js';

const PASSWORD = 'simpul-demo-prabumulih';
const TELEPHONE = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36';

interface Listed {
  items: { id: string; browser: string; system: string; current: boolean; firstOnDevice: boolean }[];
}

describe('the own sessions', () => {
  let database: FreshDatabase;
  let api: RunningApi;

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    api = await startApi(database);
  });
  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  const signIn = async (mailbox: string, headers: Record<string, string> = {}): Promise<string> => {
    const answer = await api.nobody.post(
      '/sessions',
      { email: `${mailbox}.simpul.example`, password: PASSWORD },
      headers,
    );
    return String(answer.headers['set-cookie']).split(';')[0]!;
  };
  const list = async (cookie: string): Promise<Listed['items']> =>
    (await api.nobody.send<Listed>('GET', '/accounts/current/sessions', undefined, { cookie })).body.items;
  const end = (cookie: string, id: string) =>
    api.nobody.post(`/accounts/current/sessions/${id}/ending`, {}, { cookie });

  it('are listed by device, in two words and without an address', async () => {
    const desk = await signIn('pendamping@uptd-ppa');
    await signIn('pendamping@uptd-ppa', { 'user-agent': TELEPHONE });
    const found = await list(desk);
    expect(
      found.map(({ browser, system, current, firstOnDevice }) => [browser, system, current, firstOnDevice]),
    ).toEqual([
      ['chrome', 'android', false, true],
      ['other', 'other', true, true],
    ]);
    expect(JSON.stringify(found)).not.toMatch(/127\.0|131\.0|Mozilla/);
  });

  it('end at their next request, and only one’s own', async () => {
    const desk = await signIn('petugas@dinkes');
    const telephone = await signIn('petugas@dinkes', { 'user-agent': TELEPHONE });
    const stranger = await signIn('petugas@rsud-igd');
    const lost = (await list(desk)).find(({ current }) => !current)!;
    expect((await end(stranger, lost.id)).status).toBe(404);
    expect((await api.nobody.send('GET', '/inbox', undefined, { cookie: telephone })).status).toBe(200);
    expect((await end(desk, lost.id)).status).toBe(204);
    expect((await api.nobody.send('GET', '/inbox', undefined, { cookie: telephone })).status).toBe(401);
    expect((await end(desk, lost.id)).status).toBe(404);
    expect((await list(desk)).length).toBe(1);
    const trail = await api
      .as('auditor@inspektorat')
      .get<{ items: { act: string; object?: { id: string } }[] }>('/audit/entries');
    expect(JSON.stringify(trail.body)).toContain(lost.id);
  });

  it('all end but this one when the password changes', async () => {
    const desk = await signIn('kepala@dinkes');
    const telephone = await signIn('kepala@dinkes', { 'user-agent': TELEPHONE });
    const changed = await api.nobody.post(
      '/accounts/current/password',
      { currentPassword: PASSWORD, newPassword: 'tebu pagi lampu sungai' },
      { cookie: desk },
    );
    expect(changed.status).toBe(204);
    expect((await api.nobody.send('GET', '/inbox', undefined, { cookie: telephone })).status).toBe(401);
    expect(await list(desk)).toHaveLength(1);
  });
});
