import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { Writable } from 'node:stream';

/** The person at the keyboard gave up, or typed two different passwords. */
export class NotTyped extends Error {}

/**
 * A new password: typed twice and not shown when a person sits at the terminal, else the first line of what is piped
 * in. Never an argument: every user of the machine can read those, and the shell remembers them.
 */
export async function typedPassword(): Promise<string> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).split(/\r?\n/)[0]!;
  const first = await unseen('Kata sandi (password): ');
  const second = await unseen('Sekali lagi (once more): ');
  if (first !== second)
    throw new NotTyped(
      'Kedua kata sandi tidak sama; tidak ada yang dibuat. (The two are not the same; nothing was made.)',
    );
  return first;
}

function unseen(question: string): Promise<string> {
  process.stdout.write(question);
  // readline puts the terminal into raw mode and writes what is typed to its output, which is nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reading = createInterface({ input: process.stdin, output: nowhere, terminal: true, historySize: 0 });
  return new Promise((resolve, reject) => {
    let answered = false;
    reading.once('line', (typed) => {
      answered = true;
      reading.close();
      resolve(typed);
    });
    reading.once('close', () => {
      process.stdout.write('\n');
      if (!answered)
        reject(new NotTyped('Dibatalkan; tidak ada yang dibuat. (Cancelled; nothing was made.)'));
    });
  });
}
