// Preloaded into the benchmarked API (`node --import`). Between 'record' and 'stop' over IPC it notes every statement that
// the program sends through `pg`, so that exactly these can be sent again by the driver alone.
import pg from 'pg';

let recording;
const send = pg.Client.prototype.query;
pg.Client.prototype.query = function query(...args) {
  if (recording) {
    const [first, params] = args;
    const sql = typeof first === 'string' ? first : first?.text;
    if (sql)
      recording.push({
        user: this.user,
        sql,
        params: (Array.isArray(params) ? params : (first?.values ?? [])).map(packed),
      });
  }
  return send.apply(this, args);
};

process.on('message', (message) => {
  if (message === 'record') {
    recording = [];
    process.send({ recording: true });
  } else if (message === 'stop') {
    process.send({ statements: recording });
    recording = undefined;
  }
});

function packed(value) {
  if (Buffer.isBuffer(value)) return { $buffer: value.toString('base64') };
  if (value instanceof Date) return { $date: value.toISOString() };
  if (Array.isArray(value)) return { $array: value.map(packed) };
  return value;
}
