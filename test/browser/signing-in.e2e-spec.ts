import { afterAll, beforeAll, expect } from '@jest/globals';
import { generate } from 'otplib';
import type { Page } from 'playwright-core';
import { freePort, until } from '#harness';
import { connected } from '../harness/cluster.js';
import { accessFaults, choose, exitIsOnTop, inBrowser, keepPicture, Stage, steps } from './stage.js';

const COUNSELOR = 'pendamping@uptd-ppa';

/** Proving again who sits there, without losing what was begun. */
inBrowser('signing in, and proving it again', () => {
  let stage: Stage;
  let counselor: Page;
  let address = '';
  const step = steps();

  beforeAll(async () => {
    stage = await Stage.open();
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

  /** As after some minutes of quiet reading. */
  const proofIsOld = () =>
    connected(stage.database.urls.admin, async (client) => {
      await client.query(`update simpul.session set confirmed_at = confirmed_at - interval '6 minutes'`);
    });

  step('an identity opens after the password, and the reason that was chosen is still there', async () => {
    counselor = await stage.signIn(COUNSELOR, 'phone');
    await counselor.goto(address);
    await counselor.getByRole('button', { name: 'Tampilkan nama' }).waitFor();
    await proofIsOld();
    await counselor.getByRole('button', { name: 'Tampilkan nama' }).click();
    const reveal = counselor.getByRole('dialog', { name: 'Tampilkan nama' });
    await choose(counselor, 'Menghubungi klien');
    await reveal.getByRole('button', { name: /^Tampilkan 60/ }).click();
    const proof = counselor.getByRole('dialog', { name: 'Buktikan bahwa ini Anda' });
    await proof.getByLabel('Kata sandi').fill('bukan ini');
    await proof.getByRole('button', { name: 'Lanjutkan' }).click();
    await proof.getByText('Ini tidak cocok. Coba lagi.').waitFor();
    await keepPicture(counselor, 'step-up');
    expect(await accessFaults(counselor, 'step-up')).toEqual([]);
    expect(await exitIsOnTop(counselor)).toBe(true);
    await proof.getByLabel('Kata sandi').fill('simpul-demo-prabumulih');
    await proof.getByRole('button', { name: 'Lanjutkan' }).click();
    await counselor.getByText('Umpama Rekaan').first().waitFor();
    expect(await proof.count()).toBe(0);
  });

  step('whoever gives no proof is told so, and nothing opens', async () => {
    await proofIsOld();
    await counselor.reload();
    await counselor.getByRole('button', { name: 'Tampilkan nama' }).click();
    const reveal = counselor.getByRole('dialog', { name: 'Tampilkan nama' });
    await choose(counselor, 'Menghubungi klien');
    await reveal.getByRole('button', { name: /^Tampilkan 60/ }).click();
    const proof = counselor.getByRole('dialog', { name: 'Buktikan bahwa ini Anda' });
    await proof.getByRole('button', { name: 'Batal' }).click();
    await reveal.getByText('Belum dijalankan: buktikan dulu bahwa ini Anda.').waitFor();
    expect(await counselor.getByText('Umpama Rekaan').count()).toBe(0);
    // The browser's own line about the wrong password above.
    expect(stage.faults.filter((fault) => !fault.includes('status of 409'))).toEqual([]);
  });
});

/** The second step, on a cheap phone first; a real authenticator of the browser's own answers for the passkeys. */
inBrowser('a second factor, on the screens', () => {
  let stage: Stage;
  let page: Page;
  let secret = '';
  let paper = '';
  const step = steps();

  beforeAll(async () => {
    const port = String(await freePort());
    stage = await Stage.open({ PORT: port, PUBLIC_URL: `http://localhost:${port}` });
  }, 120_000);
  afterAll(async () => {
    await stage?.close();
  });

  const password = async (where: Page, mailbox: string): Promise<void> => {
    await where.goto(`${stage.address}/masuk-akun`);
    await where.getByLabel('Surel').fill(`${mailbox}.simpul.example`);
    await where.getByLabel('Kata sandi').fill('simpul-demo-prabumulih');
    await where.getByRole('button', { name: 'Masuk', exact: true }).click();
  };
  /** The next half-minute's code: the one of this half-minute may be used up. */
  const nextCode = () => generate({ secret, epoch: Math.floor(Date.now() / 1000) + 30 });
  const authenticator = async (where: Page, verified: boolean): Promise<void> => {
    const line = await where.context().newCDPSession(where);
    await line.send('WebAuthn.enable');
    await line.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: verified,
        automaticPresenceSimulation: true,
      },
    });
  };

  step('a code app is added by picture or by hand, and its recovery codes are shown once', async () => {
    page = await stage.signIn('petugas@dinkes', 'phone');
    await page.goto(`${stage.address}/keamanan`);
    await page.getByText('Belum ada.').waitFor();
    await keepPicture(page, 'own-security');
    expect(await accessFaults(page, 'own-security')).toEqual([]);
    await page.getByRole('button', { name: 'Tambah aplikasi kode' }).click();
    const dialog = page.getByRole('dialog', { name: 'Aplikasi kode' });
    await dialog.getByRole('img', { name: 'Kode QR untuk aplikasi kode' }).waitFor();
    secret = (await dialog.locator('.secret').innerText()).replace(/\s/g, '');
    await keepPicture(page, 'own-totp');
    expect(await accessFaults(page, 'own-totp')).toEqual([]);
    await dialog.getByLabel(/^2\. Tulis 6 angka/).fill('000000');
    await dialog.getByRole('button', { name: 'Aktifkan' }).click();
    await dialog.getByText(/^Kode ini tidak cocok/).waitFor();
    await dialog.getByLabel(/^2\. Tulis 6 angka/).fill(await generate({ secret }));
    await dialog.getByRole('button', { name: 'Aktifkan' }).click();
    await page.getByRole('heading', { name: /^Catat sekarang/ }).waitFor();
    paper = await page.locator('.recovery-codes li').first().innerText();
    expect(await page.locator('.recovery-codes li').count()).toBe(10);
    await keepPicture(page, 'own-recovery-codes');
    await page.getByRole('button', { name: 'Sudah saya simpan' }).click();
    await page.getByText('10 kode masih berlaku.').waitFor();
  });

  step('after the password comes the code, and a wrong one says so', async () => {
    page = await stage.page('phone');
    await password(page, 'petugas@dinkes');
    await page.getByRole('heading', { name: 'Satu langkah lagi' }).waitFor();
    await page.getByLabel('Kode 6 angka').fill('000 000');
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.getByText(/^Kode ini tidak cocok/).waitFor();
    await keepPicture(page, 'second-step');
    expect(await accessFaults(page, 'second-step')).toEqual([]);
    await page.getByLabel('Kode 6 angka').fill(await nextCode());
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.waitForURL((url) => url.pathname !== '/masuk-akun');
  });

  step('without the telephone a code from the paper opens', async () => {
    page = await stage.page();
    await password(page, 'petugas@dinkes');
    await page.getByRole('button', { name: /^Ponsel tidak ada/ }).click();
    await page.getByLabel('Kode pemulihan').fill(paper);
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.waitForURL((url) => url.pathname !== '/masuk-akun');
    await page.goto(`${stage.address}/keamanan`);
    await page.getByText('9 kode masih berlaku.').waitFor();
    await page.getByText('dengan kode pemulihan').waitFor();
    await page.getByRole('button', { name: 'Akhiri' }).first().click();
    await keepPicture(page, 'own-security-full');
    expect(await accessFaults(page, 'own-security-full')).toEqual([]);
  });

  step('a passkey is made, and opens without a password', async () => {
    page = await stage.signIn('konselor@puspaga', 'phone');
    await authenticator(page, true);
    await page.goto(`${stage.address}/keamanan`);
    await page.getByRole('button', { name: 'Tambah kunci sandi' }).click();
    await page.getByLabel('Nama perangkat ini').fill('Ponsel dinas');
    await page.getByRole('button', { name: 'Buat kunci sandi' }).click();
    await page.getByRole('button', { name: 'Sudah saya simpan' }).click();
    await page.getByText('Ponsel dinas').waitFor();
    await page.goto(`${stage.address}/lainnya`);
    await page.getByRole('button', { name: 'Keluar dari akun' }).click();
    await page.getByRole('button', { name: 'Pakai kunci sandi' }).waitFor();
    await keepPicture(page, 'sign-in');
    await page.getByRole('button', { name: 'Pakai kunci sandi' }).click();
    await page.waitForURL((url) => url.pathname !== '/masuk-akun');
    expect((await page.getByRole('heading', { level: 1 }).innerText()).length).toBeGreaterThan(0);
  });

  step('a passkey answers a step-up in the place of the password', async () => {
    await connected(stage.database.urls.admin, async (client) => {
      await client.query(`update simpul.session set confirmed_at = confirmed_at - interval '6 minutes'`);
    });
    await page.goto(`${stage.address}/keamanan`);
    await page.getByRole('button', { name: 'Buat kode baru' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Buat kode baru' }).click();
    const proof = page.getByRole('dialog', { name: 'Buktikan bahwa ini Anda' });
    await keepPicture(page, 'step-up-passkey');
    await proof.getByRole('button', { name: 'Pakai kunci sandi' }).click();
    await page.getByRole('button', { name: 'Sudah saya simpan' }).click();
  });

  step('it opens the screen that locked itself, and what was typed is still there', async () => {
    await page.goto(`${stage.address}/kasus/baru`);
    const narrative = page.getByLabel(/^Ringkas kejadian/);
    await narrative.fill('Klien bercerita tentang hal yang tidak boleh hilang.');
    await page.clock.install();
    await page.clock.fastForward(15 * 60_000);
    await page.getByRole('heading', { name: 'Layar terkunci' }).waitFor();
    expect(await page.content()).not.toContain('bercerita');
    await page.getByRole('button', { name: 'Pakai kunci sandi' }).click();
    await narrative.waitFor();
    await until('the words are back', async () => (await narrative.inputValue()).endsWith('boleh hilang.'));
  });

  step('whoever is not verified by the device does not get in', async () => {
    const stranger = await stage.page();
    await authenticator(stranger, false);
    await stranger.goto(`${stage.address}/masuk-akun`);
    await stranger.getByRole('button', { name: 'Pakai kunci sandi' }).click();
    await stranger.getByText(/^Tidak ada kunci sandi yang dipakai/).waitFor();
    expect(stage.faults.filter((fault) => !/status of 4(?:09|22|01)/.test(fault))).toEqual([]);
  });
});
