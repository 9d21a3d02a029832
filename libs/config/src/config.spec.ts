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

  it('keeps the three Indonesian zones apart', () => {
    expect(loadConfig({ SIMPUL_ZONE: 'Asia/Jayapura' }).zone).toBe('Asia/Jayapura');
    expect(loadConfig({}).zone).toBe('Asia/Jakarta');
  });
});
