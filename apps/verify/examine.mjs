// Goes through an export once, from the first line to the last, and stops at the first thing that is wrong.
import { announcedKey } from './announcements.mjs';
import { GrowingTree, leafHash, rootFromInclusion } from './merkle.mjs';
import { asWritten, exactBase64, isSignedBy, readNote } from './note.mjs';

/** Exit codes; docs/verify-the-ledger.md explains them. */
export const OK = 0;
export const UNREADABLE = 1;
export const TAMPERED = 2;
export const INCOMPLETE = 3;
export const WRONG_KEY = 4;
export const QUORUM_MISSING = 5;

/** Thrown at the first fault. Indexes count from 0. */
export class Fault extends Error {
  constructor(code, why, where = {}) {
    super(why);
    Object.assign(this, { code, why, ...where });
  }
}

/** What a line may hold; a name that is not here was changed, or hides something. */
const FIELDS = {
  head: ['kind', 'version', 'scope', 'case', 'keys', 'checkpoint'],
  leaf: ['kind', 'index', 'hash', 'leaf', 'proof'],
  checkpoint: ['kind', 'number', 'note'],
  end: ['kind', 'leaves'],
};

const tampered = (why, where) => new Fault(TAMPERED, why, where);

/** One export. Feed every line, then ask for the verdict. `kept` are checkpoints from elsewhere (paper, an older copy). */
export class Examination {
  constructor(trust, kept = []) {
    this.trust = trust;
    this.tree = new GrowingTree();
    this.ids = new Set();
    this.covered = 0;
    this.checkpoints = 0;
    this.readable = 0;
    this.kept = kept.map((text) => readNote(asWritten(text)));
    this.agreed = 0;
    if (this.kept.includes(null)) throw new Fault(UNREADABLE, 'keptCheckpointUnreadable');
  }

  line(text) {
    let line;
    try {
      line = JSON.parse(text);
    } catch {
      // The last line of a broken download is half a line.
      this.broken = true;
      return;
    }
    if (this.broken) throw tampered('lineUnreadable', { index: this.tree.size });
    const known = Object.hasOwn(FIELDS, line?.kind) ? FIELDS[line.kind] : [];
    const isStrange = !line || Object.keys(line).some((name) => !known.includes(name));
    if (!this.head) this.begin(line);
    if (isStrange) throw tampered('lineUnknown', { index: this.tree.size });
    if (line.kind === 'head' && line !== this.head) throw tampered('lineUnknown', { index: this.tree.size });
    if (line.kind === 'head') return;
    if (this.ended) throw tampered('linesAfterTheEnd', { index: this.tree.size });
    else if (line.kind === 'leaf' && this.head.scope === 'case') this.proven(line);
    else if (line.kind === 'leaf') this.leaf(line);
    else if (line.kind === 'checkpoint') this.checkpoint(line);
    else this.ended = line;
  }

  /** After the last line. Returns what was found to be true. */
  verdict() {
    if (!this.head) throw new Fault(UNREADABLE, 'notAnExport');
    const isCase = this.head.scope === 'case';
    if (!isCase) this.whole();
    if (this.broken || !this.ended || this.ended.leaves !== this.readLeaves())
      throw new Fault(INCOMPLETE, 'endMissing');
    if (!this.trust.quorum(this.last))
      throw new Fault(QUORUM_MISSING, 'quorumMissing', { size: this.last.size });
    return {
      scope: this.head.scope,
      entries: this.readLeaves(),
      readable: this.readable,
      size: this.last.size,
      checkpoints: this.checkpoints,
      key: this.current.text,
      witnesses: this.trust.signers(this.last),
      kept: this.kept.length,
    };
  }

  readLeaves() {
    return this.head.scope === 'case' ? this.readable : this.tree.size;
  }

  begin(line) {
    const isHead = line?.kind === 'head' && line.version === 2 && ['whole', 'case'].includes(line.scope);
    if (!isHead || typeof line.checkpoint !== 'string') throw new Fault(UNREADABLE, 'notAnExport');
    this.head = line;
    this.last = readNote(line.checkpoint);
    if (!this.last) throw new Fault(WRONG_KEY, 'checkpointUnreadable');
    if (line.scope === 'whole') return this.passKept();
    // One case's entries hang on one signed root; the key is one of those that the reader trusts.
    this.current = this.trust.logs.find((key) => isSignedBy(this.last, key));
    if (!this.current) throw new Fault(WRONG_KEY, 'signatureWrong');
    this.covered = -1;
  }

  leaf({ index, hash, leaf }) {
    const next = this.tree.size;
    if (index !== next) throw tampered(index > next ? 'entryMissing' : 'entryTwice', { index: next });
    const stored = exactBase64(String(hash));
    if (stored?.length !== 32) throw tampered('entryChanged', { index });
    if (leaf !== undefined) this.content(index, leaf, stored);
    this.tree.append(stored);
    this.passKept();
  }

  proven({ index, leaf, proof }) {
    if (!(index > this.covered)) throw tampered('entryTwice', { index });
    if (typeof leaf !== 'string' || !Array.isArray(proof)) throw tampered('entryChanged', { index });
    const path = proof.map((hash) => exactBase64(String(hash)) ?? Buffer.alloc(0));
    const root = rootFromInclusion(index, this.last.size, leafHash(Buffer.from(leaf)), path);
    if (!root?.equals(this.last.root)) throw tampered('entryChanged', { index });
    this.covered = index;
    this.content(index, leaf, null);
  }

  /** What one entry says: it must be what was hashed, and no entry may be there twice. */
  content(index, leaf, stored) {
    if (typeof leaf !== 'string') throw tampered('entryChanged', { index });
    if (stored && !leafHash(Buffer.from(leaf)).equals(stored)) throw tampered('entryChanged', { index });
    let content;
    try {
      content = JSON.parse(leaf);
    } catch {
      throw tampered('entryUnreadable', { index });
    }
    if (this.ids.has(content.id)) throw tampered('entryTwice', { index });
    this.ids.add(content.id);
    this.readable++;
    if (content.act === 'ledger.keyAnnounced') this.announcements = [...(this.announcements ?? []), content];
  }

  checkpoint({ number, note: text }) {
    if (number !== this.checkpoints + 1)
      throw tampered('checkpointMissing', { checkpoint: this.checkpoints + 1 });
    const note = readNote(String(text));
    // The entries that this seal alone would cover: with a strange signature nobody vouches for them.
    const isAlone = this.tree.size > this.covered;
    const where = {
      checkpoint: number,
      ...(isAlone && { index: this.covered, lastIndex: this.tree.size - 1 }),
    };
    if (!note) throw new Fault(WRONG_KEY, 'checkpointUnreadable', where);
    this.signedInTurn(note, where);
    const range = { index: this.covered, lastIndex: Math.max(note.size - 1, this.covered), ...where };
    if (note.size > this.tree.size)
      throw new Fault(INCOMPLETE, 'entriesMissing', { index: this.tree.size, lastIndex: note.size - 1 });
    if (note.size < this.covered) throw tampered('forked', range);
    if (note.size === this.covered && this.latest && !note.root.equals(this.latest.root))
      throw tampered('forked', range);
    if (note.size !== this.tree.size || !note.root.equals(this.tree.root()))
      throw tampered('rootWrong', range);
    this.checkpoints = number;
    this.covered = note.size;
    this.latest = note;
  }

  /** The key in force signs; another one only after the old one announced it, and then the old one no more. */
  signedInTurn(note, where) {
    this.current ??= this.trust.logs.find((key) => isSignedBy(note, key));
    if (!this.current) throw new Fault(WRONG_KEY, 'signatureWrong', where);
    if (isSignedBy(note, this.current)) return;
    const next = (this.announcements ?? [])
      .map((content) => announcedKey(content, this.current))
      .find((key) => key && isSignedBy(note, key));
    if (!next) throw new Fault(WRONG_KEY, 'signatureWrong', where);
    this.current = next;
  }

  whole() {
    const { size } = this.last;
    const behind = { index: this.tree.size, lastIndex: size - 1 };
    if (this.tree.size < size) throw new Fault(INCOMPLETE, 'entriesMissing', behind);
    if (this.broken || !this.ended) throw new Fault(INCOMPLETE, 'endMissing');
    if (this.tree.size > this.covered || !this.latest)
      throw tampered('notSigned', { index: this.covered, lastIndex: this.tree.size - 1 });
    this.signedInTurn(this.last, {});
    if (size !== this.latest.size || !this.last.root.equals(this.latest.root))
      throw tampered('forked', { index: 0, lastIndex: size - 1 });
    for (const note of this.kept) this.believeKept(note);
    const ahead = this.kept.find((note) => note.size > size);
    if (ahead) throw new Fault(INCOMPLETE, 'olderCopyKnowsMore', { index: size, lastIndex: ahead.size - 1 });
  }

  /** A kept checkpoint must be what the tree was when it had that size. */
  passKept() {
    for (const note of this.kept) {
      if (note.size !== this.tree.size) continue;
      if (note.root.equals(this.tree.root())) this.agreed = note.size;
      else {
        this.believeKept(note);
        // What an earlier one vouches for is not in doubt.
        throw tampered('forked', { index: this.agreed, lastIndex: note.size - 1 });
      }
    }
  }

  believeKept(note) {
    const next = (this.announcements ?? []).map(
      (content) => this.current && announcedKey(content, this.current),
    );
    const keys = [...this.trust.logs, this.current, ...next].filter(Boolean);
    if (!keys.some((key) => isSignedBy(note, key))) throw new Fault(WRONG_KEY, 'keptNotSigned');
  }
}
