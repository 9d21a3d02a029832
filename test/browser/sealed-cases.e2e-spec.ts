import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { BaitWatch } from '#oversight';
import { OutboxRelay } from '#queue';
import { accessFaults, choose, inBrowser, keepPicture, Stage, steps } from './stage.js';

const COUNSELOR = 'pendamping@uptd-ppa';
const SUPERVISOR = 'kepala@uptd-ppa';
const SUPERVISOR_OPTION = 'Herlina Fiksi · Supervisor, DPPKBPPPA - UPTD PPA';
const GUARD = 'integritas@inspektorat';

/** A case for a named team alone, by two people; the supervisor then finds nothing. */
inBrowser('a sealed case', () => {
  let stage: Stage;
  let counselor: Page;
  let guard: Page;
  let address = '';
  const step = steps();

  beforeAll(async () => {
    stage = await Stage.open();
    await stage.setClock('2026-04-14T09:00:00+07:00');
    const { caseId } = (
      await stage.api.as(COUNSELOR).post<{ caseId: string }>('/reports', {
        channel: 'TELEPON',
        reporter: { kind: 'KORBAN' },
        clientSafeNow: 'YES',
        narrative: 'Cerita rekaan.',
        violenceTypes: ['PSIKIS'],
        contexts: ['KDRT'],
        victims: [{ name: 'Umpama Rekaan', sex: 'P', ageYears: 30 }],
        reportedPersons: [{ sex: 'L', relation: 'SUAMI_ISTRI' }],
      })
    ).body;
    address = `${stage.address}/kasus/${caseId}`;
  }, 120_000);
  afterAll(async () => {
    await stage?.close();
  });

  step('somebody on the case proposes who goes on seeing it', async () => {
    counselor = await stage.signIn(COUNSELOR, 'phone');
    await counselor.goto(`${address}?bagian=data`);
    await counselor.getByRole('button', { name: 'Usulkan segel…' }).click();
    const dialog = counselor.getByRole('dialog', { name: 'Segel kasus' });
    await dialog.getByRole('button', { name: 'Kirim usulan' }).click();
    await dialog.getByText('Wajib diisi.').waitFor();
    await dialog.getByLabel(/^Alasan/).selectOption({ label: 'Terlapor berkuasa atas petugas di sini' });
    await choose(counselor, 'Dewi Hikayat');
    await choose(counselor, 'Maya Reka');
    await keepPicture(counselor, 'seal-dialog');
    expect(await accessFaults(counselor, 'seal-dialog')).toEqual([]);
    await dialog.getByRole('button', { name: 'Kirim usulan' }).click();
    await counselor.getByText('Segel diusulkan').waitFor();
    await keepPicture(counselor, 'seal-proposed');
    // At the top: a link half under the bar counts as too small a target.
    await counselor.evaluate('scrollTo(0, 0)');
    expect(await accessFaults(counselor, 'seal-proposed')).toEqual([]);
  });

  step('an integrity officer agrees, without reading the case', async () => {
    guard = await stage.signIn(GUARD);
    await guard.getByRole('heading', { name: 'Kasus yang dijaga' }).waitFor();
    expect(await guard.getByText('Umpama').count()).toBe(0);
    await keepPicture(guard, 'integrity');
    expect(await accessFaults(guard, 'integrity')).toEqual([]);
    await guard.getByRole('button', { name: 'Setujui' }).click();
    // Signing in a moment ago is the proof that such an act asks for.
    await guard.getByText('Hanya orang-orang ini yang tahu bahwa kasus ini ada:').waitFor();
    await keepPicture(guard, 'integrity-sealed');
  });

  step('the supervisor finds nothing', async () => {
    const supervisor = await stage.signIn(SUPERVISOR);
    await supervisor.goto(address);
    await supervisor
      .getByText(/tidak ditemukan/i)
      .first()
      .waitFor();
    await supervisor.goto(`${stage.address}/kasus`);
    await supervisor.getByRole('heading', { level: 1 }).waitFor();
    expect(await supervisor.getByText(/PBM-2026/).count()).toBe(0);
    await counselor.reload();
    await counselor.getByText('Hanya orang-orang ini yang tahu bahwa kasus ini ada:').waitFor();
    await counselor.getByRole('button', { name: 'Tanyakan tentang seseorang…' }).click();
    await counselor.getByLabel(/^Tentang siapa/).selectOption({ label: SUPERVISOR_OPTION });
    await counselor.getByText('Herlina Fiksi tidak dapat melihat kasus ini.').waitFor();
    await counselor.getByText(/Kasus ini disegel, dan orang ini tidak ada/).scrollIntoViewIfNeeded();
    await keepPicture(counselor, 'sealed');
    await counselor.evaluate('scrollTo(0, 0)');
    expect(await accessFaults(counselor, 'sealed')).toEqual([]);
  });

  step(
    'a guard lays a bait under the name of somebody who has left, and hears of whoever opens it',
    async () => {
      const office = stage.api.as('admin@diskominfo');
      const { items } = (await office.get<{ items: { id: string; displayName: string }[] }>('/accounts'))
        .body;
      const left = items.find(({ displayName }) => displayName === 'Lestari Contoh')!;
      expect((await office.post(`/accounts/${left.id}/deactivation`)).status).toBeLessThan(300);
      await guard.goto(`${stage.address}/integritas`);
      await guard.getByRole('link', { name: 'Berkas umpan' }).click();
      await guard.getByText('Belum ada umpan.').waitFor();
      await guard.getByRole('button', { name: 'Pasang umpan' }).click();
      const dialog = guard.getByRole('dialog', { name: 'Pasang umpan' });
      await dialog.getByLabel(/^Unit/).selectOption({ index: 1 });
      await dialog.getByLabel(/^Tampak sebagai berkas/).selectOption({ index: 1 });
      await dialog.getByLabel(/^Ani Contoh/).check();
      await dialog.getByLabel(/^Nama karangan/).fill('Ratu Andaian');
      await dialog.getByLabel(/^Umur/).fill('33');
      await dialog.getByLabel(/^Cerita karangan/).fill('Bertanya tentang perwalian anak.');
      await keepPicture(guard, 'bait-dialog');
      expect(await accessFaults(guard, 'bait-dialog')).toEqual([]);
      await dialog.getByRole('button', { name: 'Pasang umpan' }).click();
      await guard.getByText('Terpasang').waitFor();

      const reader = stage.api.as('konselor@uptd-ppa');
      const [bait] = (await reader.get<{ items: { id: string }[] }>('/cases')).body.items;
      expect((await reader.get(`/cases/${bait!.id}`)).status).toBe(200);
      await stage.worker.get(BaitWatch).pass();
      await stage.worker.get(OutboxRelay).pass();
      const phone = await stage.signIn(GUARD, 'phone');
      await phone.goto(`${stage.address}/peringatan`);
      await phone.getByText('Sebuah berkas umpan dibaca').first().waitFor();
      await keepPicture(phone, 'bait-alarm');
      await phone.getByRole('link', { name: 'Lihat apa yang dibaca' }).click();
      await phone.getByText('Dibaca 1 kali').waitFor();
      await keepPicture(phone, 'bait-read');
      await phone.evaluate('scrollTo(0, 0)');
      expect(await accessFaults(phone, 'bait-read')).toEqual([]);
      await guard.reload();
      await guard.getByText('Dibaca 1 kali').waitFor();
      await keepPicture(guard, 'bait-read-desk');
      expect(stage.faults).toEqual([]);
    },
  );
});
