import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { done, ReferralStage } from '#harness';
import { readPdf } from '../../../test/harness/read-pdf.mjs';

describe('the letter of a referral', () => {
  let stage: ReferralStage;
  beforeAll(async () => {
    stage = await ReferralStage.open({ PUBLIC_URL: 'https://simpul.example' });
  });
  afterAll(() => stage?.close());

  const print = async (id: string, mailbox = 'pendamping@uptd-ppa') => {
    await stage.api.as(mailbox).get('/worklist');
    const cookie = stage.api.cookieOf(mailbox);
    return stage.api.app.inject({ method: 'GET', url: `/api/referrals/${id}/letter`, headers: { cookie } });
  };

  it('is read back by a PDF reader, its slip by a QR decoder, and holds what crossed and nothing else', async () => {
    const { id } = await stage.sent();
    const { number, disclosure } = await stage.page(stage.hospital, id);
    const answer = await print(id);
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      ...[200, 'application/pdf', 'no-store'],
    ]);
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="${number}.pdf"`);
    const { pages, title } = await readPdf(answer.rawPayload);
    expect(title).toBe(number);
    const letter = pages
      .slice(0, -1)
      .map(({ text }) => text)
      .join('\n')
      .replaceAll(/\s+/g, ' ');
    for (const words of [
      ...[
        'PEMERINTAH KOTA PRABUMULIH',
        'UPTD PPA',
        'RAHASIA / SEGERA',
        'Yth. Pimpinan RSUD - IGD dan PPT',
        'Hormat kami,',
      ],
      ...[
        'Nomor : R/0001/PBM/IV/2026',
        number!,
        'Prabumulih, 14 April 2026',
        'NIP',
        'Tembusan',
        'Kinanti Rekaan',
        'Pemeriksaan leher dan suara serak.',
      ],
    ])
      expect(letter).toContain(words);
    for (const { value } of disclosure!.fields)
      if (value) expect(letter).toContain(value.replaceAll(/\s+/g, ' '));
    // Not for a hospital: the story, the reported person, the other client's school.
    expect(letter).not.toMatch(/NARASI|Wirasena|SD Contoh/);

    const slip = pages.at(-1)!;
    expect(slip.qr).toMatch(/^https:\/\/simpul\.example\/balasan\/[0-9A-Z]{10}$/);
    expect(slip.text).toContain(`Atas surat nomor R/0001/PBM/IV/2026 (rujukan ${number})`);
    expect(await stage.page(stage.sender, id)).toMatchObject({ letterNumber: 'R/0001/PBM/IV/2026' });
    expect(await stage.page(stage.hospital, id)).not.toHaveProperty('letterNumber');
    expect(slip.text).not.toMatch(/Kinanti|Rekaan|PBM-2026|leher|kesehatan/);
  });

  it('is the sender’s to print, with a fresh proof of being there, and is an entry in the ledger', async () => {
    const { id } = await stage.sent();
    for (const mailbox of ['petugas@rsud-igd', 'kepala@dppkbpppa', 'admin@diskominfo'])
      expect([403, 404]).toContain((await print(id, mailbox)).statusCode);
    await stage.database.setClock('2026-04-14T19:36:30+07:00');
    expect((await print(id)).json()).toMatchObject({ code: 'step-up-needed' });
    done(await stage.sender.get(`/referrals/${id}/letter`));
    const { rows } = await stage.admin.query(
      `select facts from ledger.entry where act = 'referral.letterPrinted' and object_id = $1`,
      [id],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/Kinanti|leher/);
  });

  it('closes with the receiver’s view: unsent, withdrawn, without a basis', async () => {
    const caseId = await stage.openCase();
    await stage.consent(caseId, 'RSUD');
    const refusal = async (id: string) =>
      (await stage.sender.get<{ code: string }>(`/referrals/${id}/letter`)).body.code;
    expect(await refusal(await stage.draft(caseId))).toBe('referral.letter.notSent');
    const cancelled = await stage.sent();
    done(await stage.act(stage.sender, cancelled.id, 'cancellation', { reason: 'Klien pindah.' }));
    expect(await refusal(cancelled.id)).toBe('referral.letter.closed');
    const withdrawn = await stage.sent();
    done(await stage.sender.post(`/consents/${withdrawn.consentId}/withdrawal`));
    expect(await refusal(withdrawn.id)).toBe('referral.letter.closed');
  });
});
