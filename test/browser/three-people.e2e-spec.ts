import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { chooseFromList, countPresses } from './presses.js';
import { accessFaults, choose, exitIsOnTop, inBrowser, keepPicture, Stage, steps, textOf } from './stage.js';

const CLIENT = 'Puri Rekaan';
const PHONE = '0812-0000-4301';
const STORY = 'Klien sering dibentak dan didiamkan berhari-hari. Tidak takut pulang, ingin tahu haknya.';
const DONE = 'Klien diperiksa dan mendapat konseling tidur.';

/** Vignette V03, "Ingin didengar dulu", from the first report to the supervisor's verdict, by three people in turn. */
inBrowser('one referral through three hands, in a browser', () => {
  let stage: Stage;
  let counselor: Page;
  let officer: Page;
  let supervisor: Page;
  let casePath = '';
  let caseNumber = '';
  let preview = '';
  /** Every answer of the API that reached the officer's browser. */
  const officerWasTold: Promise<string>[] = [];
  const dialogFaults: string[] = [];

  /** A dialog is open: it is fit for everybody, it can be left at once, and a picture of it is kept. */
  const look = async (page: Page, name: string): Promise<void> => {
    dialogFaults.push(...(await accessFaults(page, name)));
    if (!(await exitIsOnTop(page))) dialogFaults.push(`${name}: the quick exit is covered`);
    await keepPicture(page, name);
  };

  const step = steps();

  beforeAll(async () => {
    stage = await Stage.open();
  }, 120_000);
  afterAll(async () => {
    await stage?.close();
  });

  step('the counsellor opens the case with at most twelve required fields', async () => {
    counselor = await stage.signIn('pendamping@uptd-ppa');
    await keepPicture(counselor, 'work-empty');
    await counselor.getByRole('link', { name: 'Kasus baru' }).first().click();
    await counselor.getByRole('button', { name: 'Buka kasus' }).click();
    const missing = counselor.getByRole('alert').getByRole('link');
    await missing.first().waitFor();
    expect(await missing.count()).toBe(7);
    const required = Number(/\d+ dari (\d+) isian/.exec(await counselor.locator('main').innerText())![1]);
    expect(required).toBeLessThanOrEqual(12);
    await keepPicture(counselor, 'new-case-faults');

    await choose(counselor, 'Aman');
    await choose(counselor, 'Psikis');
    await choose(counselor, 'Kekerasan dalam rumah tangga');
    await counselor.getByLabel(/^Ringkas kejadian/).fill(STORY);
    await counselor.getByLabel(/^Nama ?boleh kosong/).fill(CLIENT);
    await counselor.getByLabel(/^Usia ?perkiraan/).fill('41');
    await choose(counselor, 'Perempuan');
    await choose(counselor, 'Telepon');
    await counselor.getByLabel(/Nomor yang aman/).fill(PHONE);
    await counselor.getByLabel(/Jam aman/).fill('12.00-13.00');
    await counselor.getByLabel('Hubungan terlapor dengan klien').selectOption({ label: 'Suami/istri' });
    await counselor.getByText(`${required} dari ${required} isian`).waitFor();
    await counselor.getByRole('button', { name: 'Buka kasus' }).click();
    await counselor.waitForURL(/\/kasus\/[0-9a-f-]{36}$/);
    casePath = new URL(counselor.url()).pathname;
    const heading = counselor.getByRole('heading', { level: 1, name: /^PBM-/ });
    await heading.waitFor();
    caseNumber = (await heading.textContent())!.trim();
    expect(caseNumber).toMatch(/^PBM-\d{4}-\d{4}$/);
    // Masked by default; the name is shown only when somebody says why.
    expect(await counselor.locator('main').innerText()).not.toContain(CLIENT);
  });

  step('and screens the risk', async () => {
    await counselor.getByRole('link', { name: 'Tapis risiko' }).click();
    await choose(counselor, 'Rendah');
    await keepPicture(counselor, 'screening-filled');
    await counselor.getByRole('button', { name: 'Simpan tapisan' }).click();
    await counselor.waitForURL(`**${casePath}`);
    await counselor.getByText('Risiko rendah').first().waitFor();
    await keepPicture(counselor, 'case-screened');
  });

  step('and sends a referral in at most six clicks, having seen exactly what will cross', async () => {
    // The officer waits before an empty inbox, without touching anything.
    officer = await stage.signIn('petugas@dinkes');
    officer.on('response', (response) => {
      if (/json/.test(response.headers()['content-type'] ?? ''))
        officerWasTold.push(response.text().catch(() => ''));
    });
    await officer.getByText('Semua sudah dijawab.').waitFor();
    await keepPicture(officer, 'inbox-empty');

    const pressed = await countPresses(counselor);
    await counselor.getByRole('link', { name: 'Kirim rujukan' }).first().click();
    await chooseFromList(counselor, 'Lembaga lain', 'Dinas Kesehatan');
    const sheet = counselor.getByRole('complementary', { name: /Yang akan dilihat/ }).locator('.packet');
    await sheet.getByText(CLIENT).waitFor();
    await keepPicture(counselor, 'refer-preview');
    await counselor.getByRole('button', { name: 'Klien setuju, lisan' }).click();
    await counselor.getByLabel(/^Saya sudah membacakan/).check();
    preview = await textOf(sheet);
    await counselor.getByRole('button', { name: 'Kirim ke Dinas Kesehatan' }).click();
    await counselor.getByRole('dialog', { name: 'Rujukan terkirim' }).waitFor();
    expect(await pressed()).toEqual({ presses: 6, scripted: [] });
    await look(counselor, 'refer-sent');

    expect(preview).toContain('Nama klien\nPuri Rekaan');
    expect(preview).toContain('Permintaan\nMohon layanan kesehatan untuk klien.');
    expect(preview).not.toContain(STORY);
    await counselor.getByRole('button', { name: 'Kembali ke kasus' }).click();
    await counselor.getByText('Dinas Kesehatan').first().waitFor();
    await keepPicture(counselor, 'case-referred');
  });

  step('the officer is told, reads the very same, and accepts in two clicks from the notice', async () => {
    // The open page wakes up by itself.
    await officer.getByText(CLIENT).waitFor({ timeout: 20_000 });
    await officer.getByRole('link', { name: 'Pemberitahuan' }).first().click();
    const notice = officer.getByRole('link', { name: 'Rujukan baru menunggu konfirmasi' });
    await notice.waitFor({ timeout: 20_000 });
    await keepPicture(officer, 'notices-officer');

    const pressed = await countPresses(officer);
    await notice.click();
    const packet = officer.locator('.packet');
    await packet.waitFor();
    expect(await textOf(packet)).toBe(preview);
    await keepPicture(officer, 'referral-to-answer');
    await officer.getByRole('button', { name: 'Terima rujukan' }).click();
    await officer.getByText('Diterima', { exact: false }).first().waitFor();
    await officer.getByRole('button', { name: 'Mulai layanan' }).waitFor();
    expect(await pressed()).toEqual({ presses: 2, scripted: [] });
    await keepPicture(officer, 'referral-accepted');
  });

  step('and starts the service and reports back', async () => {
    await officer.getByRole('button', { name: 'Mulai layanan' }).click();
    await officer.getByText('Layanan dimulai').first().waitFor();
    await officer.getByRole('button', { name: 'Lapor hasil' }).click();
    const dialog = officer.getByRole('dialog', { name: 'Lapor hasil' });
    await dialog.getByLabel('Selesai').check();
    await dialog.getByLabel(/^Apa yang dilakukan/).fill(DONE);
    await look(officer, 'report');
    await dialog.getByRole('button', { name: 'Kirim laporan' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await officer.getByText(DONE).waitFor();
    await keepPicture(officer, 'referral-completed');
  });

  step('and never held more than the packet: no case, no story, no other person', async () => {
    // The lists of codes are everybody's and name every kind of person there is.
    const told = (await Promise.all(officerWasTold))
      .filter((answer) => !answer.startsWith('{"lists"'))
      .join('\n');
    const caseId = casePath.split('/').pop()!;
    const kept = [STORY, caseId, '"caseId":"', 'SUAMI_ISTRI', 'reportedPersons'];
    expect([CLIENT, ...kept].filter((words) => told.includes(words))).toEqual([CLIENT]);
    const page = await officer.content();
    expect(kept.filter((words) => page.includes(words))).toEqual([]);
  });

  step('the counsellor hears of it and closes the loop', async () => {
    await counselor.getByRole('link', { name: 'Pemberitahuan' }).first().click();
    await counselor.getByText('Rujukan diterima oleh instansi tujuan.').waitFor({ timeout: 20_000 });
    const notice = counselor.getByRole('link', { name: /^(?:Belum dibaca: )?Layanan selesai/ });
    await notice.waitFor({ timeout: 20_000 });
    await keepPicture(counselor, 'notices-counsellor');
    await notice.click();
    await counselor.getByText(DONE).waitFor();
    await counselor.getByRole('button', { name: 'Tutup rujukan' }).click();
    const dialog = counselor.getByRole('dialog', { name: 'Tutup rujukan' });
    await dialog.getByLabel('Terbantu').check();
    await look(counselor, 'confirm');
    await dialog.getByRole('button', { name: 'Tutup rujukan' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await counselor.goto(stage.address + casePath);
    await counselor.getByText('menutup lingkaran rujukan').waitFor();
    // Every act of the journey has words of its own.
    expect(await counselor.locator('main').innerText()).not.toMatch(/tindakan lain/i);
    await keepPicture(counselor, 'case-closed-loop');
  });

  step('the supervisor sees the board, reads who did what, and has the trail verified', async () => {
    supervisor = await stage.signIn('kepala@uptd-ppa');
    await supervisor.getByRole('heading', { level: 1, name: 'Ringkasan' }).waitFor();
    await supervisor.getByText('Tidak ada yang terlambat.').waitFor();
    await supervisor.getByRole('link', { name: 'Tenggat' }).first().click();
    await supervisor.getByRole('heading', { level: 1, name: 'Tenggat' }).waitFor();
    await supervisor.getByRole('link', { name: 'Jejak audit' }).first().click();

    // One case of three people: the trail says who did what, newest first.
    await supervisor.getByRole('button', { name: 'Menutup lingkaran rujukan' }).click();
    await supervisor.getByRole('button', { name: 'Hanya kasus ini' }).click();
    const rows = supervisor.locator('.audit-table tbody tr');
    await supervisor.getByRole('button', { name: `${caseNumber} · Hapus saringan` }).waitFor();
    const first = supervisor.getByRole('button', { name: 'Menerima laporan' });
    const more = supervisor.getByRole('button', { name: 'Muat lagi' });
    await more.or(first).first().waitFor();
    while (!(await first.isVisible())) {
      const shown = await rows.count();
      await more.click();
      await rows.nth(shown).waitFor();
    }
    await keepPicture(supervisor, 'audit-one-case');
    const trail = (await rows.allInnerTexts()).map((row) => row.replace(/\s+/g, ' '));
    for (const [name, act] of [
      ['Dewi Hikayat', 'Menerima laporan'],
      ['Dewi Hikayat', 'Menapis risiko'],
      ['Dewi Hikayat', 'Mencatat dasar berbagi data'],
      ['Dewi Hikayat', 'Mengirim rujukan'],
      ['Sri Contoh Dinas Kesehatan', 'Menerima rujukan'],
      ['Sri Contoh Dinas Kesehatan', 'Memulai layanan'],
      ['Sri Contoh Dinas Kesehatan', 'Menyelesaikan rujukan'],
      ['Dewi Hikayat', 'Menutup lingkaran rujukan'],
    ] as const)
      expect(trail.filter((row) => row.includes(name) && row.includes(`${act} ${caseNumber}`))).not.toEqual(
        [],
      );
    await supervisor.getByRole('button', { name: 'Mencatat dasar berbagi data' }).click();
    const detail = supervisor.getByRole('complementary', { name: 'Rincian catatan' });
    await detail.getByText('Persetujuan', { exact: true }).waitFor();
    expect(await detail.innerText()).toMatch(/Jawaban klien\s+Setuju\s+Data\s+Identitas/);

    await supervisor.getByRole('button', { name: 'Periksa sekarang' }).click();
    await supervisor.getByText(/^Utuh: \d+ catatan cocok, tidak ada celah/).waitFor({ timeout: 20_000 });
    const page = await supervisor.locator('body').innerText();
    for (const kept of [CLIENT, PHONE, STORY]) expect(page).not.toContain(kept);
    await keepPicture(supervisor, 'audit-verified');
  });

  step(
    'the same on a phone: a name that stays behind is stopped in the text, then six taps, and two to accept',
    async () => {
      const hand = await stage.signIn('pendamping@uptd-ppa', 'phone');
      await hand.goto(stage.address + casePath);
      const pressed = await countPresses(hand);
      await hand.getByRole('link', { name: 'Kirim rujukan' }).first().tap();
      await chooseFromList(hand, 'Lembaga lain', 'Dinas Kesehatan');
      await hand.getByRole('button', { name: 'Lihat pratinjau' }).waitFor();
      const toTheForm = await pressed();
      // The shortest way is counted; keeping the name back, typing and mending a slip come on top.
      await hand.getByRole('group', { name: 'Nama klien' }).getByLabel('Tidak').check();
      await hand.getByLabel('Apa yang diminta?').fill('Mohon kontrol ulang untuk Puri.');
      await hand.getByText(/Ada nama klien di teks/).waitFor();
      await keepPicture(hand, 'refer-name-found');
      await hand.getByRole('button', { name: /Ganti dengan/ }).tap();
      expect(await hand.getByLabel('Apa yang diminta?').inputValue()).toBe(
        'Mohon kontrol ulang untuk klien.',
      );
      await pressed();
      await hand.getByRole('button', { name: 'Lihat pratinjau' }).tap();
      const sheet = hand.getByRole('dialog', { name: /Yang akan dilihat/ });
      await sheet.getByText('Mohon kontrol ulang untuk klien.').waitFor();
      await look(hand, 'refer-preview');
      await sheet.getByLabel(/^Saya sudah membacakan/).tap();
      await sheet.getByRole('button', { name: 'Kirim ke Dinas Kesehatan' }).tap();
      await hand.getByRole('dialog', { name: 'Rujukan terkirim' }).waitFor();
      expect([toTheForm, await pressed()]).toEqual([
        { presses: 3, scripted: [] },
        { presses: 3, scripted: [] },
      ]);
      await look(hand, 'refer-sent');
      await hand.context().close();

      const desk = await stage.signIn('petugas@dinkes', 'phone');
      const pressedThere = await countPresses(desk);
      await desk.getByRole('link', { name: /Layanan kesehatan/ }).tap();
      await desk.getByText('Mohon kontrol ulang untuk klien.').waitFor();
      await keepPicture(desk, 'referral-to-answer');
      await desk.getByRole('button', { name: 'Terima rujukan' }).tap();
      await desk.getByRole('button', { name: 'Mulai layanan' }).waitFor();
      expect(await pressedThere()).toEqual({ presses: 2, scripted: [] });
      await keepPicture(desk, 'referral-accepted');
      await desk.context().close();
    },
  );

  step('leaving quickly over an open dialog, by Shift three times', async () => {
    await counselor.goto(stage.address + casePath);
    await counselor.getByRole('button', { name: 'Tampilkan nama' }).click();
    await counselor.getByRole('dialog').waitFor();
    await look(counselor, 'exit-over-dialog');
    await left(counselor, async () => {
      for (let press = 0; press < 3; press++) await counselor.keyboard.press('Shift');
    });
  });

  step('and by its button', async () => {
    await officer.goto(`${stage.address}/berjalan`);
    await officer
      .getByRole('button', { name: 'Lapor perkembangan' })
      .or(officer.getByRole('button', { name: 'Lapor hasil' }))
      .first()
      .click();
    const dialog = officer.getByRole('dialog');
    await left(officer, () => dialog.getByRole('button', { name: 'Keluar cepat' }).click());
  });

  step(
    'all along: one neutral title, nobody in an address, nothing from elsewhere, no error, fit dialogs',
    async () => {
      expect(stage.addresses.length).toBeGreaterThan(100);
      for (const address of stage.addresses)
        expect(decodeURIComponent(address)).not.toMatch(/Puri|Rekaan|0812|4301|kekerasan|korban/i);
      // The dull page that a quick exit opens is elsewhere on purpose.
      expect(stage.faults.filter((fault) => !/www\.bmkg\.go\.id/.test(fault))).toEqual([]);
      expect(dialogFaults).toEqual([]);
    },
  );

  /** Away at once, over on the server too, nothing kept in the browser, and Back finds no case. */
  const left = async (page: Page, leave: () => Promise<void>): Promise<void> => {
    const { pathname } = new URL(page.url());
    // The dull page is elsewhere, where a test has no network: only that the case is gone matters here.
    await page.route(/^https:/, (route) =>
      route.fulfill({ body: '<title>Cuaca</title>', contentType: 'text/html' }),
    );
    await leave();
    await page.waitForURL((url) => !url.href.startsWith(stage.address));
    await page.goBack().catch(() => undefined);
    await page.waitForTimeout(500);
    expect(await page.content()).not.toContain(caseNumber);
    await page.goto(stage.address + pathname);
    await page.getByRole('button', { name: 'Masuk' }).waitFor();
    expect(await page.content()).not.toContain(caseNumber);
    const kept = await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])');
    expect(kept).not.toMatch(/PBM-|Puri|Klien/);
  };
});
