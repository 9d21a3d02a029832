import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { connected } from '../harness/cluster.js';
import { accessFaults, inBrowser, keepPicture, Stage, textOf } from './stage.js';

const NOW = '2026-04-14T15:00:00+07:00';

/** Two alarms as the worker raises them: an office where nobody can be told, and mail that does not go out. */
const RAISED = `
  insert into simpul.alarm (kind, agency_id, account_id, code, detail, times, created_at, told, must_act, next_climb_at)
  select 'NO_WORKING_CHANNEL', g.id, officer.id, '', 'recipient.EENVELOPE', 3, simpul.now() - interval '50 minutes',
         array[head.id], array[head.id], simpul.now() + interval '10 minutes'
    from simpul.agency g
    join simpul.account head on head.email = 'kepala@rsud-igd.simpul.example'
    join simpul.account officer on officer.email = 'petugas@rsud-igd.simpul.example' where g.code = 'rsud-igd';
  insert into simpul.alarm (kind, code, detail, times, created_at, told, must_act, next_climb_at)
  select 'CHANNEL_FAILED', 'email', 'channel.ECONNREFUSED', 1, simpul.now() - interval '20 minutes',
         array[it.id], array[it.id], simpul.now() + interval '40 minutes'
    from simpul.account it where it.email = 'admin@diskominfo.simpul.example';
  insert into simpul.alarm (kind, agency_id, account_id, code, created_at, told, must_act, next_climb_at)
  select 'UNUSUAL_READING', reader.agency_id, reader.id, 'MANY_CASES', simpul.now() - interval '9 minutes',
         array[head.id], array[head.id], simpul.now() + interval '11 hours'
    from simpul.account reader join simpul.account head on head.email = 'kepala@uptd-ppa.simpul.example'
   where reader.email = 'pendamping@uptd-ppa.simpul.example';
  insert into simpul.reading_found (account_id, rule, counted, own_usual, team_usual, from_at, to_at, created_at)
  select id, 'MANY_CASES', 17, 3, 4, simpul.now() - interval '68 minutes', simpul.now() - interval '10 minutes',
         simpul.now() - interval '9 minutes'
    from simpul.account where email = 'pendamping@uptd-ppa.simpul.example';
  insert into simpul.notification (account_id, message, topic, due_at)
  select id, 'alarm.raised', 'alarm.raised', simpul.now() from simpul.account
   where email in ('kepala@rsud-igd.simpul.example', 'admin@diskominfo.simpul.example');
  insert into simpul.notification (account_id, message, topic, due_at)
  select id, 'deadline.escalated', 'deadline.stepDue', simpul.now() from simpul.account
   where email = 'kepala@dppkbpppa.simpul.example'`;

/** What is wrong with the house has a place, a person and an end. */
inBrowser('alarms', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open();
    await stage.setClock(NOW);
    await connected(stage.database.urls.admin, (client) => client.query(RAISED));
  }, 60_000);
  afterAll(() => stage?.close());

  const notice = (page: Page): Promise<void> => page.getByRole('link', { name: /^Belum dibaca/ }).click();

  it('the head of the office finds it on the first page, with the way to the roster', async () => {
    const head = await stage.signIn('kepala@rsud-igd', 'phone');
    const panel = head.getByRole('region', { name: 'Perlu ditangani' });
    expect(await textOf(panel)).toContain('Seorang petugas tidak terjangkau lewat saluran mana pun');
    expect(await panel.getByRole('listitem').count()).toBe(1);
    await keepPicture(head, 'alarms-head');
    expect(await accessFaults(head, 'alarms of an office')).toEqual([]);
    await panel.getByRole('link', { name: 'Buka jadwal piket' }).click();
    await head.getByRole('heading', { level: 1, name: 'Piket' }).waitFor();
  });

  it('a notice of it leads there, and taking it on says so to everybody', async () => {
    const head = await stage.signIn('kepala@rsud-igd');
    await head.goto(`${stage.address}/pemberitahuan`);
    await notice(head);
    await head.waitForURL(/\/peringatan$/);
    await head.getByRole('button', { name: /^Tangani/ }).click();
    await head.getByText('Ditangani').first().waitFor();
    await keepPicture(head, 'alarms-taken');
    expect(await accessFaults(head, 'alarms')).toEqual([]);
  });

  it('the IT office sees all of them and no case, and ends one with a note', async () => {
    const it = await stage.signIn('admin@diskominfo');
    await it.getByRole('link', { name: 'Peringatan sistem' }).first().click();
    await it.getByText('Pesan keluar tidak terkirim', { exact: true }).waitFor();
    await it.getByText('Sedang ditangani').waitFor();
    await keepPicture(it, 'alarms-it-office');
    await it.getByRole('button', { name: /^Selesaikan ?: Pesan keluar tidak terkirim/ }).click();
    const dialog = it.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Selesaikan' }).click();
    await dialog.getByText('Wajib diisi').waitFor();
    await dialog.getByLabel('Apa yang dibetulkan').fill('Server surel dinyalakan kembali.');
    await keepPicture(it, 'alarms-end');
    expect(await accessFaults(it, 'ending an alarm')).toEqual([]);
    await dialog.getByRole('button', { name: 'Selesaikan' }).click();
    await it.getByText('1 sudah selesai').click();
    await it.getByText('Server surel dinyalakan kembali.').waitFor();
    await keepPicture(it, 'alarms-ended');
    const phone = await stage.signIn('admin@diskominfo', 'phone');
    await phone.goto(`${stage.address}/peringatan`);
    await phone.getByText('Sedang ditangani').waitFor();
    await keepPicture(phone, 'alarms-it-office');
    expect(await accessFaults(phone, 'alarms on a phone')).toEqual([]);
  });

  it('a supervisor reads in sentences what was unusual, follows it to the trail, and ends it with what came of it', async () => {
    const supervisor = await stage.signIn('kepala@uptd-ppa');
    await supervisor.goto(`${stage.address}/ringkasan`);
    const panel = supervisor.getByRole('region', { name: 'Perlu ditangani' });
    await panel.getByText('Dewi Hikayat membuka 17 kasus yang berbeda dalam satu jam.').waitFor();
    await keepPicture(supervisor, 'alarms-reading');
    expect(await accessFaults(supervisor, 'an alarm about reading')).toEqual([]);
    await panel.getByRole('link', { name: 'Lihat jejak Dewi Hikayat pada hari itu' }).click();
    await supervisor.getByRole('button', { name: /Dewi Hikayat · Hapus saringan/ }).waitFor();
    await supervisor.goto(`${stage.address}/ringkasan`);
    const phone = await stage.signIn('kepala@uptd-ppa', 'phone');
    await phone.goto(`${stage.address}/peringatan`);
    await phone.getByText('Cara membaca yang tidak biasa', { exact: true }).waitFor();
    await keepPicture(phone, 'alarms-reading');
    expect(await accessFaults(phone, 'an alarm about reading on a phone')).toEqual([]);
    await panel.getByRole('button', { name: /^Selesaikan/ }).click();
    const dialog = supervisor.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Selesaikan' }).click();
    await dialog.getByText('Wajib diisi').first().waitFor();
    await dialog.getByLabel('Ada alasan yang wajar').check();
    await dialog.getByLabel('Apa yang Anda ketahui').fill('Menyiapkan rapat kasus hari Rabu.');
    await keepPicture(supervisor, 'alarms-reading-end');
    expect(await accessFaults(supervisor, 'ending an alarm about reading')).toEqual([]);
    await dialog.getByRole('button', { name: 'Selesaikan' }).click();
    await panel.waitFor({ state: 'detached' });
  });

  it('the head of the lead office, who sees no case, gets from a notice to what is late', async () => {
    const head = await stage.signIn('kepala@dppkbpppa');
    await head.goto(`${stage.address}/pemberitahuan`);
    await notice(head);
    await head.waitForURL(/\/tenggat$/);
    await head.getByRole('heading', { level: 1, name: 'Tenggat' }).waitFor();
    await head.locator('.skeleton').first().waitFor({ state: 'detached' });
    await keepPicture(head, 'alarms-lead-office');
    expect(stage.faults).toEqual([]);
  });
});
