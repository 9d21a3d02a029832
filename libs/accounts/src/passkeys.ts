import { createHash } from 'node:crypto';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';

export interface Passkey {
  credentialId: string;
  publicKey: Buffer;
  counter: number;
  transports: string[];
}

/**
 * WebAuthn for one address: the origin must be exactly the installation's, its host is the relying party, and the
 * authenticator must have verified its user (finger, face or PIN), which makes a passkey two factors in one.
 */
export class Passkeys {
  private readonly rpId: string;

  constructor(private readonly origin: string) {
    this.rpId = new URL(origin).hostname;
  }

  /** Options for `navigator.credentials.create`; the challenge in them is remembered by the caller. */
  creating(accountId: string, email: string, known: readonly string[]) {
    return generateRegistrationOptions({
      rpName: 'Simpul',
      rpID: this.rpId,
      userName: email,
      // A handle and no identity: it is stored on the telephone.
      userID: new Uint8Array(createHash('sha256').update(`simpul|${accountId}`).digest()),
      attestationType: 'none',
      excludeCredentials: known.map((id) => ({ id })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  }

  /** Options for `navigator.credentials.get`; without credentials the browser offers those that it knows. */
  asking(known: readonly string[] = []) {
    return generateAuthenticationOptions({
      rpID: this.rpId,
      userVerification: 'required',
      allowCredentials: known.map((id) => ({ id })),
    });
  }

  /** The new passkey; null for anything that is not exactly what was asked for. */
  async created(answer: string, challenge: string): Promise<Passkey | null> {
    try {
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response: JSON.parse(answer) as RegistrationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: this.origin,
        expectedRPID: this.rpId,
        requireUserVerification: true,
      });
      if (!verified) return null;
      const { id, publicKey, counter, transports } = registrationInfo.credential;
      return { credentialId: id, publicKey: Buffer.from(publicKey), counter, transports: transports ?? [] };
    } catch {
      return null;
    }
  }

  /** The counter after a right answer; null for a wrong one, a foreign address, no verified user, a counter that fell. */
  async answered(answer: string, challenge: string, passkey: Passkey): Promise<number | null> {
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: JSON.parse(answer) as AuthenticationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: this.origin,
        expectedRPID: this.rpId,
        requireUserVerification: true,
        credential: {
          id: passkey.credentialId,
          publicKey: new Uint8Array(passkey.publicKey),
          counter: passkey.counter,
        },
      });
      return verified ? authenticationInfo.newCounter : null;
    } catch {
      return null;
    }
  }
}

/** The credential that an answer speaks of, before anything of it is believed. */
export function credentialIn(answer: string): string | null {
  try {
    const { id } = JSON.parse(answer) as { id?: unknown };
    return typeof id === 'string' && /^[\w-]{1,1400}$/.test(id) ? id : null;
  } catch {
    return null;
  }
}
