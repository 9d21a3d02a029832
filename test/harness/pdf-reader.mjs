// A thread of its own: inside Jest's world each look at a global is slow, and a picture has millions of dots.
import { parentPort, workerData } from 'node:worker_threads';
import { createCanvas } from '@napi-rs/canvas';
import jsqr from 'jsqr';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const decode = jsqr.default ?? jsqr;
/** 150 dots per inch, as an office scanner sees it. */
const SCALE = 150 / 72;

async function whole(bytes) {
  const document = await opened(bytes);
  const pages = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    pages.push({ text: await textOf(page), qr: await qrOf(page) });
  }
  const { info } = await document.getMetadata();
  await document.destroy();
  return { pages, title: info.Title };
}

async function textAlone(bytes) {
  const document = await opened(bytes);
  const texts = [];
  for (let number = 1; number <= document.numPages; number++)
    texts.push(await textOf(await document.getPage(number)));
  await document.destroy();
  return texts.join('\n');
}

const opened = (bytes) =>
  getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false }).promise;

async function textOf(page) {
  const { items } = await page.getTextContent();
  return items.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join('');
}

async function qrOf(page) {
  const viewport = page.getViewport({ scale: SCALE });
  const { width, height } = { width: Math.ceil(viewport.width), height: Math.ceil(viewport.height) };
  const canvas = createCanvas(width, height);
  const canvasContext = canvas.getContext('2d');
  await page.render({ canvasContext, viewport }).promise;
  const { data } = canvasContext.getImageData(0, 0, width, height);
  return decode(new Uint8ClampedArray(data), width, height)?.data ?? null;
}

const { bytes, isWhole } = workerData;
parentPort.postMessage(await (isWhole ? whole(bytes) : textAlone(bytes)));
