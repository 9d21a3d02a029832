import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Reads a PDF with programs that had no part in making it: the text of each page, and the QR codes of its picture. */
export const readPdf = (bytes) => read({ bytes, isWhole: true });

/** The text alone, of all pages: a picture of each takes longer. */
export const readPdfText = (bytes) => read({ bytes, isWhole: false });

async function read(workerData) {
  const worker = new Worker(new URL('pdf-reader.mjs', import.meta.url), { workerData, execArgv: [] });
  const [answer] = await once(worker, 'message');
  await worker.terminate();
  return answer;
}
