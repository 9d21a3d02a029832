import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessFaults, inBrowser, keepPicture, Stage, steps } from './stage.js';

/** Somebody on duty opens a case that is not theirs; the supervisor ends it and signs it off. */
inBrowser('emergency access', () => {
  let stage: Stage;
  let stranger: Page;
  let number = '';
  const step = steps();

  beforeAll(async () => {
    stage = await Stage.open();
    await stage.setClock('2026-04-14T22:10:00+07:00');
    const owner = stage.api.as('pendamping@uptd-ppa');
    const { caseId } = (
      await owner.post<{ caseId: string }>('/reports', {
        channel: 'TELEPON',
        reporter: { kind: 'KORBAN' },
        clientSafeNow: 'NO',
        narrative: 'Cerita rekaan.',
        violenceTypes: ['FISIK'],
        contexts: ['KDRT'],
        victims: [
          {
            name: 'Umpama Rekaan',
            sex: 'P',
            ageYears: 30,
            safeContact: { channel: 'TELEPON', value: '0812-0000-4209' },
          },
        ],
        reportedPersons: [{ sex: 'L', relation: 'SUAMI_ISTRI' }],
      })
    ).body;
    number = (await owner.get<{ number: string }>(`/cases/${caseId}`)).body.number;
  }, 120_000);
  afterAll(() => stage?.close());

  step('one case, by its number, for an hour', async () => {
    stranger = await stage.signIn('pendamping2@uptd-ppa', 'phone');
    await stranger.goto(`${stage.address}/akses-darurat`);
    await stranger.getByRole('button', { name: 'Buka selama satu jam' }).click();
    await stranger.getByText('Wajib diisi.').first().waitFor();
    await stranger.getByLabel(/^Nomor kasus/).fill(number);
    await stranger.getByText('Klien menghubungi dan perlu dijawab sekarang').click();
    await stranger.getByLabel(/^Ceritakan singkat/).fill('Menelepon piket, bersembunyi di kamar mandi.');
    await keepPicture(stranger, 'emergency-form');
    expect(await accessFaults(stranger, 'emergency-form')).toEqual([]);
    await stranger.getByRole('button', { name: 'Buka selama satu jam' }).click();
    await stranger.getByText('Berakhir sendiri pukul 23.10').waitFor();
    await stranger.getByRole('heading', { name: number }).waitFor();
    expect(await stranger.getByRole('button', { name: 'Usulkan segel…' }).count()).toBe(0);
    await keepPicture(stranger, 'emergency-case');
    expect(await accessFaults(stranger, 'emergency-case')).toEqual([]);
    await stranger.getByRole('button', { name: 'Tampilkan nama' }).click();
    await stranger.getByText('Menghubungi klien').click();
    await stranger.getByText('Cukup kontak amannya').click();
    await keepPicture(stranger, 'reveal-dialog');
    expect(await accessFaults(stranger, 'reveal-dialog')).toEqual([]);
    await stranger.getByRole('button', { name: 'Tampilkan 60 detik' }).click();
    await stranger.getByText('disamarkan lagi dalam').waitFor();
    expect(await stranger.getByText('Umpama Rekaan').count()).toBe(0);
    await keepPicture(stranger, 'revealed-contact');
  });

  step('who answers for the unit ends it and signs it off', async () => {
    const head = await stage.signIn('kepala@uptd-ppa');
    await head.goto(`${stage.address}/akses-darurat`);
    await head.getByText('bersembunyi di kamar mandi').waitFor();
    await keepPicture(head, 'emergency-running');
    await head.getByRole('button', { name: 'Akhiri akses' }).click();
    await head.getByRole('button', { name: 'Tinjau…' }).click();
    await head.getByText('Memang diperlukan').click();
    await head.getByRole('button', { name: 'Selesaikan tinjauan' }).click();
    await head.getByText('Sudah ditinjau').waitFor();
    await keepPicture(head, 'emergency-reviewed');
    expect(await accessFaults(head, 'emergency-reviewed')).toEqual([]);
    await stranger.reload();
    await stranger.getByText('tidak ditemukan', { exact: false }).first().waitFor();
  });
});
