import { createRequire } from 'node:module';
import type PDFKit from 'pdfkit';
import { qrPath } from './qr-path.js';

export type Paper = PDFKit.PDFDocument;

const MM = 72 / 25.4;
export const LEFT = 25 * MM;
export const WIDTH = (210 - 25 - 20) * MM;
export const INK = '#111111';
export const RED = '#a3121f';
const RULE = '#8a8a8a';

const fonts = createRequire(import.meta.url);
const fontFile = (style: '400Regular' | '700Bold'): string =>
  fonts.resolve(`@expo-google-fonts/arimo/${style}/Arimo_${style}.ttf`);

/**
 * An empty A4 document in the letter's typeface, embedded, so that it reads the same everywhere and back. The library
 * is loaded with the first letter: it is large, and most processes never write one.
 */
export async function newPaper(title: string): Promise<Paper> {
  const { default: Document } = await import('pdfkit');
  const paper = new Document({
    size: 'A4',
    margins: { top: 18 * MM, bottom: 22 * MM, left: LEFT, right: 20 * MM },
    bufferPages: true,
    lang: 'id-ID',
    // The number alone: a title is shown in window frames and lists of files.
    info: { Title: title, Creator: 'Simpul', Producer: 'Simpul' },
  });
  paper.registerFont('regular', fontFile('400Regular'));
  paper.registerFont('bold', fontFile('700Bold'));
  return paper.font('regular').fontSize(10.5).fillColor(INK);
}

/** The finished document. Rejects when the library does. */
export function bytesOf(paper: Paper): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    paper.on('data', (chunk: Buffer) => chunks.push(chunk));
    paper.on('end', () => resolve(Buffer.concat(chunks)));
    paper.on('error', reject);
    paper.end();
  });
}

/** Text as it may be set: no invisible characters that turn lines around or hide words. */
export const printable = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[^\P{C}\n]/gu, '')
    .trim();

export function rule(paper: Paper, y: number, thickness = 0.5): void {
  paper
    .moveTo(LEFT, y)
    .lineTo(LEFT + WIDTH, y)
    .lineWidth(thickness)
    .strokeColor(RULE)
    .stroke();
}

/** The QR code of an address, `side` points wide; the caller leaves white around it. */
export function drawQr(paper: Paper, address: string, x: number, y: number, side: number): void {
  const { path, size } = qrPath(address);
  paper
    .save()
    .translate(x, y)
    .scale(side / size)
    .path(path)
    .fill('#000000')
    .restore();
}

/** The mark of confidence, framed, right-aligned at the top of the page. */
export function drawMark(paper: Paper): void {
  const width = 92;
  const x = LEFT + WIDTH - width;
  const y = 18 * MM - 22;
  paper.lineWidth(1.2).strokeColor(RED).rect(x, y, width, 20).stroke();
  paper
    .font('bold')
    .fontSize(11)
    .fillColor(RED)
    .text('RAHASIA', x, y + 5, { width, align: 'center', lineBreak: false });
  paper.font('regular').fontSize(10.5).fillColor(INK);
}

/** On every page: what it is, which page of how many, who made this copy and when. */
export function drawFooters(paper: Paper, words: string): void {
  const { start, count } = paper.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    paper.switchToPage(page);
    const margin = paper.page.margins.bottom;
    // Otherwise text below the margin would begin a new page.
    paper.page.margins.bottom = 0;
    const y = paper.page.height - 15 * MM;
    rule(paper, y - 4);
    paper
      .font('regular')
      .fontSize(8)
      .fillColor('#444444')
      .text(`RAHASIA  ·  ${words}  ·  halaman ${page + 1} dari ${count}`, LEFT, y, {
        width: WIDTH,
        align: 'center',
        lineBreak: false,
      });
    paper.page.margins.bottom = margin;
  }
}

/** Points from here to the foot of the page. */
export const roomLeft = (paper: Paper): number => paper.page.height - paper.page.margins.bottom - paper.y;
