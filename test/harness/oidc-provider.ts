import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '#config';
import { freePort } from './redis.js';

/** A city's OpenID Connect provider in a process of its own, with what the API needs to know of it. */
export class OidcProvider {
  private constructor(
    private readonly child: ChildProcess,
    readonly issuer: string,
    readonly env: Record<string, string>,
  ) {}

  static async start(publicUrl: string): Promise<OidcProvider> {
    const port = await freePort();
    const child = fork(
      join(projectRoot(), 'test', 'harness', 'oidc-process.mjs'),
      [String(port), `${publicUrl}/masuk-akun`],
      { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    );
    await once(child, 'message');
    const issuer = `http://localhost:${port}`;
    return new OidcProvider(child, issuer, {
      SIMPUL_OIDC_ISSUER: issuer,
      SIMPUL_OIDC_CLIENT_ID: 'simpul',
      SIMPUL_OIDC_CLIENT_SECRET: 'a secret of the test and of nobody else',
      SIMPUL_OIDC_NAME: 'Akun Kota Contoh',
    });
  }

  /** Signs in there as this subject from now on. */
  async become(subject: string): Promise<void> {
    await fetch(`${this.issuer}/who?sub=${encodeURIComponent(subject)}`);
  }

  /** What a browser would do at the provider: follows it until it comes back; the query that it comes back with. */
  async answer(url: string): Promise<string> {
    const cookies = new Map<string, string>();
    let at = url;
    for (let hop = 0; hop < 12; hop++) {
      const response = await fetch(at, {
        redirect: 'manual',
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      });
      for (const line of response.headers.getSetCookie()) {
        const [name, value] = line.split(';')[0]!.split('=', 2);
        cookies.set(name!, value!);
      }
      const next = response.headers.get('location');
      if (!next) throw new Error(`The provider stopped with ${response.status}: ${await response.text()}`);
      at = new URL(next, at).href;
      if (!at.startsWith(this.issuer)) return new URL(at).search;
    }
    throw new Error('The provider goes round in circles');
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill();
    await ended;
  }
}
