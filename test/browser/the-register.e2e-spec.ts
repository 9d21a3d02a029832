import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessFaults, choose, inBrowser, keepPicture, Stage } from './stage.js';

const REPORT = {
  channel: 'DATANG_LANGSUNG',
  reporter: { kind: 'KORBAN' },
  clientSafeNow: 'YES',
  narrative: 'Cerita rekaan untuk uji.',
  violenceTypes: ['FISIK'],
  contexts: ['KDRT'],
  victims: [{ name: 'Umpama Reka', sex: 'P', ageYears: 30 }],
  reportedPersons: [],
};

/** The legal office changes a rule by two people, keeps the calendar, and a clock is paused and waived at the desk. */
inBrowser('the register and the calendar', () => {
  let stage: Stage;
  let legal: Page;
  let caseId: string;

  beforeAll(async () => {
    stage = await Stage.open();
    await stage.setClock('2026-10-05T10:15:00+07:00');
    ({ caseId } = (
      await stage.api.as('pendamping@uptd-ppa').post<{ caseId: string }>('/reports', REPORT)
    ).body);
    legal = await stage.signIn('hukum@bagian-hukum');
  }, 60_000);
  afterAll(() => stage?.close());

  const rule = 'complaint-followup';

  it('lists every rule with its basis, and shows the effect before a version can be proposed', async () => {
    await legal.getByRole('link', { name: 'Tindak lanjut pengaduan paling lambat' }).waitFor();
    await keepPicture(legal, 'register-list');
    expect(await accessFaults(legal, 'register')).toEqual([]);
    await legal.getByRole('link', { name: 'Tindak lanjut pengaduan paling lambat' }).click();
    await legal.getByRole('button', { name: 'Usulkan versi baru' }).click();
    const dialog = legal.getByRole('dialog');
    await dialog.getByLabel('Jumlah').fill('5');
    await dialog.getByLabel('Bunyi batas').fill('5 hari kerja');
    await choose(legal, 'Kesepakatan');
    await dialog.getByLabel('Berlaku juga untuk tenggat').check();
    await dialog.getByLabel('Alasan').fill('SK baru.');
    expect(await dialog.getByRole('button', { name: 'Ajukan usulan' }).count()).toBe(0);
    await dialog.getByRole('button', { name: 'Lihat dampaknya dulu' }).click();
    await dialog.getByText('1 dari 1 tenggat terbuka berubah.').waitFor();
    await dialog.getByText('lebih longgar').scrollIntoViewIfNeeded();
    await keepPicture(legal, 'register-propose');
    expect(await accessFaults(legal, 'register')).toEqual([]);
    await dialog.getByRole('button', { name: 'Ajukan usulan' }).click();
    await legal.getByText('Menunggu persetujuan orang lain').waitFor();
    expect(await legal.getByRole('button', { name: 'Setujui' }).count()).toBe(0);
    await keepPicture(legal, 'register-waits');
  });

  it('is approved by the other person, on a phone', async () => {
    const second = await stage.signIn('kepala@bagian-hukum', 'phone');
    await second.goto(`${stage.address}/aturan/${rule}`);
    await second.getByRole('button', { name: 'Setujui' }).scrollIntoViewIfNeeded();
    await keepPicture(second, 'register-approve');
    expect(await accessFaults(second, 'register')).toEqual([]);
    await second.getByRole('button', { name: 'Setujui' }).click();
    await second.getByRole('heading', { name: 'Versi 2' }).waitFor();
  });

  it('the calendar warns of next year, takes a list, and gives a day back', async () => {
    await legal.goto(`${stage.address}/kalender`);
    await legal.getByText('Daftar hari libur 2027 belum dimuat').waitFor();
    await keepPicture(legal, 'calendar');
    await legal.getByRole('button', { name: 'Muat daftar setahun' }).click();
    const dialog = legal.getByRole('dialog');
    await dialog
      .getByLabel('Isi daftar')
      .fill('tanggal;jenis;nama;dasar\n31/02/2027;NASIONAL;Libur contoh;SKB contoh');
    await dialog.getByRole('button', { name: 'Periksa daftar' }).click();
    await dialog.getByText('Baris 2, kolom date: Tanggal ini tidak ada.').waitFor();
    await keepPicture(legal, 'calendar-import');
    expect(await accessFaults(legal, 'register')).toEqual([]);
    const days = Array.from(
      { length: 12 },
      (_, n) => `${n + 1}/03/2027;NASIONAL;Libur contoh ${n + 1};SKB contoh`,
    );
    await dialog.getByLabel('Isi daftar').fill(['tanggal;jenis;nama;dasar', ...days].join('\n'));
    await dialog.getByRole('button', { name: 'Periksa daftar' }).click();
    await dialog.getByRole('button', { name: 'Muat 12 hari' }).click();
    await choose(legal, '2027');
    await legal.getByRole('button', { name: 'Batalkan Libur contoh 12' }).click();
    await legal.getByRole('dialog').getByLabel('Alasan').fill('SKB diubah.');
    await legal.getByRole('dialog').getByRole('button', { name: 'Batalkan' }).click();
    await legal.getByRole('dialog').waitFor({ state: 'detached' });
    await legal.getByRole('button', { name: 'Batalkan Libur contoh 12' }).waitFor({ state: 'detached' });
  });

  it('next year’s Ramadan hours are asked for on the register and on the desk of the IT office', async () => {
    await legal.goto(`${stage.address}/aturan`);
    await legal.getByText('Jam kerja Ramadan 2027 belum dimuat').waitFor();
    await keepPicture(legal, 'calendar-gap-register');
    const admin = await stage.signIn('admin@diskominfo', 'phone');
    await admin.goto(`${stage.address}/beranda`);
    await admin.getByText('Jam kerja Ramadan 2027 belum dimuat').waitFor();
    await keepPicture(admin, 'calendar-gap-home');
    expect(await accessFaults(admin, 'what is missing')).toEqual([]);
    await admin.getByRole('link', { name: 'Muat di kalender' }).click();
    await admin.getByRole('heading', { name: 'Jam kerja' }).waitFor();
    await keepPicture(admin, 'hours-phone-top');
    await admin.getByRole('heading', { name: 'Jam kerja' }).scrollIntoViewIfNeeded();
    await keepPicture(admin, 'hours');
    expect(await accessFaults(admin, 'hours on a phone')).toEqual([]);
  });

  it('hours are tried first, with what they do to open deadlines, then taken and taken back', async () => {
    await legal.goto(`${stage.address}/kalender`);
    await legal.getByRole('button', { name: 'Muat jam kerja' }).click();
    const dialog = legal.getByRole('dialog');
    const text = dialog.getByLabel('Isi daftar');
    await dialog.getByRole('button', { name: 'Isi contoh Ramadan' }).click();
    expect(await text.inputValue()).toContain('RAMADAN;SENIN-KAMIS;08.00;12.00;12.30;15.00;;;;');
    await dialog.getByRole('button', { name: 'Periksa daftar' }).click();
    await dialog.getByText('Baris 2, kolom valid_from: Tulis tanggal seperti').waitFor();
    // Not a real Ramadan: it covers the open deadlines of this test.
    const heading = 'musim;hari;buka;tutup;berlaku_dari;berlaku_sampai;dasar';
    await text.fill(`${heading}\nRAMADAN;SENIN-JUMAT;08.00;15.00;06/10/2026;31/10/2026;SE contoh`);
    await dialog.getByRole('button', { name: 'Periksa daftar' }).click();
    await dialog.getByText('lebih cepat').first().waitFor();
    await dialog.getByText('lebih cepat').first().scrollIntoViewIfNeeded();
    await keepPicture(legal, 'hours-effect');
    expect(await accessFaults(legal, 'effect of hours')).toEqual([]);
    await dialog.getByRole('button', { name: 'Muat 1 masa' }).click();
    await dialog.waitFor({ state: 'detached' });
    const coming = legal.locator('.hours > li', { hasText: 'Akan berlaku' });
    await coming.getByText('08.00 sampai 15.00').waitFor();
    await coming.scrollIntoViewIfNeeded();
    await keepPicture(legal, 'hours');
    await coming.getByRole('button', { name: 'Batalkan' }).click();
    await dialog.getByRole('heading', { name: 'Dampak pada tenggat yang terbuka' }).waitFor();
    await dialog.getByLabel('Alasan').fill('SE dicabut.');
    await keepPicture(legal, 'hours-take-back');
    expect(await accessFaults(legal, 'hours taken back')).toEqual([]);
    await dialog.getByRole('button', { name: 'Batalkan' }).click();
    await dialog.waitFor({ state: 'detached' });
    await legal.getByText('Yang sudah berakhir atau dibatalkan').click();
    await legal.getByText('Alasan: SE dicabut.').waitFor();
    await coming.waitFor({ state: 'detached' });
  });

  it('a clock is paused and resumed at the desk, and the law’s own offers neither', async () => {
    const worker = await stage.signIn('pendamping@uptd-ppa');
    await worker.goto(`${stage.address}/kasus/${caseId}?bagian=tenggat`);
    const item = worker.locator('li.deadline', { hasText: 'Tindak lanjut pengaduan' }).first();
    await item.getByRole('button', { name: /^Ubah…/ }).click();
    const dialog = worker.getByRole('dialog');
    await choose(worker, 'Jeda');
    await dialog.getByLabel('Alasan').fill('Klien dirawat di luar kota.');
    await keepPicture(worker, 'deadline-pause');
    expect(await accessFaults(worker, 'register')).toEqual([]);
    await dialog.getByRole('button', { name: 'Jeda' }).click();
    await item.getByText('Dijeda').waitFor();
    await item.getByRole('button', { name: /^Ubah…/ }).click();
    await choose(worker, 'Lanjutkan');
    await dialog.getByRole('button', { name: 'Lanjutkan' }).click();
    await item.getByText('Dijeda').waitFor({ state: 'detached' });
    await keepPicture(worker, 'deadline-resumed');
  });

  it('and nothing went wrong in any page', () => expect(stage.faults).toEqual([]));
});
