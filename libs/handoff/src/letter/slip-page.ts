import { drawMark, drawQr, LEFT, printable, rule, WIDTH, type Paper } from './paper.js';

/** What stands on the slip that comes back: no case, no person, no service. */
export interface SlipFacts {
  /** The referral's own, as on every screen. */
  readonly number: string;
  /** The line "Nomor" of the letter it came with. */
  readonly letterNumber: string;
  readonly code: string;
  readonly address: string;
  readonly from: string;
  readonly to: string;
  readonly returnTo: string;
  readonly reasons: readonly string[];
  readonly outcomes: readonly string[];
}

/** Page of its own: returned open or by somebody's hand, it tells nobody whom it is about. */
export function drawSlip(paper: Paper, slip: SlipFacts): void {
  drawMark(paper);
  const qr = 84;
  const top = paper.page.margins.top + 8;
  paper
    .font('bold')
    .fontSize(14)
    .text('LEMBAR BALASAN RUJUKAN', LEFT, top, { width: WIDTH - qr - 20 });
  paper.font('regular').fontSize(10.5);
  paper.text(`Atas surat nomor ${slip.letterNumber} (rujukan ${slip.number})`, LEFT, paper.y + 4, {
    width: WIDTH - qr - 20,
  });
  paper.text(`Dari: ${printable(slip.to)}`, { width: WIDTH - qr - 20 });
  paper.text(`Kepada: ${printable(slip.from)}`, { width: WIDTH - qr - 20 });
  paper
    .font('bold')
    .text(`Kode balasan: ${slip.code}`, LEFT, paper.y + 4, { width: WIDTH - qr - 20 })
    .font('regular');
  drawQr(paper, slip.address, LEFT + WIDTH - qr, top + 10, qr);
  paper.y = Math.max(paper.y, top + qr + 18);
  paper
    .fontSize(9.5)
    .text(
      'Jangan menulis nama, alamat, atau cerita klien pada lembar ini. Cukup beri tanda silang dan lengkapi titik-titik.',
      LEFT,
      paper.y + 2,
      { width: WIDTH },
    )
    .fontSize(10.5);
  part(paper, 'A. Jawaban atas rujukan', 'Tanggal dan jam jawaban:');
  box(paper, 'DITERIMA. Petugas yang bertanggung jawab:', true);
  dotted(paper, 'Janji temu (tanggal, jam, tempat):');
  box(paper, 'DITOLAK, karena:');
  reasons(paper, slip.reasons);
  dotted(paper, 'Keterangan:');
  box(paper, 'BELUM DAPAT DIJAWAB; yang perlu diketahui dahulu:', true);
  part(paper, 'B. Hasil layanan (diisi bila layanan sudah diberikan)', 'Tanggal dan jam:');
  reasons(paper, slip.outcomes);
  dotted(paper, 'Keterangan singkat tanpa identitas:');
  dotted(paper, '');
  paper.y += 10;
  rule(paper, paper.y);
  paper.y += 8;
  const y = paper.y;
  paper.text('Petugas penerima (nama, NIP, tanda tangan, cap):', LEFT, y, { width: WIDTH / 2 });
  paper.text(`Kembalikan dalam amplop tertutup kepada:\n${printable(slip.returnTo)}`, LEFT + WIDTH / 2, y, {
    width: WIDTH / 2,
  });
}

function part(paper: Paper, title: string, when: string): void {
  paper.y += 10;
  paper.font('bold').text(title, LEFT, paper.y, { width: WIDTH }).font('regular');
  dotted(paper, when);
}

function box(paper: Paper, words: string, filledIn = false): void {
  const y = paper.y + 6;
  square(paper, LEFT, y);
  paper.y = y;
  dotted(paper, words, LEFT + 18, filledIn);
}

function square(paper: Paper, x: number, y: number): void {
  paper.lineWidth(0.9).strokeColor('#111111').rect(x, y, 10, 10).stroke();
}

/** Words, and after them a dotted line to write on to the edge of the page. */
function dotted(paper: Paper, words: string, x = LEFT, withDots = true): void {
  const y = paper.y + (x === LEFT ? 5 : 0);
  if (words) paper.text(words, x, y, { lineBreak: false });
  if (withDots) {
    const from = x + (words ? paper.widthOfString(words) + 5 : 0);
    paper
      .lineWidth(0.8)
      .strokeColor('#555555')
      .dash(1, { space: 2 })
      .moveTo(from, y + 10)
      .lineTo(LEFT + WIDTH, y + 10)
      .stroke()
      .undash();
  }
  paper.x = LEFT;
  paper.y = y + 15;
}

/** Small boxes in two columns. */
function reasons(paper: Paper, words: readonly string[]): void {
  const width = (WIDTH - 18) / 2;
  const top = paper.y + 2;
  const rows = Math.ceil(words.length / 2);
  words.forEach((one, index) => {
    const x = LEFT + 18 + (index < rows ? 0 : width);
    const y = top + (index % rows) * 16;
    square(paper, x, y);
    paper
      .fontSize(9.5)
      .text(printable(one), x + 15, y, { lineBreak: false })
      .fontSize(10.5);
  });
  paper.x = LEFT;
  paper.y = top + rows * 16;
}
