import { Problem } from './problem';

/** Whether this browser can use passkeys at all. */
export const passkeysWork = (): boolean => typeof window.PublicKeyCredential === 'function';

const ceremonies = () => import('@simplewebauthn/browser');

/** Asks the device for a passkey; the answer as the API takes it. Throws a Problem when nothing came of it. */
export function answerPasskey(options: string): Promise<string> {
  return asked(async () =>
    (await ceremonies()).startAuthentication({ optionsJSON: JSON.parse(options) as never }),
  );
}

/** Lets the device make a passkey. */
export function makePasskey(options: string): Promise<string> {
  return asked(async () =>
    (await ceremonies()).startRegistration({ optionsJSON: JSON.parse(options) as never }),
  );
}

async function asked(ceremony: () => Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify(await ceremony());
  } catch (error) {
    // The browser says the same to a cancelled question, a missing key and a finger that did not match.
    const known = error instanceof Error && error.name === 'InvalidStateError';
    throw new Problem(409, known ? 'factor.passkeyKnown' : 'passkey-silent');
  }
}
