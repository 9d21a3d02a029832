import { generateSecret, generateURI, verify } from 'otplib';

/** A code is good in its own half-minute and the one on each side: telephones' clocks differ. */
const TOLERANCE_SECONDS = 30;

export const newTotpSecret = (): string => generateSecret();

/** What a QR code says to an authenticator. The label is how its owner finds the entry again. */
export const totpUri = (secret: string, email: string): string =>
  generateURI({ issuer: 'Simpul', label: email, secret });

/** The step that the code belongs to, when it is newer than the last one that was used; null for a wrong code. */
export async function totpStep(
  secret: string,
  token: string,
  at: Date,
  lastStep: number | null,
): Promise<number | null> {
  if (!/^\d{6}$/.test(token)) return null;
  const result = await verify({
    secret,
    token,
    epoch: Math.floor(at.getTime() / 1000),
    epochTolerance: TOLERANCE_SECONDS,
    ...(lastStep !== null && { afterTimeStep: lastStep }),
  });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}
