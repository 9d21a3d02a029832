// The rules of c2sp.org/tlog-witness, in its order. One call at a time: looking and keeping must not be parted.
import { EMPTY_ROOT, isPrefix } from './merkle.mjs';
import { cosign, exact, isSigned, readCheckpoint } from './note.mjs';

const PROOF_LINES_MAX = 63;

/** Answers a submission: `{status, body, type?}`. `keys()` are the public keys of the logs that are watched. */
export function addCheckpoint(text, { state, keys, self, privateKey, seconds }) {
  const request = readRequest(text);
  if (!request) return { status: 400, body: 'not a submission\n' };
  const { oldSize, proof, checkpoint } = request;
  const watched = keys().filter(({ name }) => name === checkpoint.origin);
  if (watched.length === 0) return { status: 404, body: 'this log is not watched here\n' };
  if (!watched.some((key) => isSigned(checkpoint, key)))
    return { status: 403, body: 'not signed by a key of this log\n' };
  if (oldSize > checkpoint.size) return { status: 400, body: 'the old size is larger than the new one\n' };

  const latest = state.latest(checkpoint.origin) ?? { size: 0, root: EMPTY_ROOT.toString('base64'), time: 0 };
  const latestRoot = Buffer.from(latest.root, 'base64');
  if (oldSize !== latest.size) return conflict(latest.size);
  if (oldSize === checkpoint.size && !checkpoint.root.equals(latestRoot)) {
    state.keepEvidence('fork', `${request.note}\n${latest.note ?? ''}`);
    return conflict(latest.size);
  }
  const isWhole =
    oldSize === checkpoint.size
      ? proof.length === 0
      : isPrefix(oldSize, latestRoot, checkpoint.size, checkpoint.root, proof);
  if (!isWhole) {
    state.keepEvidence('unproven', `${request.note}\n${latest.note ?? ''}`);
    return { status: 422, body: 'the proof does not lead from the old tree to the new one\n' };
  }
  // A clock that was set back must not date a larger tree before a smaller one.
  const time = Math.max(seconds(), latest.time ?? 0);
  const line = cosign(checkpoint, self, privateKey, time);
  const { size, root } = checkpoint;
  state.keep(checkpoint.origin, { size, root: root.toString('base64'), note: request.note, time });
  return { status: 200, body: line };
}

function conflict(size) {
  return { status: 409, body: `${size}\n`, type: 'text/x.tlog.size' };
}

function readRequest(text) {
  const end = text.indexOf('\n\n');
  if (end < 0) return null;
  const [first, ...lines] = text.slice(0, end).split('\n');
  const [, oldSize] = /^old (0|[1-9]\d{0,15})$/.exec(first) ?? [];
  const proof = lines.map(exact);
  if (oldSize === undefined || proof.length > PROOF_LINES_MAX || proof.some((hash) => hash?.length !== 32))
    return null;
  const note = text.slice(end + 2);
  const checkpoint = readCheckpoint(note);
  return checkpoint && Number.isSafeInteger(Number(oldSize))
    ? { oldSize: Number(oldSize), proof, note, checkpoint }
    : null;
}
