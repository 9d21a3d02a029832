import { expect, it } from '@jest/globals';
import { loadConfig } from './config.js';

const OIDC = {
  SIMPUL_OIDC_ISSUER: 'https://sso.kota.example/realms/pegawai',
  SIMPUL_OIDC_CLIENT_ID: 'simpul',
  SIMPUL_OIDC_CLIENT_SECRET: 'x',
};

it('takes all of the city’s own sign-in or nothing of it, and never in clear beyond this machine', () => {
  expect(loadConfig({}).oidc).toBeUndefined();
  expect(loadConfig({ SIMPUL_OIDC_ISSUER: '', SIMPUL_OIDC_CLIENT_ID: '' }).oidc).toBeUndefined();
  expect(loadConfig(OIDC).oidc).toMatchObject({ clientId: 'simpul', name: 'SSO' });
  expect(() => loadConfig({ ...OIDC, SIMPUL_OIDC_CLIENT_SECRET: '' })).toThrow('need each other');
  expect(() => loadConfig({ ...OIDC, SIMPUL_OIDC_ISSUER: 'http://sso.kota.example' })).toThrow(
    'must be https',
  );
  expect(loadConfig({ ...OIDC, SIMPUL_OIDC_ISSUER: 'http://localhost:9' }).oidc?.issuer).toBe(
    'http://localhost:9',
  );
});

it('knows who needs a second factor, and refuses a word that it does not know', () => {
  expect(loadConfig({}).secondFactor).toBe('offered');
  expect(loadConfig({ SIMPUL_SECOND_FACTOR: 'cases' }).secondFactor).toBe('cases');
  expect(() => loadConfig({ SIMPUL_SECOND_FACTOR: 'yes' })).toThrow('SIMPUL_SECOND_FACTOR');
});
