import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { KINDS_OF_CASE } from '../../../../test/harness/canaries.js';

const source = readFileSync(join(import.meta.dirname, '../../public/push-worker.js'), 'utf8');

/** It runs while nobody is signed in: what it cannot do, nobody can make it do. */
describe('the service worker', () => {
  it('listens to a push and to a tap, and to nothing else', () => {
    const heard = [...source.matchAll(/addEventListener\('(\w+)'/g)].map(([, name]) => name);
    expect(heard).toEqual(['push', 'notificationclick']);
    expect(source).not.toMatch(/\bon\w+\s*=/);
  });

  it('has no way to ask, to keep or to load anything', () => {
    expect(source).not.toMatch(
      /fetch|caches|indexedDB|XMLHttpRequest|WebSocket|EventSource|importScripts|\bimport\b|\beval\b|postMessage|BroadcastChannel|storage|cookie|navigate|claim|skipWaiting/i,
    );
  });

  it('says nothing about what waits', () => {
    const said = source.slice(source.indexOf('SENTENCES'), source.indexOf('TAG'));
    expect(said).not.toMatch(KINDS_OF_CASE);
    expect(said).not.toMatch(/rujuk|referral|lapor|report|kasus|\bcase\b|instansi|agency/i);
    expect([...said.matchAll(/\{(\w+)\}/g)].every(([, place]) => place === 'n')).toBe(true);
  });
});
