// What a witness remembers: the largest tree that it signed, per log. Losing it would let a log begin anew unseen, so it
// is on the disk before any answer leaves, and a witness without it does not start.
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

const EVIDENCE_MAX = 1_000;

export class State {
  static file = (folder) => join(folder, 'state.json');

  /** Makes an empty state; refuses where there is one. */
  static begin(folder) {
    if (existsSync(State.file(folder))) throw new Error(`${State.file(folder)} is there already`);
    const state = new State(folder, {});
    state.store({});
    return state;
  }

  /** Reads the state; throws when it is lost or damaged. */
  static open(folder) {
    let text;
    try {
      text = readFileSync(State.file(folder), 'utf8');
    } catch {
      throw new Error(`${State.file(folder)} cannot be read: this witness no longer knows what it has seen`);
    }
    const [sum, content = ''] = text.split('\n');
    if (sum !== sha256(content))
      throw new Error(`${State.file(folder)} is damaged: this witness no longer knows what it has seen`);
    return new State(folder, JSON.parse(content));
  }

  constructor(folder, logs) {
    this.folder = folder;
    this.logs = logs;
  }

  /** The last checkpoint that was signed for a log; undefined before the first. */
  latest(origin) {
    return Object.hasOwn(this.logs, origin) ? this.logs[origin] : undefined;
  }

  /** Keeps a checkpoint; when this returns it is on the disk. A smaller one is never kept. */
  keep(origin, checkpoint) {
    if (checkpoint.size < (this.latest(origin)?.size ?? 0)) throw new Error('a witness never goes back');
    const logs = { ...this.logs, [origin]: checkpoint };
    this.store(logs);
    this.logs = logs;
  }

  /** Keeps what proves that a log misbehaved: a checkpoint of its own key that contradicts the one before. */
  keepEvidence(reason, text) {
    const place = join(this.folder, 'evidence');
    mkdirSync(place, { recursive: true, mode: 0o700 });
    const name = `${reason}-${sha256(text).slice(0, 16)}.txt`;
    if (existsSync(join(place, name)) || readdirSync(place).length >= EVIDENCE_MAX) return;
    written(join(place, name), text);
  }

  store(logs) {
    const content = JSON.stringify(logs);
    const file = State.file(this.folder);
    written(`${file}.new`, `${sha256(content)}\n${content}\n`);
    renameSync(`${file}.new`, file);
    sync(this.folder);
  }
}

/** One witness per folder: two would each believe that the other's signatures do not exist. */
export function lockFolder(folder) {
  const file = join(folder, 'running.pid');
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (holder !== process.pid && isAlive(holder))
    throw new Error(`process ${holder} is the witness of ${folder} already`);
  rmSync(file, { force: true });
  writeFileSync(file, String(process.pid), { flag: 'wx' });
  process.once('exit', () => rmSync(file, { force: true }));
}

function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function written(file, text) {
  const handle = openSync(file, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

// The new name is only safe when the folder is on the disk, too. Windows cannot open a folder; there renaming is enough.
function sync(folder) {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
