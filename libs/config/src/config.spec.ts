import { describe, expect, it } from '@jest/globals';
import { loadConfig } from './config.js';

describe('configuration', () => {
  it('names every fault at once and never repeats a value that may hold a password', () => {
    const start = () =>
      loadConfig({
        PORT: 'many',
        SIMPUL_ZONE: 'Mars/Base',
        SIMPUL_API_DATABASE_URL: 'mysql://u:hunter2@x/y',
      });
    expect(start).toThrow(/PORT .*SIMPUL_ZONE .*SIMPUL_API_DATABASE_URL|SIMPUL_ZONE/);
    try {
      start();
    } catch (error) {
      const words = (error as Error).message;
      for (const name of ['PORT', 'SIMPUL_ZONE', 'SIMPUL_API_DATABASE_URL']) expect(words).toContain(name);
      expect(words).not.toContain('hunter2');
    }
  });

  it('the mail server and the sender’s address need each other, and a password is never repeated', () => {
    const mail = { SMTP_URL: 'smtps://simpul:hunter2@mail.example', SIMPUL_MAIL_FROM: 'simpul@kota.example' };
    expect(loadConfig(mail).mail).toEqual({ url: mail.SMTP_URL, from: mail.SIMPUL_MAIL_FROM });
    expect(loadConfig({}).mail).toBeUndefined();
    for (const wrong of [
      { SMTP_URL: mail.SMTP_URL },
      { SIMPUL_MAIL_FROM: mail.SIMPUL_MAIL_FROM },
      { ...mail, SIMPUL_MAIL_FROM: 'Simpul <simpul@kota.example>' },
      { ...mail, SMTP_URL: 'http://simpul:hunter2@mail.example' },
    ])
      try {
        loadConfig(wrong);
        throw new Error('taken');
      } catch (error) {
        expect((error as Error).message).toMatch(/SMTP_URL|SIMPUL_MAIL_FROM/);
        expect((error as Error).message).not.toContain('hunter2');
      }
  });

  it('a program may be told which ways out there are, and nothing of how they are opened', () => {
    const mail = { SMTP_URL: 'smtps://mail.example', SIMPUL_MAIL_FROM: 'simpul@kota.example' };
    expect(loadConfig({}).channels).toEqual([]);
    expect(loadConfig(mail).channels).toEqual(['email']);
    const told = loadConfig({ SIMPUL_CHANNELS: 'gateway, email' });
    expect([told.channels, told.mail, told.gateway]).toEqual([['email', 'gateway'], undefined, undefined]);
    expect(loadConfig({ ...mail, SIMPUL_CHANNELS: '' }).channels).toEqual([]);
    expect(() => loadConfig({ SIMPUL_CHANNELS: 'email,pigeon' })).toThrow(
      'SIMPUL_CHANNELS must be names out of',
    );
  });

  it('the gateway needs https and a real secret, and no fault repeats it', () => {
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const gateway = { SIMPUL_GATEWAY_URL: 'https://sms.example/in', SIMPUL_GATEWAY_SECRET: secret };
    expect(loadConfig(gateway).gateway).toEqual({ url: 'https://sms.example/in', key: Buffer.alloc(32, 7) });
    expect(loadConfig({ ...gateway, SIMPUL_GATEWAY_URL: 'http://127.0.0.1:8080/' }).gateway).toBeDefined();
    for (const wrong of [
      { SIMPUL_GATEWAY_URL: gateway.SIMPUL_GATEWAY_URL },
      { SIMPUL_GATEWAY_SECRET: secret },
      { ...gateway, SIMPUL_GATEWAY_URL: 'http://sms.example/in' },
      { ...gateway, SIMPUL_GATEWAY_SECRET: 'hunter2' },
      { ...gateway, SIMPUL_GATEWAY_SECRET: `whsec_${Buffer.alloc(16).toString('base64')}` },
    ]) {
      expect(() => loadConfig(wrong)).toThrow(/SIMPUL_GATEWAY_(URL|SECRET)/);
      expect(() => loadConfig(wrong)).not.toThrow(/hunter2|BwcHBw/);
    }
  });

  it('web push needs somebody to write to, and host names that are no addresses', () => {
    const push = { SIMPUL_PUSH_CONTACT: 'mailto:it@kota.example' };
    expect(loadConfig({}).push).toBeUndefined();
    expect(loadConfig(push).push).toEqual({ contact: push.SIMPUL_PUSH_CONTACT, hosts: [] });
    const hosts = 'push.kota.example, *.push.kota.example localhost:8443';
    expect(loadConfig({ ...push, SIMPUL_PUSH_HOSTS: hosts }).push?.hosts).toHaveLength(3);
    for (const wrong of [
      { SIMPUL_PUSH_CONTACT: 'it@kota.example' },
      { SIMPUL_PUSH_CONTACT: 'http://kota.example' },
      { SIMPUL_PUSH_HOSTS: 'push.kota.example' },
      ...['10.0.0.7', '169.254.169.254', '[::1]', '*', '*.id', 'localhost', 'https://push.kota.example'].map(
        (name) => ({ ...push, SIMPUL_PUSH_HOSTS: name }),
      ),
    ])
      expect(() => loadConfig(wrong)).toThrow(/SIMPUL_PUSH_(CONTACT|HOSTS)/);
  });

  it('metrics are off until a port is named, private, and a port of their own', () => {
    expect(loadConfig({})).not.toHaveProperty('apiMetrics');
    expect(loadConfig({ SIMPUL_API_METRICS_PORT: '9464' }).apiMetrics).toEqual({
      host: '127.0.0.1',
      port: 9464,
    });
    const both = {
      SIMPUL_API_METRICS_PORT: '9464',
      SIMPUL_WORKER_METRICS_PORT: '9465',
      SIMPUL_METRICS_HOST: '10.0.0.7',
    };
    expect(loadConfig(both).workerMetrics).toEqual({ host: '10.0.0.7', port: 9465 });
    for (const wrong of [
      { SIMPUL_API_METRICS_PORT: 'many' },
      { SIMPUL_API_METRICS_PORT: '4710' },
      { SIMPUL_WORKER_METRICS_PORT: '4710' },
      { ...both, SIMPUL_WORKER_METRICS_PORT: '9464' },
    ])
      expect(() => loadConfig(wrong)).toThrow(/METRICS_PORT/);
  });

  it('believes no proxy that is not named, and none that is half the world', () => {
    expect(loadConfig({}).trustedProxies).toEqual([]);
    const named = 'SIMPUL_TRUSTED_PROXIES';
    expect(loadConfig({ [named]: '10.0.0.7, 192.168.4.0/24 fd00:1::/64' }).trustedProxies).toHaveLength(3);
    for (const wrong of [
      'true',
      '1',
      '*',
      'proxy.example',
      '0.0.0.0/0',
      '10.0.0.0/8',
      '::/0',
      '10.0.0.7/',
      '10.0.0.7/24/1',
    ])
      expect(() => loadConfig({ [named]: wrong })).toThrow(named);
  });

  it('keeps the three Indonesian zones apart', () => {
    expect(loadConfig({ SIMPUL_ZONE: 'Asia/Jayapura' }).zone).toBe('Asia/Jayapura');
    expect(loadConfig({}).zone).toBe('Asia/Jakarta');
  });
});
