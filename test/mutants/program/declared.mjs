// What each handler says of itself: read from the controllers, so that a new route is a new mutant.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const QUICK = 'test/api/metrics.e2e-spec.ts';
/** The widest act that there is, which every role may, and one for the handlers that have it. */
const ANOTHER = ['reference.read', 'directory.read'];

/**
 * Every `@May('…')` dropped, and exchanged for another act; every `@StepUp()` dropped: the API must not start, and must
 * say why (`says`). So all of one `way` are judged by one start whose refusal names each (run.mjs); which it does not
 * name is judged alone.
 */
export const DECLARED = ['libs', 'apps']
  .flatMap((top) => readdirSync(root + top, { recursive: true }).map((name) => `${top}/${String(name)}`))
  .filter((name) => /^[^/]+\/[^/]+\/src\/.*\.controller\.ts$/.test(name))
  .sort((a, b) => a.localeCompare(b))
  .flatMap((file) => {
    const text = readFileSync(root + file, 'utf8');
    return [...text.matchAll(/^ *@(?:May\('([^']+)'\)|StepUp\(\)) *\n/gm)].flatMap((match) => {
      const [whole, act] = match;
      const rest = text.slice(match.index + whole.length);
      // With what follows, up to the handler's name, the text is there once.
      const upTo = /^[^;]*?\n {2}(?:async )?\w+\(/.exec(rest)?.[0] ?? rest.slice(0, 80);
      const route = routeAt(text, match.index);
      const mutant = (way, to, says) => ({
        ...{ name: `${route} ${way}`, way, file, from: whole + upTo, to: to + upTo, spec: QUICK },
        says: `${route} declares ${says}`,
      });
      if (act === undefined) return [mutant('without @StepUp', '', 'no @StepUp, the policy says otherwise')];
      const other = ANOTHER.find((each) => each !== act);
      return [
        mutant('without @May', '', 'neither @May nor @Public'),
        mutant('with another @May', whole.replace(act, other), `${other}, the policy says ${act}`),
      ];
    });
  });

/** `POST /cases/{id}/reveal`, as the policy writes it: verb and controller stand above the decorator. */
function routeAt(text, index) {
  const above = text.slice(0, index);
  const last = (pattern) => [...above.matchAll(pattern)].at(-1);
  const base = last(/^@Controller\((?:'([^']*)')?\)/gm)?.[1];
  const verb = last(/^ {2}@(Get|Post|Put|Patch|Delete)\((?:'([^']*)')?\)/gm);
  const path = [base, verb?.[2]].filter(Boolean).join('/');
  return `${verb?.[1].toUpperCase()} /${path.replaceAll(/:(\w+)/g, '{$1}')}`;
}
