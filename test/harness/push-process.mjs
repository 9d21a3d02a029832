// A push service as a process of its own, and the browsers that are subscribed at it. It checks who sends and reads what
// came as the specifications say (RFC 8030, 8188, 8291, 8292), with WebCrypto and no line of ours.
import { createServer } from 'node:http';
import { randomBytes, webcrypto } from 'node:crypto';

const { subtle } = webcrypto;
const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
const browsers = new Map();
/** `answers`: statuses by browser, used up one after the other. `now`: seconds, where the test's clock stands still. */
let mood = { answers: {}, headers: {}, now: undefined };
let port = 0;

process.on('disconnect', () => process.exit(0));
process.on('message', (word) => void hear(word));

async function hear(word) {
  if (word.behave) mood = { ...mood, ...word.behave };
  if (word.subscribe) {
    const pair = await subtle.generateKey(CURVE, true, ['deriveBits']);
    const p256dh = Buffer.from(await subtle.exportKey('raw', pair.publicKey)).toString('base64url');
    const browser = { pair, p256dh, auth: randomBytes(16).toString('base64url'), key: word.subscribe.key };
    const name = randomBytes(24).toString('base64url');
    browsers.set(name, browser);
    process.send({
      answer: word.id,
      subscription: { endpoint: `http://localhost:${port}/s/${name}`, p256dh, auth: browser.auth },
    });
  } else process.send({ answer: word.id });
}

const server = createServer((request, response) => void take(request, response));

async function take(request, response) {
  const parts = [];
  for await (const part of request) parts.push(part);
  const name = request.url.replace(/^\/s\//, '');
  const browser = browsers.get(name);
  const pushed = { browser: name, method: request.method, headers: request.headers, text: null, fault: null };
  try {
    if (!browser) throw new Error('nobody here');
    await checkSender(request.headers, browser);
    if (!/^\d+$/.test(request.headers.ttl ?? '')) throw new Error('no TTL');
    if (!/^[\w-]{0,32}$/.test(request.headers.topic ?? '')) throw new Error('no topic');
    if (request.headers['content-encoding'] !== 'aes128gcm') throw new Error('no aes128gcm');
    pushed.length = Buffer.concat(parts).length;
    pushed.text = await read(Buffer.concat(parts), browser);
  } catch (error) {
    pushed.fault = error.message || error.name;
  }
  const told = mood.answers[name]?.shift() ?? mood.answers['*'];
  const status = pushed.fault ? (browser ? 403 : 404) : (told ?? 201);
  process.send({ pushed: { ...pushed, status } });
  response.writeHead(status, mood.headers).end('{"reason":"of no interest"}');
}
server.listen(0, '127.0.0.1', () => process.send({ port: (port = server.address().port) }));

async function checkSender({ authorization, host }, browser) {
  const found = /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(authorization ?? '');
  if (!found) throw new Error('no vapid');
  const [, head, body, signature, key] = found;
  if (key !== browser.key) throw new Error('another key than the browser was given');
  const json = (part) => JSON.parse(Buffer.from(part, 'base64url').toString());
  if (json(head).alg !== 'ES256') throw new Error('another algorithm');
  const { aud, exp, sub } = json(body);
  const now = mood.now ?? Date.now() / 1_000;
  if (aud !== `http://${host}`) throw new Error('for somebody else');
  if (!(exp > now && exp <= now + 86_400)) throw new Error('not valid now');
  if (!/^(mailto:|https:)/.test(sub)) throw new Error('from nobody');
  const raw = Buffer.from(key, 'base64url');
  const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const verifier = await subtle.importKey('raw', raw, ecdsa, false, ['verify']);
  const bytes = Buffer.from(signature, 'base64url');
  if (!(await subtle.verify(ecdsa, verifier, bytes, Buffer.from(`${head}.${body}`))))
    throw new Error('forged');
}

async function read(body, { pair, p256dh, auth }) {
  const salt = body.subarray(0, 16);
  const keyLength = body[20];
  const sender = body.subarray(21, 21 + keyLength);
  const record = body.subarray(21 + keyLength);
  if (record.length > body.readUInt32BE(16)) throw new Error('longer than its record');
  const theirs = await subtle.importKey('raw', sender, CURVE, false, []);
  const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, pair.privateKey, 256);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), Buffer.from(p256dh, 'base64url'), sender]);
  const secret = await hkdf(shared, Buffer.from(auth, 'base64url'), info, 256);
  const key = await hkdf(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 128);
  const iv = await hkdf(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 96);
  const aes = await subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
  const plain = Buffer.from(await subtle.decrypt({ name: 'AES-GCM', iv }, aes, record));
  let end = plain.length;
  while (plain[end - 1] === 0) end--;
  if (plain[end - 1] !== 2) throw new Error('not the last record');
  return plain.subarray(0, end - 1).toString();
}

async function hkdf(secret, salt, info, bits) {
  const key = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  return subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, key, bits);
}
