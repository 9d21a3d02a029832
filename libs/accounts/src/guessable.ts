import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { passwordFault, wordsOfTheHouse, type PasswordFault, type PasswordOwner } from './rules/password.js';

/** Ten thousand million guesses: beyond what the delay lets anybody try, and slow against a stolen hash. */
const GUESSES_LOG10_MIN = 10;
/** What comes after it makes a password better only; 256 odd characters would hold up the whole server for seconds. */
const LOOKED_AT = 32;

/**
 * What is wrong with a new password; null when nothing is. Besides its length it has to stand a guess with the commonest
 * passwords, Indonesian words and names, dates, keyboards and the words of this house, in any order (zxcvbn). Nothing
 * leaves the machine for it.
 */
export async function newPasswordFault(
  password: string,
  owner: PasswordOwner,
): Promise<PasswordFault | null> {
  const fault = passwordFault(password, owner);
  if (fault) return fault;
  const { guessesLog10 } = (await estimator()).check(password.slice(0, LOOKED_AT), wordsOfTheHouse(owner));
  return guessesLog10 < GUESSES_LOG10_MIN ? 'password.common' : null;
}

// Some thirty megabytes of words: read when the first password is changed, not at every start.
let loaded: Promise<ZxcvbnFactory> | undefined;
function estimator(): Promise<ZxcvbnFactory> {
  return (loaded ??= load());
}

async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, indonesian] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-id'),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...indonesian.dictionary },
    graphs: common.adjacencyGraphs,
  });
}
