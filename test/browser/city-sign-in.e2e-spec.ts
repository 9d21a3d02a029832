import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { freePort } from '#harness';
import { OidcProvider } from '../harness/oidc-provider.js';
import { accessFaults, inBrowser, keepPicture, Stage, steps } from './stage.js';

/** The city's own sign-in, a real provider in a process of its own: shown by its owner, approved, and then the way in. */
inBrowser('the city’s own sign-in', () => {
  let stage: Stage;
  let provider: OidcProvider;
  let page: Page;
  const step = steps();

  beforeAll(async () => {
    const port = String(await freePort());
    const address = `http://localhost:${port}`;
    provider = await OidcProvider.start(address);
    stage = await Stage.open({ PORT: port, PUBLIC_URL: address, ...provider.env });
    await provider.become('subjek-sri-7f3a');
  }, 120_000);
  afterAll(async () => {
    await stage?.close();
    await provider?.stop();
  });

  step('its owner goes there and comes back to what was begun', async () => {
    page = await stage.signIn('petugas@dinkes', 'phone');
    await page.goto(`${stage.address}/keamanan`);
    await page.getByRole('button', { name: 'Hubungkan Akun Kota Contoh' }).click();
    await page.getByText('subjek-sri-7f3a').waitFor();
    expect(new URL(page.url()).search).toBe('');
    await keepPicture(page, 'city-linked');
    expect(await accessFaults(page, 'city-linked')).toEqual([]);
  });

  step('until it is approved it opens nothing', async () => {
    const elsewhere = await stage.page('phone');
    await elsewhere.goto(`${stage.address}/masuk-akun`);
    await elsewhere.getByRole('button', { name: 'Pakai Akun Kota Contoh' }).click();
    await elsewhere.getByText(/^Akun kota ini belum dihubungkan/).waitFor();
    expect(new URL(elsewhere.url()).search).toBe('');
    await keepPicture(elsewhere, 'city-not-linked');
    expect(await accessFaults(elsewhere, 'city-not-linked')).toEqual([]);
  });

  step('an administrator approves it, and then it is the way in', async () => {
    const office = await stage.signIn('admin@diskominfo');
    await office.goto(`${stage.address}/akun`);
    const panel = office.getByRole('region', { name: 'Akun kota' });
    await panel.getByText('subjek-sri-7f3a').waitFor();
    await keepPicture(office, 'city-approving');
    await panel.getByRole('button', { name: 'Setujui' }).click();
    await panel.getByRole('button', { name: 'Setujui' }).waitFor({ state: 'detached' });

    const elsewhere = await stage.page();
    await elsewhere.goto(`${stage.address}/masuk-akun`);
    await elsewhere.getByRole('button', { name: 'Pakai Akun Kota Contoh' }).click();
    await elsewhere.getByRole('heading', { level: 1, name: /Kotak masuk|Rujukan/ }).waitFor();
    expect(elsewhere.url()).not.toMatch(/code=|state=/);
    expect(
      stage.faults.filter(
        (fault) => !fault.startsWith(`elsewhere: ${provider.issuer}/`) && !/title: localhost/.test(fault),
      ),
    ).toEqual([]);
  });
});
