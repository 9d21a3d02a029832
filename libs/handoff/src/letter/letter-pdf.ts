import type { Letter } from '../rules/letter.js';
import {
  bytesOf,
  drawFooters,
  drawMark,
  drawQr,
  INK,
  LEFT,
  newPaper,
  printable,
  roomLeft,
  rule,
  WIDTH,
  type Paper,
} from './paper.js';
import { drawSlip, type SlipFacts } from './slip-page.js';

export interface LetterOnPaper {
  readonly letter: Letter;
  readonly slip: SlipFacts;
  /** Where the receiver answers without an account; null when no link is open. */
  readonly linkAddress: string | null;
  /** Who made this copy and when. */
  readonly printed: string;
}

const LABEL = 140;
const GAP = 10;
const SIGNATURE = 96;

/** The letter and, on a page of its own, the slip that comes back without any of it. */
export async function letterPdf({ letter, slip, linkAddress, printed }: LetterOnPaper): Promise<Buffer> {
  const paper = await newPaper(slip.number);
  drawHead(paper, letter);
  drawMeta(paper, letter);
  for (const line of letter.opening) paragraph(paper, line);
  drawRows(paper, letter);
  for (const line of letter.closing.slice(0, -1)) paragraph(paper, line);
  if (linkAddress) drawLink(paper, linkAddress);
  // No signature stands alone on a page.
  if (roomLeft(paper) < SIGNATURE + 20) paper.addPage();
  paragraph(paper, letter.closing.at(-1)!);
  drawSignature(paper, letter);
  paper.addPage();
  drawSlip(paper, slip);
  drawFooters(paper, `${slip.number}  ·  ${printed}`);
  return bytesOf(paper);
}

function drawHead(paper: Paper, { head }: Letter): void {
  drawMark(paper);
  paper.y = paper.page.margins.top + 8;
  head.lines.forEach((line, index) => {
    const last = index === head.lines.length - 1;
    paper
      .font('bold')
      .fontSize(last ? 13.5 : 11.5)
      .text(printable(line), LEFT, paper.y, { width: WIDTH, align: 'center' });
  });
  paper.font('regular').fontSize(9);
  if (head.contact) paper.text(printable(head.contact), LEFT, paper.y + 2, { width: WIDTH, align: 'center' });
  const y = paper.y + 5;
  rule(paper, y, 1.8);
  rule(paper, y + 3, 0.6);
  paper.y = y + 14;
  paper.fontSize(10.5);
}

function drawMeta(paper: Paper, { meta, dated, addressee }: Letter): void {
  const top = paper.y;
  const datedWidth = 165;
  paper.text(dated, LEFT + WIDTH - datedWidth, top, { width: datedWidth, align: 'right' });
  paper.y = top;
  for (const [label, value] of meta) {
    const y = paper.y;
    paper.text(label, LEFT, y, { width: 56 }).text(':', LEFT + 58, y, { width: 8 });
    paper
      .font(label === 'Sifat' ? 'bold' : 'regular')
      .text(printable(value), LEFT + 66, y, { width: WIDTH - 66 - (label === 'Nomor' ? datedWidth : 0) });
    paper.font('regular');
  }
  paper.y += GAP;
  for (const line of addressee) paper.text(printable(line), LEFT, paper.y, { width: WIDTH });
  paper.y += GAP;
}

function paragraph(paper: Paper, words: string): void {
  paper.text(printable(words), LEFT, paper.y, { width: WIDTH, align: 'left', lineGap: 1.5 });
  paper.y += 6;
}

function drawRows(paper: Paper, { rows }: Letter): void {
  const width = WIDTH - LABEL - GAP;
  for (const { label, value } of rows) {
    const words = printable(value);
    const height = Math.max(
      paper.heightOfString(words, { width }),
      paper.heightOfString(label, { width: LABEL }),
    );
    const page = paper.page.height - paper.page.margins.top - paper.page.margins.bottom;
    // A row goes to the next page whole; only one that fits on no page is broken.
    if (height + 8 > roomLeft(paper) && height < page) paper.addPage();
    rule(paper, paper.y);
    const y = paper.y + 3;
    paper.fillColor('#444444').text(label, LEFT, y, { width: LABEL });
    paper.fillColor(INK).text(words, LEFT + LABEL + GAP, y, { width });
    paper.y = (height < page ? y + height : paper.y) + 2;
  }
  rule(paper, paper.y);
  paper.y += GAP;
}

function drawLink(paper: Paper, address: string): void {
  const side = 74;
  if (roomLeft(paper) < side + 16) paper.addPage();
  const y = paper.y + 4;
  drawQr(paper, address, LEFT + 6, y, side);
  const x = LEFT + side + 24;
  paper
    .font('bold')
    .text('Menjawab lewat telepon genggam', x, y, { width: WIDTH - side - 24 })
    .font('regular')
    .text(
      'Pindai kode ini. Anda akan diminta kode kedua, yang diberitahukan pengirim lewat telepon dan tidak tertulis ' +
        'di surat ini. Tautan hanya dapat dipakai satu kali.',
      x,
      paper.y + 2,
      { width: WIDTH - side - 24 },
    );
  paper
    .fontSize(8.5)
    .text(address, x, paper.y + 3, { width: WIDTH - side - 24 })
    .fontSize(10.5);
  paper.y = y + side + GAP;
}

function drawSignature(paper: Paper, { signature, copies }: Letter): void {
  const width = 220;
  const x = LEFT + WIDTH - width;
  const y = paper.y + 4;
  paper.text('Hormat kami,', x, y, { width }).text(printable(signature.office), x, paper.y, { width });
  const foot = Math.max(paper.y, y + 24) + 44;
  paper
    .font('bold')
    .text(printable(signature.name) || '(.......................................)', x, foot, { width });
  paper.font('regular').text('NIP .......................................', x, paper.y + 1, { width });
  const end = paper.y;
  paper
    .fontSize(9.5)
    .text(copies, LEFT, end - 12, { width: WIDTH - width - GAP })
    .fontSize(10.5);
  paper.y = end + GAP;
}
