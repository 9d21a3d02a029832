// A small TCP proxy between a program and a server that it needs: passes bytes on, until it is told to misbehave.
import { connect, createServer } from 'node:net';

export async function openProxy(target) {
  const pairs = new Set();
  let refusing = false;
  let watch;
  const server = createServer((near) => {
    if (refusing) return near.destroy();
    const far = connect(target());
    const pair = { near, far, silent: false, seen: 0, held: [] };
    pairs.add(pair);
    near.on('data', (bytes) => {
      if (pair.silent) return;
      far.write(bytes);
      if (watch) notice(pair, bytes.toString('latin1'));
    });
    far.on('data', (bytes) => {
      if (pair.silent) pair.held.push(bytes);
      else near.write(bytes);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ]) {
      one.on('error', () => undefined);
      one.on('close', () => {
        // A half-open connection hears nothing of the other side, its end included.
        if (!pair.silent) other.destroy();
        pairs.delete(pair);
      });
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

  function notice(pair, text) {
    if (!text.includes(watch.needles[pair.seen])) return;
    pair.seen += 1;
    if (pair.seen < watch.needles.length) return notice(pair, text);
    const { seen } = watch;
    watch = undefined;
    pair.silent = true;
    seen();
  }

  return {
    port: server.address().port,
    /** Ends every connection and takes no new one, until `mend`. */
    cut() {
      refusing = true;
      for (const { near, far } of pairs) for (const socket of [near, far]) socket.destroy();
    },
    /** Both sides keep their connection and nothing passes any more. New connections work. */
    halfOpen() {
      for (const pair of pairs) pair.silent = true;
    },
    mend() {
      refusing = false;
    },
    /** What was held back by a stall arrives after all. */
    resume() {
      for (const pair of pairs) {
        pair.silent = false;
        for (const bytes of pair.held.splice(0)) pair.near.write(bytes);
      }
    },
    /** Resolves once a connection sent all these texts, one after the other; its answers then stay away. */
    stallAfter(...needles) {
      for (const pair of pairs) pair.seen = 0;
      return new Promise((seen) => (watch = { needles, seen }));
    },
    close() {
      for (const { near, far } of pairs) for (const socket of [near, far]) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
