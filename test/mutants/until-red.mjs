import { TestEnvironment } from 'jest-environment-node';

/** One red test says it all: the others of the file are skipped, so that a mutant costs no more than it has to. */
export default class UntilRed extends TestEnvironment {
  #isRed = false;

  handleTestEvent({ name, test }) {
    if (name === 'test_done' && test.errors.length > 0) this.#isRed = true;
    // What a hook has failed before its start stays red.
    if (name === 'test_start' && this.#isRed && test.errors.length === 0) test.mode = 'skip';
  }
}
