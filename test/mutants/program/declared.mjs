// What each handler says of itself: read from the controllers, so that a new route is a new mutant.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const QUICK = 'test/api/metrics.e2e-spec.ts';

/** Every `@May('…')` dropped, and every `@StepUp()`: the API must not start. */
export const DECLARED = ['libs', 'apps']
  .flatMap((top) => readdirSync(root + top, { recursive: true }).map((name) => `${top}/${String(name)}`))
  .filter((name) => /^[^/]+\/[^/]+\/src\/.*\.controller\.ts$/.test(name))
  .sort((a, b) => a.localeCompare(b))
  .flatMap((file) => {
    const text = readFileSync(root + file, 'utf8');
    return [...text.matchAll(/^ *@(?:May\('[^']+'\)|StepUp\(\)) *\n/gm)].map((match, at) => {
      const rest = text.slice(match.index + match[0].length);
      // With what follows, up to the handler's name, the text is there once.
      const upTo = /^[^;]*?\n {2}(?:async )?\w+\(/.exec(rest)?.[0] ?? rest.slice(0, 80);
      return {
        name: `${file} without ${match[0].trim()} (${at + 1})`,
        file,
        from: match[0] + upTo,
        to: upTo,
        spec: QUICK,
      };
    });
  });
