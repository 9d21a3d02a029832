import {
  bytesOf,
  drawFooters,
  INK,
  LEFT,
  newPaper,
  printable,
  roomLeft,
  rule,
  WIDTH,
  type Paper,
} from '../letter/paper.js';
import { PAPER_EMPTY, PAPER_LEAD, PAPER_TITLE } from '../rules/shared-words.js';

/** A line of the record in words, ready to be set. */
export interface PaperLine {
  readonly at: string;
  readonly what: string;
  /** `Kepada: …`, `Untuk: …`, each on a line of its own. */
  readonly more: readonly (readonly [string, string])[];
}

export interface SharedOnPaper {
  /** Neutral: the case's number. */
  readonly number: string;
  readonly office: string;
  readonly phone: string | null;
  readonly lines: readonly PaperLine[];
  readonly printed: string;
}

const WHEN = 118;

/** The record for the person whom it is about. No names of people and no contents: it may be found at home. */
export async function sharedPaper(record: SharedOnPaper): Promise<Buffer> {
  const paper = await newPaper(record.number);
  paper.font('bold').fontSize(16).text(PAPER_TITLE, LEFT, paper.page.margins.top, { width: WIDTH });
  paper.font('regular').fontSize(10.5);
  paper.text(`Nomor ${record.number}`, LEFT, paper.y + 2, { width: WIDTH });
  for (const words of PAPER_LEAD) paper.text(words, LEFT, paper.y + 8, { width: WIDTH, lineGap: 1.5 });
  paper.y += 12;
  if (record.lines.length === 0) paper.font('bold').text(PAPER_EMPTY, LEFT, paper.y, { width: WIDTH });
  for (const line of record.lines) drawLine(paper, line);
  if (record.lines.length > 0) rule(paper, paper.y);
  const contact = [record.office, record.phone && `telepon ${record.phone}`].filter(Boolean).join(', ');
  if (roomLeft(paper) < 40) paper.addPage();
  paper.font('regular').text(`Pertanyaan: ${printable(contact)}.`, LEFT, paper.y + 12, { width: WIDTH });
  drawFooters(paper, `${record.number}  ·  ${record.printed}`);
  return bytesOf(paper);
}

function drawLine(paper: Paper, { at, what, more }: PaperLine): void {
  const width = WIDTH - WHEN;
  const words = more.map(([label, value]) => printable(`${label}: ${value}`)).join('\n');
  const height = 18 + paper.heightOfString(words, { width, lineGap: 1 });
  if (height > roomLeft(paper)) paper.addPage();
  rule(paper, paper.y);
  const y = paper.y + 5;
  paper
    .font('regular')
    .fillColor('#444444')
    .text(at, LEFT, y, { width: WHEN - 10 });
  paper
    .font('bold')
    .fillColor(INK)
    .text(printable(what), LEFT + WHEN, y, { width });
  paper.font('regular');
  if (words) paper.text(words, LEFT + WHEN, paper.y + 1, { width, lineGap: 1 });
  paper.y = Math.max(paper.y, y + 14) + 6;
}
