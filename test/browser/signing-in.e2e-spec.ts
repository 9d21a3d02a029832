import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { connected } from '../harness/cluster.js';
import { accessFaults, choose, exitIsOnTop, inBrowser, keepPicture, Stage, steps } from './stage.js';

const COUNSELOR = 'pendamping@uptd-ppa';

/** Proving again who sits there, without losing what was begun. */
inBrowser('signing in, and proving it again', () => {
  let stage: Stage;
  let counselor: Page;
  let address = '';
  const step = steps();

  beforeAll(async () => {
    stage = await Stage.open();
    const { caseId } = (
      await stage.api.as(COUNSELOR).post<{ caseId: string }>('/reports', {
        channel: 'TELEPON',
        reporter: { kind: 'KORBAN' },
        clientSafeNow: 'YES',
        narrative: 'Cerita rekaan.',
        violenceTypes: ['PSIKIS'],
        contexts: ['KDRT'],
        victims: [{ name: 'Umpama Rekaan', sex: 'P', ageYears: 30 }],
        reportedPersons: [{ sex: 'L', relation: 'SUAMI_ISTRI' }],
      })
    ).body;
    address = `${stage.address}/kasus/${caseId}`;
  }, 120_000);
  afterAll(async () => {
    await stage?.close();
  });

  /** As after some minutes of quiet reading. */
  const proofIsOld = () =>
    connected(stage.database.urls.admin, async (client) => {
      await client.query(`update simpul.session set confirmed_at = confirmed_at - interval '6 minutes'`);
    });

  step('an identity opens after the password, and the reason that was chosen is still there', async () => {
    counselor = await stage.signIn(COUNSELOR, 'phone');
    await counselor.goto(address);
    await counselor.getByRole('button', { name: 'Tampilkan nama' }).waitFor();
    await proofIsOld();
    await counselor.getByRole('button', { name: 'Tampilkan nama' }).click();
    const reveal = counselor.getByRole('dialog', { name: 'Tampilkan nama' });
    await choose(counselor, 'Menghubungi klien');
    await reveal.getByRole('button', { name: /^Tampilkan 60/ }).click();
    const proof = counselor.getByRole('dialog', { name: 'Buktikan bahwa ini Anda' });
    await proof.getByLabel('Kata sandi').fill('bukan ini');
    await proof.getByRole('button', { name: 'Lanjutkan' }).click();
    await proof.getByText('Kata sandi tidak cocok.').waitFor();
    await keepPicture(counselor, 'step-up');
    expect(await accessFaults(counselor, 'step-up')).toEqual([]);
    expect(await exitIsOnTop(counselor)).toBe(true);
    await proof.getByLabel('Kata sandi').fill('simpul-demo-prabumulih');
    await proof.getByRole('button', { name: 'Lanjutkan' }).click();
    await counselor.getByText('Umpama Rekaan').first().waitFor();
    expect(await proof.count()).toBe(0);
  });

  step('whoever gives no proof is told so, and nothing opens', async () => {
    await proofIsOld();
    await counselor.reload();
    await counselor.getByRole('button', { name: 'Tampilkan nama' }).click();
    const reveal = counselor.getByRole('dialog', { name: 'Tampilkan nama' });
    await choose(counselor, 'Menghubungi klien');
    await reveal.getByRole('button', { name: /^Tampilkan 60/ }).click();
    const proof = counselor.getByRole('dialog', { name: 'Buktikan bahwa ini Anda' });
    await proof.getByRole('button', { name: 'Batal' }).click();
    await reveal.getByText('Belum dijalankan: buktikan dulu bahwa ini Anda.').waitFor();
    expect(await counselor.getByText('Umpama Rekaan').count()).toBe(0);
    // The browser's own line about the wrong password above.
    expect(stage.faults.filter((fault) => !fault.includes('status of 409'))).toEqual([]);
  });
});
