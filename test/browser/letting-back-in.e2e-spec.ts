import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessFaults, inBrowser, keepPicture, Stage, steps } from './stage.js';

/** Two people let a colleague back in who lost everything: each has one half of the new password. */
inBrowser('letting somebody back in', () => {
  let stage: Stage;
  let supervisor: Page;
  let colleague: Page;
  let [first, second] = ['', ''];
  const step = steps();

  beforeAll(async () => {
    stage = await Stage.open();
  }, 120_000);
  afterAll(async () => {
    await stage?.close();
  });

  step('an administrator proposes it and gets one half', async () => {
    const office = await stage.signIn('admin@diskominfo');
    await office.goto(`${stage.address}/akun`);
    const row = office.getByRole('row', { name: /Lestari Contoh/ });
    await row.getByRole('button', { name: 'Pulihkan…' }).click();
    const dialog = office.getByRole('dialog', { name: 'Usulkan pemulihan akun' });
    await keepPicture(office, 'recovery-proposing');
    await dialog.getByRole('button', { name: 'Usulkan' }).click();
    const shown = office.getByRole('dialog', { name: 'Paruh pertama kata sandi' });
    first = await shown.locator('.first-password').innerText();
    expect(first).toMatch(/^\w{4}-\w{4}$/);
    await shown.getByRole('button', { name: 'Sudah saya sampaikan' }).click();
  });

  step('the head of the office confirms it on a telephone and gets the other', async () => {
    supervisor = await stage.signIn('kepala@uptd-ppa', 'phone');
    await supervisor.goto(`${stage.address}/lainnya`);
    await supervisor.getByRole('link', { name: 'Pulihkan akun' }).click();
    await supervisor.getByText('Lestari Contoh').waitFor();
    await keepPicture(supervisor, 'recovery-waiting');
    expect(await accessFaults(supervisor, 'recovery-waiting')).toEqual([]);
    await supervisor.getByRole('button', { name: 'Setujui…' }).click();
    await supervisor.getByRole('dialog').getByRole('button', { name: 'Setujui pemulihan' }).click();
    const shown = supervisor.getByRole('dialog', { name: 'Paruh kedua kata sandi' });
    second = await shown.locator('.first-password').innerText();
    await keepPicture(supervisor, 'recovery-half');
    await shown.getByRole('button', { name: 'Sudah saya sampaikan' }).click();
  });

  step('the colleague comes back, and waits', async () => {
    colleague = await stage.page('phone');
    await colleague.goto(`${stage.address}/masuk-akun`);
    await colleague.getByLabel('Surel').fill('pendamping2@uptd-ppa.simpul.example');
    await colleague.getByLabel('Kata sandi').fill(`${first}-${second}`);
    await colleague.getByRole('button', { name: 'Masuk', exact: true }).click();
    await colleague.getByLabel('Kata sandi sekarang').fill(`${first}-${second}`);
    await colleague.getByLabel(/^Kata sandi baru/).fill('tebu pagi lampu sungai');
    await colleague.getByLabel('Sekali lagi').fill('tebu pagi lampu sungai');
    await colleague.getByRole('button', { name: 'Ganti kata sandi' }).click();
    await colleague.getByRole('heading', { name: 'Menunggu pimpinan Anda' }).waitFor();
    await colleague.getByText('Belum ada.').waitFor();
    await keepPicture(colleague, 'recovery-waits');
    await colleague.getByRole('button', { name: 'English' }).click();
    await colleague.getByRole('heading', { name: 'Waiting for whoever heads your office' }).waitFor();
    await keepPicture(colleague, 'recovery-waits-en');
    await colleague.getByRole('button', { name: 'Bahasa Indonesia' }).click();
    expect(await accessFaults(colleague, 'recovery-waits')).toEqual([]);
  });

  step('until the head of the office has said that it is really they', async () => {
    await supervisor.getByRole('button', { name: 'Buka kasus lagi…' }).click();
    await supervisor.getByRole('dialog').getByRole('button', { name: 'Buka kasus lagi' }).click();
    await supervisor.getByText('Tidak ada yang menunggu.').waitFor();
    await colleague.getByRole('button', { name: 'Periksa lagi' }).click();
    await colleague.getByRole('heading', { name: 'Menunggu pimpinan Anda' }).waitFor({ state: 'detached' });
    expect(stage.faults).toEqual([]);
  });

  step('and a colleague leaves: the head says who takes over each thing, in one act', async () => {
    for (const name of ['Sekar Rekaan', 'Mawar Rekaan'])
      await stage.api.as('pendamping@uptd-ppa').post('/reports', {
        channel: 'TELEPON',
        reporter: { kind: 'KORBAN' },
        clientSafeNow: 'YES',
        narrative: 'Rekaan.',
        violenceTypes: ['FISIK'],
        contexts: ['KDRT'],
        victims: [{ name, sex: 'P', ageYears: 30 }],
        reportedPersons: [],
      });
    const office = await stage.signIn('admin@diskominfo');
    await office.goto(`${stage.address}/akun`);
    const row = office.getByRole('row', { name: /Dewi Hikayat/ });
    await row.getByRole('button', { name: 'Pergi…' }).click();
    await keepPicture(office, 'departure-proposing');
    await office.getByRole('dialog').getByRole('button', { name: 'Usulkan' }).click();
    await office.getByRole('dialog').waitFor({ state: 'detached' });

    await supervisor.goto(`${stage.address}/serah-terima`);
    await supervisor.getByRole('link', { name: 'Tentukan penerus' }).click();
    await supervisor.getByRole('heading', { name: 'Serah terima: Dewi Hikayat' }).waitFor();
    await keepPicture(supervisor, 'departure-plan');
    expect(await accessFaults(supervisor, 'departure-plan')).toEqual([]);
    const hand = supervisor.getByRole('button', { name: 'Serahkan dan akhiri akun' });
    expect(await hand.isDisabled()).toBe(true);
    await supervisor
      .getByLabel(/^Penerus untuk semuanya/)
      .selectOption({ label: 'Lestari Contoh (Pendamping kasus)' });
    await supervisor
      .getByLabel(/^Kepada PBM/)
      .first()
      .selectOption({ label: 'Herlina Fiksi (Supervisor)' });
    await supervisor.setViewportSize({ width: 1366, height: 768 });
    await keepPicture(supervisor, 'departure-plan-wide');
    await hand.click();
    await keepPicture(supervisor, 'departure-sure');
    await supervisor.getByRole('dialog').getByRole('button', { name: 'Serahkan dan akhiri akun' }).click();
    await supervisor.getByText('Kepada Herlina Fiksi').waitFor();
    await supervisor.getByText('Kepada Lestari Contoh').first().waitFor();
    await keepPicture(supervisor, 'departure-receipt');
    await supervisor.setViewportSize({ width: 390, height: 844 });
    await keepPicture(supervisor, 'departure-receipt-phone');
    expect(stage.faults).toEqual([]);
  });

  step('and a whole case passes to another unit, which says yes', async () => {
    const family = stage.api.as('konselor@puspaga');
    const post = async (path: string, body: object = {}) => {
      const answer = await family.post<{ id: string; caseId: string }>(path, body);
      expect([path, answer.status < 300]).toEqual([path, true]);
      return answer.body;
    };
    const { caseId } = await post('/reports', {
      channel: 'TELEPON',
      reporter: { kind: 'KORBAN' },
      clientSafeNow: 'YES',
      narrative: 'Rekaan.',
      violenceTypes: ['PSIKIS'],
      contexts: ['KDRT'],
      victims: [{ name: 'Melati Rekaan', sex: 'P', ageYears: 28 }],
      reportedPersons: [],
    });
    await post(`/cases/${caseId}/screenings`, { redFlags: [], risk: 'SEDANG' });
    await post(`/cases/${caseId}/consents`, {
      basis: 'PERSETUJUAN',
      answer: 'GIVEN',
      receiverKind: 'UPTD_PPA',
      scopes: ['IDENTITY', 'CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY'],
      givenBy: 'SELF',
      howRecorded: 'LISAN',
      ...{ textVersion: 'persetujuan/2026-1', language: 'INDONESIA', noWitness: 'ALONE' },
    });
    const agencies = (await family.get<{ items: { id: string; code: string }[] }>('/agencies')).body.items;
    const { id } = await post(`/cases/${caseId}/referrals`, {
      toAgencyId: agencies.find(({ code }) => code === 'uptd-ppa')!.id,
      serviceCode: 'PENDAMPINGAN',
      urgency: 'BIASA',
      request: 'Pendampingan.',
    });
    await post(`/referrals/${id}/sending`);

    const sender = await stage.signIn('konselor@puspaga');
    await sender.goto(`${stage.address}/rujukan/${id}`);
    await sender.getByRole('button', { name: 'Tawarkan pelimpahan' }).click();
    await sender.getByLabel('Kewenangan unit lain').check();
    await keepPicture(sender, 'transfer-offering');
    await sender.getByRole('dialog').getByRole('button', { name: 'Tawarkan pelimpahan' }).click();
    await sender.getByText('Pelimpahan ditawarkan dan menunggu jawaban.').waitFor();
    await keepPicture(sender, 'transfer-offered');

    await supervisor.goto(`${stage.address}/pelimpahan`);
    await supervisor.getByText('Menunggu jawaban').waitFor();
    await keepPicture(supervisor, 'transfer-list');
    expect(await accessFaults(supervisor, 'transfer-list')).toEqual([]);
    await supervisor.getByRole('link', { name: 'Jawab' }).click();
    await supervisor.getByRole('button', { name: 'Ambil alih kasus' }).click();
    await keepPicture(supervisor, 'transfer-taking');
    await supervisor.getByRole('dialog').getByRole('button', { name: 'Ambil alih kasus' }).click();
    await supervisor.getByRole('dialog').waitFor({ state: 'detached' });
    await supervisor.goto(`${stage.address}/pelimpahan`);
    await supervisor.getByRole('link', { name: 'Buka kasus' }).click();
    await supervisor.getByRole('heading', { level: 1 }).waitFor();
    await sender.goto(`${stage.address}/pelimpahan`);
    await sender.getByText('Kini dipegang Herlina Fiksi').waitFor();
    await keepPicture(sender, 'transfer-tombstone');
    expect(stage.faults).toEqual([]);
  });
});
