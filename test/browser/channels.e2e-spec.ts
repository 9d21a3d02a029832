import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { accessFaults, inBrowser, keepPicture, Stage, type Size } from './stage.js';

const WAYS_OUT = {
  SMTP_URL: 'smtp://127.0.0.1:9',
  SIMPUL_MAIL_FROM: 'simpul@kota.example',
  SIMPUL_GATEWAY_URL: 'http://127.0.0.1:9/',
  SIMPUL_GATEWAY_SECRET: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
};

inBrowser('how a person is reached outside', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open(WAYS_OUT);
  }, 120_000);
  afterAll(async () => {
    await stage?.close();
  });

  it.each<[Size, string]>([
    ['desktop', 'petugas@rsud-igd'],
    ['phone', 'pendamping@uptd-ppa'],
  ])('is chosen, refused where it leaves no way, and kept (%s)', async (size, who) => {
    const page = await stage.signIn(who, size);
    await page.goto(`${stage.address}/lainnya`);
    const save = page.getByRole('button', { name: 'Simpan', exact: true });
    const box = (label: string) => page.getByLabel(label, { exact: true });
    await box('Surel akun saya').waitFor();
    expect(await box('Surel akun saya').isChecked()).toBe(true);

    await box('Surel akun saya').uncheck({ force: true });
    await save.click();
    await page.getByText('Paling sedikit satu cara').waitFor();
    await box('Pesan ke telepon saya').check({ force: true });
    await save.click();
    await page.getByText('Isi nomor telepon Anda').waitFor();
    await page.getByLabel(/^Nomor telepon/).fill('0812 0000 4201');
    const quiet = page.getByLabel('Tenangkan di luar jam kantor', { exact: true });
    expect(await quiet.isChecked()).toBe(true);
    await quiet.uncheck({ force: true });
    await save.click();
    await page.getByText('Tersimpan.').waitFor();
    await keepPicture(page, `channels-${size}`);
    expect(await accessFaults(page, `channels-${size}`)).toEqual([]);

    await page.reload();
    await box('Pesan ke telepon saya').waitFor();
    expect(await box('Pesan ke telepon saya').isChecked()).toBe(true);
    expect(await box('Surel akun saya').isChecked()).toBe(false);
    expect(await quiet.isChecked()).toBe(false);
    expect(await page.getByLabel(/^Nomor telepon/).inputValue()).toBe('+6281200004201');
    // Refusals are part of this test, and browsers report them as errors.
    expect(stage.faults.filter((fault) => !/status of (409|422)/.test(fault))).toEqual([]);
    await page.context().close();
  });
});
