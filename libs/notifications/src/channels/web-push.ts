import {
  createCipheriv,
  createECDH,
  createHash,
  createPrivateKey,
  ECDH,
  hkdfSync,
  randomBytes,
  sign,
  type KeyObject,
} from 'node:crypto';

const CURVE = 'prime256v1';
/** Everything leaves at one length, so that it tells nothing. Small enough for every push service. */
const RECORD_BYTES = 128;
const TOKEN_SECONDS = 12 * 3_600;

/** What a browser hands out so that somebody may push to it. The two keys are base64url. */
export interface PushSubscription {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** The key pair by which push services know this installation (VAPID, RFC 8292). */
export interface PushKeys {
  /** Uncompressed point, base64url: what a page passes to `pushManager.subscribe`. */
  readonly publicKey: string;
  readonly privateKey: KeyObject;
}

/** The pair that belongs to a secret of 32 bytes. */
export function pushKeys(secret: Buffer): PushKeys {
  const pair = createECDH(CURVE);
  let scalar = secret;
  // One secret in four thousand million is no scalar of the curve; its hash then is.
  while (!setPrivate(pair, scalar)) scalar = createHash('sha256').update(scalar).digest();
  const point = pair.getPublicKey();
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    d: scalar.toString('base64url'),
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  return {
    publicKey: point.toString('base64url'),
    privateKey: createPrivateKey({ key: jwk, format: 'jwk' }),
  };
}

/** Whether it is a point of the curve, as a browser's key must be. */
export function isPushKey(p256dh: string): boolean {
  try {
    return ECDH.convertKey(p256dh, CURVE, 'base64url', undefined, 'uncompressed').length === 65;
  } catch {
    return false;
  }
}

/** Who sends, said to one push service for half a day (RFC 8292): the `Authorization` header. */
export function vapidHeader(keys: PushKeys, endpoint: URL, contact: string, at: Date): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    aud: endpoint.origin,
    exp: Math.floor(at.getTime() / 1_000) + TOKEN_SECONDS,
    sub: contact,
  };
  const signed = `${part({ typ: 'JWT', alg: 'ES256' })}.${part(claims)}`;
  const signature = sign('sha256', Buffer.from(signed), { key: keys.privateKey, dsaEncoding: 'ieee-p1363' });
  return `vapid t=${signed}.${signature.toString('base64url')}, k=${keys.publicKey}`;
}

/**
 * Encrypts for one browser (RFC 8291 over RFC 8188, one record): the push service in between sees no word of it.
 * `fresh` is there for the specification's own example; every message has its own.
 */
export function sealPush(
  text: string,
  to: Pick<PushSubscription, 'p256dh' | 'auth'>,
  fresh = { salt: randomBytes(16), ephemeral: newPair(), recordBytes: RECORD_BYTES },
): Buffer {
  const theirs = Buffer.from(to.p256dh, 'base64url');
  const ours = fresh.ephemeral.getPublicKey();
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ours]);
  const secret = derive(fresh.ephemeral.computeSecret(theirs), Buffer.from(to.auth, 'base64url'), info, 32);
  const key = derive(secret, fresh.salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(secret, fresh.salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const words = Buffer.from(text, 'utf8');
  if (words.length >= fresh.recordBytes) throw new RangeError('longer than every message may be');
  const record = Buffer.alloc(fresh.recordBytes);
  words.copy(record);
  record[words.length] = 2; // the last record; zeros follow
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  const size = Buffer.alloc(5);
  size.writeUInt32BE(4_096);
  size[4] = ours.length;
  return Buffer.concat([fresh.salt, size, ours, cipher.update(record), cipher.final(), cipher.getAuthTag()]);
}

function derive(secret: Buffer, salt: Buffer, info: Buffer, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, bytes));
}

function newPair(): ECDH {
  const pair = createECDH(CURVE);
  pair.generateKeys();
  return pair;
}

function setPrivate(pair: ECDH, scalar: Buffer): boolean {
  try {
    pair.setPrivateKey(scalar);
    return true;
  } catch {
    return false;
  }
}
