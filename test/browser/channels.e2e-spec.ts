import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { done, MailServer, ReferralStage } from '#harness';
import { Deliveries } from '#notifications';
import { accessFaults, inBrowser, keepPicture, Stage, type Size } from './stage.js';

const GATEWAY = {
  SIMPUL_GATEWAY_URL: 'http://127.0.0.1:9/',
  SIMPUL_GATEWAY_SECRET: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
};

inBrowser('how a person is reached outside', () => {
  let stage: Stage;
  let mail: MailServer;
  beforeAll(async () => {
    mail = await MailServer.start();
    const byMail = { SMTP_URL: mail.url, SIMPUL_MAIL_FROM: 'simpul@kota.example' };
    stage = await Stage.open({ ...byMail, ...GATEWAY }, byMail);
  }, 120_000);
  afterAll(async () => {
    await mail?.kill();
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

    await box('Surel akun saya').uncheck();
    await save.click();
    await page.getByText('Paling sedikit satu cara').waitFor();
    await box('Pesan ke telepon saya').check();
    await save.click();
    await page.getByText('Isi nomor telepon Anda').waitFor();
    await page.getByLabel(/^Nomor telepon/).fill('0812 0000 4201');
    const quiet = page.getByLabel('Tenangkan di luar jam kantor', { exact: true });
    expect(await quiet.isChecked()).toBe(true);
    await quiet.uncheck();
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

  it('an agency without accounts: a link in its mailbox, a code by telephone, accepted; its slip closes the loop', async () => {
    const desk = await ReferralStage.over(stage.database, stage.api);
    await desk.admin.query(`update simpul.account set active = false where agency_code = 'puskesmas-timur'`);
    const caseId = await desk.openCase({}, { redFlags: [], risk: 'SEDANG' });
    await desk.consent(caseId, 'PUSKESMAS');
    const id = await desk.draft(caseId, 'puskesmas-timur');
    done(await desk.act(desk.sender, id, 'sending'));
    const { rows } = await desk.admin.query<{ slip: string }>(
      'select slip_code as slip from simpul.referral where id = $1',
      [id],
    );
    await desk.admin.end();

    const sender = await stage.signIn('pendamping@uptd-ppa');
    await sender.goto(`${stage.address}/rujukan/${id}`);
    await sender.getByRole('button', { name: 'Buat tautan sekali pakai' }).click();
    const dialog = sender.getByRole('dialog', { name: 'Tautan sekali pakai' });
    const code = (await dialog.locator('.link-code').innerText()).replace(/\s/g, '');
    await dialog.getByRole('button', { name: 'Kirim alamat ke pu•••@instansi.example' }).click();
    await dialog.getByText('sedang dikirim').waitFor();
    await stage.worker.get(Deliveries, { strict: false }).pass();
    const taken = mail.taken.find(({ to }) => to.includes('puskesmas-timur@instansi.example'))!;
    expect(taken.text).not.toMatch(new RegExp(`${code}|Kinanti`));
    const token = /links\/([\w-]{22})/.exec(taken.text.replaceAll('=\r\n', ''))![1]!;
    await dialog.getByText(/^Alamatnya dikirim ke pu•••@instansi\.example oleh Dewi Hikayat/).waitFor();
    await dialog.getByRole('button', { name: 'Sudah saya catat' }).click();

    // Somebody of the agency, who has no account and an ordinary telephone.
    const phone = await stage.page('phone');
    await phone.goto(`${stage.address}/api/links/${token}`);
    const faults = await accessFaults(phone, 'link-code');
    await phone.getByRole('link', { name: 'English' }).tap();
    await phone.getByRole('heading', { name: 'A letter waits for your office' }).waitFor();
    await phone.getByRole('link', { name: 'Bahasa Indonesia' }).tap();
    await phone.getByLabel('Kode enam angka').fill(code);
    await phone.getByLabel('Nama dan jabatan Anda').fill('Bidan Rekaan, KIA');
    await phone.getByRole('button', { name: 'Buka' }).tap();
    await phone.getByText('Kinanti Rekaan').waitFor();
    expect(new URL(phone.url()).pathname).toBe('/api/link-answer');
    faults.push(...(await accessFaults(phone, 'link-page')));
    await keepPicture(phone, 'link-page');
    await phone.getByRole('button', { name: 'Kami terima rujukan ini' }).tap();
    await phone.getByText('Rujukan diterima. Pengirim sudah diberi tahu.').waitFor();
    await keepPicture(phone, 'link-accepted');
    await phone.getByRole('button', { name: 'Selesai dan tutup' }).tap();
    await phone.getByText('Terima kasih.').waitFor();
    // The address in the mailbox is worth nothing now.
    await phone.goto(`${stage.address}/api/links/${token}`);
    await phone.getByLabel('Kode enam angka').fill(code);
    await phone.getByLabel('Nama dan jabatan Anda').fill('Orang lain');
    await phone.getByRole('button', { name: 'Buka' }).tap();
    await phone.getByText('Tautan ini tidak dapat dibuka').waitFor();
    expect(faults).toEqual([]);
    await phone.context().close();

    // What came of it comes back on paper, in the post.
    await sender.goto(`${stage.address}/rujukan/${id}`);
    await sender.getByText(/^Tautan dibuka/).waitFor();
    await sender.getByRole('link', { name: 'Catat lembar balasan' }).click();
    await sender.getByLabel('Kode balasan').fill(`${rows[0]!.slip.slice(0, 5)}-${rows[0]!.slip.slice(5)}`);
    await sender.getByRole('button', { name: 'Cari' }).click();
    const slip = sender.getByRole('dialog', { name: 'Catat lembar balasan' });
    await slip.getByLabel('Hasil layanan', { exact: true }).check();
    const now = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 16);
    await slip.getByLabel(/^Tanggal dan jam pada lembar/).fill(now);
    await slip.getByLabel('Petugas penerima pada lembar').fill('Bidan Rekaan');
    await slip.getByLabel('Selesai', { exact: true }).check();
    await slip.getByLabel(/^Keterangan pada lembar/).fill('Sudah diperiksa dan dirawat.');
    faults.push(...(await accessFaults(sender, 'slip')));
    await keepPicture(sender, 'slip-filled');
    await slip.getByRole('button', { name: 'Simpan jawaban' }).click();
    await slip.waitFor({ state: 'hidden' });
    await sender.getByText('Sudah diperiksa dan dirawat.').waitFor();
    await sender.getByRole('button', { name: 'Tutup rujukan' }).click();
    const end = sender.getByRole('dialog', { name: 'Tutup rujukan' });
    await end.getByLabel('Terbantu').check();
    await end.getByRole('button', { name: 'Tutup rujukan' }).click();
    await end.waitFor({ state: 'hidden' });
    await sender.getByText('Hasil dikonfirmasi pengirim').waitFor();
    await keepPicture(sender, 'slip-closed-loop');
    expect(faults).toEqual([]);
    expect(stage.faults.filter((fault) => !/status of (409|422)/.test(fault))).toEqual([]);
    await sender.context().close();
  });
});
