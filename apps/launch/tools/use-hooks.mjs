// `prepare`: uses the hooks of .githooks in a checkout; does nothing, and never fails, anywhere else.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

try {
  if (existsSync('.git') && !process.env.CI)
    execFileSync('git', ['config', 'core.hooksPath', '.githooks'], { stdio: 'ignore' });
} catch {
  // No git, or not ours to configure.
}
