import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { connected } from '../harness/cluster.js';
import { sent } from './prepared.js';
import { accessFaults, inBrowser, keepPicture, Stage } from './stage.js';

/** A city in WITA, an office of it in WIT, devices that stand somewhere else: one moment, each in the right hour. */
inBrowser('the zone of the place', () => {
  let stage: Stage;
  let head: Page;
  const one = <T>(sql: string): Promise<T> =>
    connected(stage.database.urls.admin, async (client) => (await client.query(sql)).rows[0] as T);

  beforeAll(async () => {
    stage = await Stage.open({ SIMPUL_ZONE: 'Asia/Makassar' });
    await stage.setClock('2026-04-14T15:00:00+08:00');
    head = await stage.signIn('kepala@uptd-ppa', 'desktop', 'Asia/Jakarta');
    await head.goto(`${stage.address}/piket`);
  }, 60_000);
  afterAll(() => stage?.close());

  it('takes a typed time as the city’s, and the label says so', async () => {
    await head.getByRole('button', { name: 'Tambah piket' }).click();
    const dialog = head.getByRole('dialog');
    await dialog.getByLabel('Siapa').selectOption({ label: 'Dewi Hikayat' });
    await dialog.getByLabel('Mulai (WITA)').fill('2026-04-15T20:00');
    await dialog.getByLabel('Selesai (WITA)').fill('2026-04-16T07:30');
    await keepPicture(head, 'zones-input');
    expect(await accessFaults(head, 'a time with its zone')).toEqual([]);
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await head.getByText('20.00 WITA').first().waitFor();
    const { at } = await one<{ at: Date }>(
      'select starts_at as at from simpul.duty_shift order by created_at desc limit 1',
    );
    expect(at.toISOString()).toBe('2026-04-15T12:00:00.000Z');
    await keepPicture(head, 'zones');
  });

  it('an office in another zone reads the same moment on its own clock', async () => {
    await one(`update simpul.agency set region_code = '94.71' where code = 'uptd-ppa'`);
    const there = await stage.signIn('kepala@uptd-ppa', 'phone', 'America/New_York');
    await there.goto(`${stage.address}/piket`);
    await there.getByText('21.00 WIT', { exact: false }).first().waitFor();
    await keepPicture(there, 'zones');
    expect(await accessFaults(there, 'another zone')).toEqual([]);
    await one(`update simpul.agency set region_code = null where code = 'uptd-ppa'`);
  });

  it('the steps of a referral keep clear of their hours, which are longer there', async () => {
    const { id } = await sent(stage, 'rsud-igd', 'RSUD');
    const there = await stage.signIn('petugas@rsud-igd', 'desktop', 'America/New_York');
    await there.goto(`${stage.address}/rujukan/${id}`);
    await there.locator('.trail').getByText('15.00 WITA').first().waitFor();
    await keepPicture(there, 'zones-trail');
    expect(await accessFaults(there, 'a trail in another zone')).toEqual([]);
  });

  it('where device, office and city agree nothing is added', async () => {
    const page = await stage.signIn('kepala@uptd-ppa', 'desktop', 'Asia/Makassar');
    await page.goto(`${stage.address}/piket`);
    await page.getByText('20.00').first().waitFor();
    expect(await page.locator('main').innerText()).not.toContain('WITA');
    expect(stage.faults).toEqual([]);
  });
});
