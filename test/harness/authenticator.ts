import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();
const VERIFIED = 0x04;
const PRESENT = 0x01;
const WITH_KEY = 0x40;

/** How an answer deviates from what an honest device would say. */
export interface Lie {
  origin?: string;
  rpId?: string;
  counter?: number;
  unverified?: boolean;
  challenge?: string;
  signedBy?: KeyObject;
}

/** A WebAuthn device in software (ES256, no attestation), so that a test can make it lie in one thing at a time. */
export class Authenticator {
  readonly id = randomBytes(16);
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private counter = 0;

  constructor(
    private readonly origin: string,
    private readonly rpId = new URL(origin).hostname,
  ) {}

  create(options: string, lie: Lie = {}): string {
    const { challenge } = JSON.parse(options) as { challenge: string };
    const client = this.client('webauthn.create', challenge, lie);
    const { x, y } = this.keys.publicKey.export({ format: 'jwk' });
    const cose = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x!, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y!, 'base64url'),
    ]);
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, cose]);
    const data = Buffer.concat([this.data(WITH_KEY, lie), credential]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(data.length);
    const attestation = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746159', 'hex'),
      length,
      data,
    ]);
    return this.answer({
      clientDataJSON: client.toString('base64url'),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    });
  }

  get(options: string, lie: Lie = {}): string {
    const { challenge } = JSON.parse(options) as { challenge: string };
    const client = this.client('webauthn.get', lie.challenge ?? challenge, lie);
    this.counter += 1;
    const data = this.data(0, lie);
    const signature = sign(
      'sha256',
      Buffer.concat([data, sha256(client)]),
      lie.signedBy ?? this.keys.privateKey,
    );
    return this.answer({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
    });
  }

  private answer(response: object): string {
    const id = this.id.toString('base64url');
    return JSON.stringify({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} });
  }

  private client(type: string, challenge: string, lie: Lie): Buffer {
    return Buffer.from(
      JSON.stringify({ type, challenge, origin: lie.origin ?? this.origin, crossOrigin: false }),
    );
  }

  private data(flags: number, lie: Lie): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(lie.counter ?? this.counter);
    return Buffer.concat([
      sha256(lie.rpId ?? this.rpId),
      Buffer.from([PRESENT | (lie.unverified ? 0 : VERIFIED) | flags]),
      counter,
    ]);
  }
}
