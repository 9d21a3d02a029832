import { firstPassword } from './first-password.js';

export const RECOVERY_CODES = 10;

/** Codes for the day the telephone is lost, from random bytes (64 for each): 16 letters and digits, read out in fours. */
export function recoveryCodes(random: (bytes: number) => Uint8Array): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => firstPassword(random(64)));
}

/** As it is compared: however it was typed from the paper. */
export function recoveryCodeRead(typed: string): string {
  return typed.toLowerCase().replace(/[^a-z0-9]/g, '');
}
