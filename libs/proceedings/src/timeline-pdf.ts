import {
  bytesOf,
  drawFooters,
  drawMark,
  LEFT,
  newPaper,
  printable,
  roomLeft,
  rule,
  WIDTH,
  type Paper,
} from '#handoff';
import type { TimelineOnPaper } from './rules/timeline.js';

const DATE = 112;
const GAP = 12;

/** Two lists on A4: what came, and what is waited for. */
export async function timelinePdf(timeline: TimelineOnPaper, printed: string): Promise<Buffer> {
  const paper = await newPaper(timeline.caseNumber);
  drawMark(paper);
  paper.y = paper.page.margins.top + 8;
  paper.font('bold').fontSize(14).text('Linimasa proses hukum', LEFT, paper.y, { width: WIDTH });
  paper.font('regular').fontSize(10.5);
  paragraph(
    paper,
    `Kasus ${timeline.caseNumber}. Nama klien, terlapor, dan saksi tidak ditulis di lembar ini.`,
  );
  list(paper, 'Yang sudah terjadi', timeline.came, 'Belum ada langkah yang dicatat.');
  list(paper, 'Yang masih ditunggu', timeline.awaited, 'Tidak ada langkah yang ditunggu.');
  paragraph(
    paper,
    'Lembar ini dibuat dari catatan pemantauan UPTD PPA (Perpres 55/2024 Pasal 5) dan bukan surat dari kepolisian, ' +
      'kejaksaan, atau pengadilan.',
  );
  drawFooters(paper, `${timeline.caseNumber}  ·  ${printed}`);
  return bytesOf(paper);
}

function paragraph(paper: Paper, words: string): void {
  paper.text(printable(words), LEFT, paper.y + 6, { width: WIDTH, lineGap: 1.5 });
}

function list(paper: Paper, title: string, rows: TimelineOnPaper['came'], none: string): void {
  if (roomLeft(paper) < 70) paper.addPage();
  paper
    .font('bold')
    .fontSize(11.5)
    .text(title, LEFT, paper.y + 14, { width: WIDTH });
  paper.font('regular').fontSize(10.5);
  paper.y += 4;
  if (rows.length === 0) return paragraph(paper, none);
  for (const { day, lines } of rows) drawRow(paper, day, lines);
  rule(paper, paper.y);
}

function drawRow(paper: Paper, day: string, [title, ...more]: readonly string[]): void {
  const width = WIDTH - DATE - GAP;
  const text = printable(more.join('\n'));
  const height = paper.heightOfString(printable(title!), { width }) + paper.heightOfString(text, { width });
  if (height + 10 > roomLeft(paper)) paper.addPage();
  rule(paper, paper.y);
  const y = paper.y + 4;
  paper.text(day, LEFT, y, { width: DATE });
  paper.font('bold').text(printable(title!), LEFT + DATE + GAP, y, { width });
  paper
    .font('regular')
    .fillColor('#444444')
    .text(text, LEFT + DATE + GAP, paper.y, { width });
  paper.fillColor('#111111');
  paper.y += 4;
}
