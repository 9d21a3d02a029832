import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { done } from '../harness/index.js';
import { cityTime, drafted, REPORT, sent, WORDS } from './prepared.js';
import { accessFaults, choose, inBrowser, keepPicture, Stage, textOf } from './stage.js';

interface NewLink {
  address: string;
  code: string;
}

inBrowser('what two people do in two browsers', () => {
  let stage: Stage;
  let caseId: string;

  beforeAll(async () => {
    stage = await Stage.open();
    const worker = stage.api.as('pendamping@uptd-ppa');
    ({ caseId } = done(await worker.post<{ caseId: string }>('/reports', REPORT)));
    done(await worker.post(`/cases/${caseId}/screenings`, { redFlags: ['CEKIKAN'], risk: 'TINGGI' }));
  }, 120_000);
  afterAll(() => stage?.close());

  it('one proposes it, the other finds it on the worklist and approves it', async () => {
    const proposer = await stage.signIn('pendamping@uptd-ppa');
    await proposer.goto(`${stage.address}/kasus/${caseId}/asesmen`);
    await proposer.getByLabel('Sedang', { exact: true }).check();
    await proposer.getByText('Ini menjadi usulan').waitFor();
    await proposer.getByLabel('Alasan').fill('Suami sudah pindah ke kota lain.');
    await keepPicture(proposer, 'lowering-asked');
    await proposer.getByRole('button', { name: 'Simpan dan usulkan' }).click();
    const proposal = { name: 'Usulan menurunkan tingkat: Sedang' };
    await proposer.getByRole('region', proposal).waitFor();
    await keepPicture(proposer, 'lowering-waits');
    expect(await proposer.getByRole('region', proposal).getByRole('button').count()).toBe(0);
    expect(await accessFaults(proposer, 'proposal')).toEqual([]);

    const faults: string[] = [];
    const other = await stage.signIn('kepala@uptd-ppa', 'phone');
    // A supervisor begins on the overview.
    await other.getByRole('link', { name: 'Tinjau usulan menurunkan tingkat risiko', exact: true }).waitFor();
    await keepPicture(other, 'lowering-on-the-list');
    faults.push(...(await accessFaults(other, 'worklist')));
    await other.getByRole('link', { name: 'Tinjau usulan menurunkan tingkat risiko', exact: true }).click();
    await other.getByRole('button', { name: 'Setujui: Sedang' }).waitFor();
    await keepPicture(other, 'lowering-to-approve');
    faults.push(...(await accessFaults(other, 'approval')));
    expect(faults).toEqual([]);
    const wide = await stage.signIn('kepala@uptd-ppa');
    await wide.goto(`${stage.address}/kasus/${caseId}`);
    await wide.getByRole('region', proposal).waitFor();
    await keepPicture(wide, 'lowering-on-the-case');

    await other.getByRole('button', { name: 'Setujui: Sedang' }).click();
    await other.getByRole('region', proposal).waitFor({ state: 'detached' });
    // The page of whoever had it open follows by itself; whoever comes late is told why.
    await proposer.getByText('Risiko sedang').first().waitFor();
    expect(stage.faults).toEqual([]);
  });

  it('what changed after the sending is reviewed by one, and read as news by the other', async () => {
    const worker = stage.api.as('pendamping@uptd-ppa');
    const { id, of } = await sent(stage, 'rsud-igd', 'RSUD');
    done(await worker.post(`/cases/${of}/screenings`, { redFlags: ['CEKIKAN'], risk: 'TINGGI' }));
    const sender = await stage.signIn('pendamping@uptd-ppa');
    await sender.goto(`${stage.address}/rujukan/${id}`);
    const panel = sender.getByRole('region', { name: 'Pembaruan untuk penerima' });
    await panel.getByText(/Tingkat risiko/).waitFor();
    await keepPicture(sender, 'update-panel');
    await panel.getByRole('button', { name: 'Tinjau pembaruan' }).click();
    const dialog = sender.getByRole('dialog', { name: /^Pembaruan untuk/ });
    await dialog.getByLabel(/^Ringkasan perlu-tahu/).fill('Keadaan memburuk sejak kemarin.');
    await dialog.locator('.update-whole').getByText('Keadaan memburuk sejak kemarin.').waitFor();
    // One change may wait while another is told.
    await dialog.getByLabel('Nanti', { exact: true }).first().check();
    await dialog.getByText('Penerima tetap memegang yang lama').waitFor();
    await keepPicture(sender, 'update-in-part');
    await dialog.getByRole('button', { name: 'Kirim sekarang juga' }).click();
    await dialog.locator('.update-whole').getByText('Tinggi').first().waitFor();
    await dialog.getByLabel(/^Saya sudah membacakan/).check();
    const preview = await textOf(dialog.locator('.packet'));
    await keepPicture(sender, 'update-dialog');
    const faults = await accessFaults(sender, 'update');
    const narrow = await stage.signIn('pendamping@uptd-ppa', 'phone');
    await narrow.goto(`${stage.address}/rujukan/${id}`);
    await narrow.getByRole('button', { name: 'Tinjau pembaruan' }).click();
    await narrow.getByRole('dialog', { name: /^Pembaruan untuk/ }).waitFor();
    await keepPicture(narrow, 'update-dialog');
    faults.push(...(await accessFaults(narrow, 'update on a phone')));
    await dialog.getByRole('button', { name: 'Kirim pembaruan' }).click();
    await dialog.waitFor({ state: 'hidden' });

    const officer = await stage.signIn('petugas@rsud-igd');
    await officer.goto(`${stage.address}/rujukan/${id}`);
    await officer.getByText(/^Diperbarui/).waitFor();
    expect(await textOf(officer.locator('.packet'))).toBe(preview);
    await keepPicture(officer, 'update-received');
    faults.push(...(await accessFaults(officer, 'update received')));
    await sender.goto(`${stage.address}/kasus/${of}/penerima`);
    await sender.getByText('Diperbarui').waitFor();
    await keepPicture(sender, 'shared-with');
    faults.push(...(await accessFaults(sender, 'who received what')));
    await narrow.goto(`${stage.address}/kasus/${of}/penerima`);
    await narrow.getByText('Diperbarui').waitFor();
    await keepPicture(narrow, 'shared-with');
    faults.push(...(await accessFaults(narrow, 'who received what on a phone')));
    expect([...faults, ...stage.faults]).toEqual([]);
  });

  it('what is withdrawn while its receiver reads it leaves the page within two seconds: officer, link, and by time', async () => {
    const worker = stage.api.as('pendamping@uptd-ppa');
    const [hospital, timed, clinic] = [
      await sent(stage, 'rsud-igd', 'RSUD'),
      await sent(stage, 'rsud-igd', 'RSUD'),
      await sent(stage, 'puskesmas-timur', 'PUSKESMAS'),
    ];
    await stage.withoutAccounts('puskesmas-timur');
    const officer = await stage.signIn('petugas@rsud-igd');
    await officer.goto(`${stage.address}/rujukan/${hospital.id}`);
    await officer.getByText(WORDS).first().waitFor();
    const link = done(await worker.post<NewLink>(`/referrals/${clinic.id}/link`));
    const telephone = await stage.page('phone');
    await telephone.goto(stage.address + new URL(link.address).pathname);
    await telephone.getByLabel('Kode enam angka').fill(link.code);
    await telephone.getByLabel('Nama dan jabatan').fill('Bidan Rekaan');
    await telephone.getByRole('button', { name: 'Buka' }).click();
    await telephone.getByText(WORDS).first().waitFor();
    await keepPicture(telephone, 'link-open');
    // Two seconds on a machine that draws a page of this product in one; a slower one gets as much more.
    const loading = Date.now();
    await officer.reload();
    await officer.getByText(WORDS).first().waitFor();
    const budget = 2_000 * Math.max(1, (Date.now() - loading) / 1_000);

    done(await worker.post(`/consents/${clinic.consentId}/withdrawal`));
    expect(await goneAfter(telephone)).toBeLessThan(budget);
    await telephone.getByText(/Hentikan pemrosesan|musnahkan/).waitFor();
    await keepPicture(telephone, 'link-closed');
    await telephone.goBack();
    expect(await telephone.content()).not.toContain(WORDS);

    // Somebody is being helped there: whoever withdraws sees it before and after, with the number to call.
    const helping = stage.api.as('petugas@rsud-igd');
    done(await helping.post(`/referrals/${hospital.id}/acceptance`, { responsibleName: 'dr. Rekaan' }));
    done(await helping.post(`/referrals/${hospital.id}/service-start`, {}));
    const sender = await stage.signIn('pendamping@uptd-ppa');
    await sender.goto(`${stage.address}/kasus/${hospital.of}`);
    await sender.getByRole('button', { name: 'Tarik persetujuan' }).click();
    const before = sender.getByRole('dialog', { name: 'Tarik persetujuan' });
    await before.getByText('Sudah berjalan: bicarakan dahulu').waitFor();
    await before.getByText('dr. Rekaan').waitFor();
    await keepPicture(sender, 'withdraw-before');
    const faults = await accessFaults(sender, 'withdrawal');
    const answered = sender.waitForResponse((answer) => answer.request().method() === 'POST');
    await before.getByRole('button', { name: 'Tarik persetujuan' }).click();
    await answered;
    expect(await goneAfter(officer)).toBeLessThan(budget);
    await officer.getByText(/musnahkan/).waitFor();
    await keepPicture(officer, 'view-closed');
    const after = sender.getByRole('dialog', { name: 'Penolakan klien sudah berlaku' });
    await after.getByText('Sudah berjalan: hubungi sekarang').waitFor();
    await keepPicture(sender, 'withdraw-after');
    expect([...faults, ...(await accessFaults(sender, 'withdrawn'))]).toEqual([]);

    // Nobody withdraws anything here: the end that was agreed comes while the page is open.
    await stage.endConsent(timed.consentId, budget / 1_000);
    await officer.goto(`${stage.address}/rujukan/${timed.id}`);
    await officer.getByText(WORDS).first().waitFor();
    expect(await goneAfter(officer)).toBeLessThan(2 * budget);
    await officer.getByText(/musnahkan/).waitFor();
    await officer.goBack();
    expect(await officer.content()).not.toContain(WORDS);
    expect(stage.faults).toEqual([]);
  });

  /** Milliseconds until the page holds none of the packet's words any more, seen or unseen. */
  const goneAfter = async (page: Page): Promise<number> => {
    const since = Date.now();
    while ((await page.content().catch(() => WORDS)).includes(WORDS))
      if (Date.now() - since > 60_000) throw new Error('the page keeps its words');
    return Date.now() - since;
  };

  it('in danger the telephone comes first, and what was handed over in words is owed in writing', async () => {
    const worker = stage.api.as('pendamping@uptd-ppa');
    const inDanger = { ...REPORT, clientSafeNow: 'NO' };
    const { caseId: of } = done(await worker.post<{ caseId: string }>('/reports', inDanger));
    done(await worker.post(`/cases/${of}/screenings`, { redFlags: ['CEKIKAN'], risk: 'TINGGI' }));
    const page = await stage.signIn('pendamping@uptd-ppa', 'phone');
    await page.goto(`${stage.address}/kasus/${of}/darurat`);
    const point = page.locator('.lane-checks button').first();
    await point.click();
    await point.getByText('Dewi Hikayat').waitFor();
    const rsud = page.locator('.lane-order li').filter({ hasText: 'IGD' }).first();
    await rsud.getByLabel('Nama yang mengangkat').fill('Perawat jaga');
    await rsud
      .getByRole('button', { name: /^Serah terima lisan/ })
      .first()
      .click();
    await rsud.getByText(/^Rujukan tertulis paling lambat/).waitFor();
    await rsud.scrollIntoViewIfNeeded();
    await keepPicture(page, 'lane-call');
    const faults = await accessFaults(page, 'emergency lane');
    await page.goto(`${stage.address}/kerja`);
    const owed = page.getByRole('link', { name: /^Tulis dan kirim rujukan/ });
    await owed.waitFor();
    await owed.click();
    await page.getByRole('link', { name: 'Tulis rujukannya' }).waitFor();
    expect([...faults, ...stage.faults]).toEqual([]);
  });

  it('one need is asked of two; the first who accepts has it, and the other learns no more', async () => {
    const worker = stage.api.as('pendamping@uptd-ppa');
    const { of, draft } = await drafted(stage, 'rsud-igd', ['RSUD', 'PUSKESMAS']);
    const page = await stage.signIn('pendamping@uptd-ppa');
    await page.goto(`${stage.address}/kasus/${of}/rujuk?draf=${draft}`);
    await page
      .locator('.ask-several')
      .getByLabel(/^Puskesmas/)
      .first()
      .check();
    await page.locator('.ask-packet summary').click();
    await page.locator('.ask-packet .packet').waitFor();
    await page.locator('.ask-several').scrollIntoViewIfNeeded();
    await keepPicture(page, 'fan-asked');
    const faults = await accessFaults(page, 'asking several');
    await page
      .locator('.desktop-only')
      .getByLabel(/^Saya sudah/)
      .check();
    await page.getByRole('button', { name: 'Tanyakan ke 2 lembaga' }).click();
    await page.getByRole('dialog').getByText('dan 1 lembaga lain').waitFor();
    const { referrals } = done(
      await worker.get<{ referrals: { id: string; toAgency: { name: string } }[] }>(`/cases/${of}`),
    );
    const to = (name: RegExp) => referrals.find(({ toAgency }) => name.test(toAgency.name))!.id;
    const asked = to(/Puskesmas/);
    const barat = await stage.signIn('petugas@puskesmas-barat', 'phone');
    await barat.goto(`${stage.address}/masuk/${asked}`);
    await barat.getByRole('heading', { name: 'Pertanyaan terbuka' }).waitFor();
    await keepPicture(barat, 'fan-bare');
    faults.push(...(await accessFaults(barat, 'a bare question')));
    const igd = await stage.signIn('petugas@rsud-igd');
    await igd.goto(`${stage.address}/masuk/${to(/RSUD/)}`);
    await igd.getByRole('button', { name: 'Terima rujukan' }).click();
    await igd.locator('.packet').getByText('Puri Rekaan').waitFor();
    await barat.getByRole('heading', { name: 'Sudah diterima pihak lain' }).waitFor();
    expect(await barat.locator('body').innerText()).not.toContain('Pemeriksaan leher.');
    await keepPicture(barat, 'fan-lost');
    await page.goto(`${stage.address}/rujukan/${asked}`);
    await page
      .getByRole('region', { name: 'Riwayat kebutuhan ini' })
      .getByText(/sudah diterima pihak lain/)
      .waitFor();
    await page.getByText('Tidak pernah dibuka lembaga ini').waitFor();
    await keepPicture(page, 'fan-chain');
    expect([...faults, ...stage.faults]).toEqual([]);
  });

  it('a case is talked over: agenda, attendance, dissent, a decision with owner and day, signed by another', async () => {
    const { id, of } = await sent(stage, 'rsud-igd', 'RSUD');
    const minute = 60_000;
    const start = new Date(Math.ceil(Date.now() / minute) * minute);
    const at = (minutes: number): Date => new Date(start.getTime() + minutes * minute);
    await stage.setClock(at(0).toISOString());
    const sender = await stage.signIn('pendamping@uptd-ppa');
    await sender.goto(`${stage.address}/kasus/${of}/konferensi`);
    await sender.getByRole('button', { name: 'Undang ke konferensi' }).click();
    const call = sender.getByRole('dialog', { name: 'Undang ke konferensi' });
    await choose(sender, 'RSUD - IGD dan PPT');
    await call.getByLabel(/^Waktu/).fill(cityTime(at(5)));
    await call.getByLabel('Tempat atau cara bertemu').fill('Ruang rapat UPTD PPA');
    await call.getByLabel(/^Mata acara 1/).fill('Apakah Puri dapat pulang?');
    await call.getByRole('button', { name: 'Kirim undangan' }).click();
    await call.getByText('Ada nama orang dari kasus ini').waitFor();
    await call.getByLabel(/^Mata acara 1/).fill('Apakah klien dapat pulang?');
    await keepPicture(sender, 'conference-call');
    const faults = await accessFaults(sender, 'calling a conference');
    await call.getByRole('button', { name: 'Kirim undangan' }).click();
    await sender.getByText('belum menjawab').waitFor();

    const officer = await stage.signIn('petugas@rsud-igd', 'phone');
    await officer.goto(`${stage.address}/masuk/${id}`);
    const invited = officer.getByRole('region', { name: 'Undangan konferensi kasus' });
    await invited.getByRole('button', { name: 'Kami hadir' }).click();
    await invited.getByRole('button', { name: 'Kami hadir ✓' }).waitFor();
    await invited.getByRole('button', { name: 'Catat pendapat berbeda' }).click();
    await officer.getByLabel('Pendapat', { exact: true }).fill('Kami menyarankan tiga hari lagi.');
    await officer.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
    await officer.getByRole('dialog').waitFor({ state: 'hidden' });
    await invited.getByText('Kami menyarankan tiga hari lagi.').waitFor();
    await invited.scrollIntoViewIfNeeded();
    await keepPicture(officer, 'conference-invited');
    faults.push(...(await accessFaults(officer, 'an invitation')));

    await stage.setClock(at(8).toISOString());
    await sender.reload();
    await sender.getByRole('button', { name: 'Tulis notula' }).click();
    const minutes = sender.getByRole('dialog', { name: 'Tulis notula' });
    await minutes.getByLabel('Yang dibahas').fill('Klien stabil; ingin pulang ke rumah orang tuanya.');
    await minutes.getByLabel('Keputusan', { exact: false }).first().fill('Siapkan surat pulang dan kontrol.');
    await minutes.getByLabel('Penanggung jawab').selectOption({ label: 'RSUD - IGD dan PPT' });
    await minutes.getByLabel(/^Sampai/).fill(cityTime(at(3 * 24 * 60)));
    await keepPicture(sender, 'conference-minutes');
    faults.push(...(await accessFaults(sender, 'minutes')));
    await minutes.getByRole('button', { name: 'Simpan notula' }).click();
    await sender.getByText('Menunggu tanda tangan').waitFor();

    const head = await stage.signIn('kepala@uptd-ppa', 'phone');
    await head.goto(`${stage.address}/kasus/${of}/konferensi`);
    await head.getByRole('button', { name: 'Tandatangani' }).click();
    await head.getByText('Ditandatangani', { exact: true }).waitFor();
    await head.getByText('Kami menyarankan tiga hari lagi.').waitFor();
    await keepPicture(head, 'conference-signed');
    await invited.getByText('Siapkan surat pulang dan kontrol.').waitFor();
    await invited.getByRole('button', { name: 'Laporkan selesai' }).waitFor();
    await keepPicture(officer, 'conference-decided');
    await sender.getByText('Ditandatangani', { exact: true }).waitFor();
    await keepPicture(sender, 'conference-signed');
    faults.push(...(await accessFaults(sender, 'a signed conference')));
    expect([...faults, ...stage.faults]).toEqual([]);
  });

  it('steps at police and court stand in a line and leave as paper; a note goes to whom its writer names', async () => {
    const { id, of } = await sent(stage, 'rsud-igd', 'RSUD');
    const sender = await stage.signIn('pendamping@uptd-ppa');
    await sender.goto(`${stage.address}/kasus/${of}/hukum`);
    await sender.getByRole('button', { name: 'Catat langkah hukum' }).click();
    const dialog = sender.getByRole('dialog', { name: 'Catat langkah hukum' });
    await dialog.getByLabel('Langkah', { exact: true }).selectOption('LP');
    await dialog.getByLabel(/^Nomor surat/).fill('LP/B/12/2026');
    const faults = await accessFaults(sender, 'a legal step');
    await dialog.getByRole('button', { name: 'Catat' }).click();
    await sender.getByRole('region', { name: 'Yang sudah terjadi' }).getByText('Laporan polisi').waitFor();
    await dialog.waitFor({ state: 'hidden' });
    await keepPicture(sender, 'legal-line');
    faults.push(...(await accessFaults(sender, 'legal steps')));
    await sender.getByRole('button', { name: 'Unduh linimasa (PDF)' }).click();
    await choose(sender, 'Diminta klien');
    const [paper] = await Promise.all([
      sender.waitForEvent('download'),
      sender.getByRole('dialog').getByRole('button', { name: 'Unduh linimasa (PDF)' }).click(),
    ]);
    expect(paper.suggestedFilename()).toMatch(/^[A-Z]+-\d{4}-\d{4}\.pdf$/);

    await sender.goto(`${stage.address}/kasus/${of}`);
    await sender.getByLabel('Catatan kasus baru').fill('Klien ingin dijemput kakaknya.');
    await sender.getByRole('button', { name: 'Bagikan juga ke instansi' }).click();
    await choose(sender, 'RSUD - IGD dan PPT');
    await choose(sender, 'Kronologi');
    await sender.getByText(/^Tim kasus dan /).waitFor();
    await keepPicture(sender, 'note-audience');
    faults.push(...(await accessFaults(sender, 'a note with readers')));
    await sender.getByRole('button', { name: 'Simpan dan bagikan' }).click();
    await sender.getByRole('button', { name: 'Bagikan juga ke instansi' }).waitFor();
    const officer = await stage.signIn('petugas@rsud-igd', 'phone');
    await officer.goto(`${stage.address}/masuk/${id}`);
    const note = officer.getByText('Klien ingin dijemput kakaknya.');
    await note.waitFor();
    await note.scrollIntoViewIfNeeded();
    await keepPicture(officer, 'note-read');
    expect([...faults, ...stage.faults]).toEqual([]);
  });
});
