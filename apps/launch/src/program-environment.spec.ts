import { loadConfig } from '#config';
import { describe, expect, it } from '@jest/globals';
import { environmentOf } from './program-environment.js';

const postgres = (role: string): string => `postgres://${role}:hunter2-${role}@localhost/simpul`;
const WHOLE = {
  PATH: '/usr/bin',
  SIMPUL_API_DATABASE_URL: postgres('api'),
  SIMPUL_SIGNIN_DATABASE_URL: postgres('signin'),
  SIMPUL_WORKER_DATABASE_URL: postgres('worker'),
  SIMPUL_LEDGER_DATABASE_URL: postgres('ledger'),
  SIMPUL_QUEUE_DATABASE_URL: postgres('queue'),
  SMTP_URL: 'smtps://simpul:hunter2-mail@mail.example',
  SIMPUL_MAIL_FROM: 'simpul@kota.example',
  SIMPUL_GATEWAY_URL: 'https://sms.example/in',
  SIMPUL_GATEWAY_SECRET: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
};

describe('what a program is told', () => {
  it('the API: which ways out there are, and no secret of the worker', () => {
    const api = environmentOf('api', WHOLE);
    expect(loadConfig(api)).toMatchObject({
      channels: ['email', 'gateway'],
      databases: { api: postgres('api') },
    });
    expect(loadConfig(api).mail).toBeUndefined();
    const text = JSON.stringify(api);
    for (const secret of ['hunter2-mail', 'hunter2-worker', 'hunter2-ledger', 'whsec_'])
      expect(text).not.toContain(secret);
    expect(api.PATH).toBe('/usr/bin');
  });

  it('the worker: how they are opened, and not how people sign in', () => {
    const worker = environmentOf('worker', WHOLE);
    expect(loadConfig(worker)).toMatchObject({
      channels: ['email', 'gateway'],
      mail: { url: WHOLE.SMTP_URL },
    });
    expect(JSON.stringify(worker)).not.toMatch(/hunter2-(api|signin)/);
  });
});
