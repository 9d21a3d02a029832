// What came of each mutant, one line each: layer, verdict, name, what turned red, seconds. Written as it comes, so that a run
// that was stopped goes on where it was.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

export class Results {
  constructor(file) {
    this.file = file;
    this.lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean).map(parsed) : [];
  }

  /** Names that need not be tried again; `again`: but these. */
  done(layer, again) {
    return this.lines
      .filter((line) => line.layer === layer && !again?.has(line.name))
      .map(({ name }) => name);
  }

  /** What was not red so far. */
  survivors() {
    return [...this.final().values()].filter(({ verdict }) => verdict !== 'red').map(({ name }) => name);
  }

  /** Lines that somebody else appended are read as well. */
  reread() {
    this.lines = new Results(this.file).lines;
  }

  /** `among`: how many were judged in the time since `started`. */
  add(layer, verdict, name, why, started, among = 1) {
    const seconds = ((Date.now() - started) / 1000 / among).toFixed(among > 1 ? 3 : 1);
    const line = [layer, verdict, name, why, seconds].map((cell) => cell.replaceAll(/\s+/g, ' ').trim());
    appendFileSync(this.file, `${line.join('\t')}\n`);
    this.lines.push(parsed(line.join('\t')));
  }

  /** The last word on each mutant: a function that no row shows is judged by the specs. */
  final() {
    const last = new Map();
    for (const line of this.lines)
      if (
        !['no row shows it', 'no SQL'].includes(line.verdict) &&
        (!last.has(line.name) || last.get(line.name).layer !== 'specs')
      )
        last.set(line.name, line);
    return last;
  }
}

function parsed(text) {
  const [layer, verdict, name, why = '', seconds = '0'] = text.split('\t');
  return { layer, verdict, name, why, seconds: Number(seconds) };
}
