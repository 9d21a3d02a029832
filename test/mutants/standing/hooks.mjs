// Node's own loader reads TypeScript as Jest does: the same compiler with the same options, the same names for folders.
import { transformSync } from '@swc/core';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import config from '../../jest.config.mjs';

const root = process.cwd();
const [[, options]] = Object.values(config.transform);
const globals = new URL('globals.mjs', import.meta.url).href;

export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: globals, shortCircuit: true };
  const found = specifier.startsWith('#')
    ? pathToFileURL(
        join(
          root,
          specifier === '#harness' ? 'test/harness/index.ts' : `libs/${specifier.slice(1)}/src/index.ts`,
        ),
      ).href
    : asTypeScript(specifier, context.parentURL);
  return found ? { url: found, shortCircuit: true } : next(specifier, context);
}

/** `./x.js` is `./x.ts` or `./x.tsx` here, as in Jest's own moduleNameMapper. */
function asTypeScript(specifier, parent) {
  if (!/^(?:\.|file:)/.test(specifier)) return undefined;
  const url = new URL(specifier, parent);
  for (const [from, to] of [
    ['.js', '.ts'],
    ['.js', '.tsx'],
    ['.ts', '.ts'],
  ]) {
    if (!url.pathname.endsWith(from)) continue;
    const other = new URL(url);
    other.pathname = url.pathname.slice(0, -from.length) + to;
    if (existsSync(fileURLToPath(other))) return other.href;
  }
  return undefined;
}

export async function load(url, context, next) {
  if (!/\.tsx?(?:\?.*)?$/.test(url)) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename });
  return { format: 'module', source: code, shortCircuit: true };
}
