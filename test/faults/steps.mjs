// Programs stopped at exact steps. Nothing in the product helps: a lock that the harness holds, or an answer of
// PostgreSQL that the proxy keeps back, makes the program wait where it is to be killed.
import { strict as assert } from 'node:assert';
import { randomUUID } from 'node:crypto';
import { until } from './programs.mjs';

const NOTIFYING = 'lock table simpul.notification in access exclusive mode';
const ANNOUNCING = 'lock table simpul.outbox in access exclusive mode';
const sendings = (house, id) =>
  house.count(`select from simpul.referral_move where referral_id = $1 and act = 'send'`, [id]);

export const STEPS = {
  async 'API killed before its commit'(house) {
    const id = await house.people.draft();
    const held = await house.hold(ANNOUNCING);
    const answer = house.people.send(id);
    await house.stopped('simpul_api', 'simpul.outbox');
    await house.api.end('SIGKILL');
    await held.release();
    await until('the transaction is gone', async () => (await sendings(house, id)) === 0);
    await house.startApi();
    await answer;
    assert.equal(await sendings(house, id), 1);
  },

  async 'API killed after its commit, before it rang or answered'(house) {
    const id = await house.people.draft();
    const stalled = house.apiLine.stallAfter('referral_move', 'COMMIT');
    const answer = house.people.send(id);
    await stalled;
    await until('it is committed', async () => (await sendings(house, id)) === 1);
    await house.api.end('SIGKILL');
    await house.startApi();
    await answer;
    assert.equal(await sendings(house, id), 1);
  },

  async 'worker killed with a claimed message'(house) {
    const held = await house.hold(NOTIFYING);
    const id = await house.people.sent();
    await house.stopped('simpul_worker', 'insert into simpul.notification');
    await house.killWorkers();
    await held.release();
    assert.equal(await house.toldOf(id), 0);
    await next(house, id);
  },

  async 'worker killed after the effect, before its record'(house) {
    const id = await house.people.draft();
    // The sending has to be the message that is stopped: another one's stopped record would hold its whole pass up.
    await house.everyReminder();
    await house.quiet();
    const held = await house.hold(NOTIFYING);
    await house.people.send(id);
    await house.stopped('simpul_worker', 'insert into simpul.notification');
    // FOR SHARE lets the effect's foreign key pass and holds the mark "relayed" up.
    const mark = await house.hold(
      'select id from simpul.outbox where relayed_at is null and attempt > 0 for share',
    );
    await held.release();
    await house.stopped('simpul_worker', 'set relayed_at');
    await until('the officer is told', async () => (await house.toldOf(id)) > 0);
    await house.killWorkers();
    await mark.release();
    await next(house, id);
  },

  async 'worker killed when the result is recorded'(house) {
    const stalled = house.workerLine.stallAfter('set relayed_at', 'COMMIT');
    const id = await house.people.sent();
    await stalled;
    await house.killWorkers();
    await next(house, id);
  },

  async 'worker killed while a step fires'(house) {
    await house.quiet();
    await house.killWorkers();
    const held = await house.hold(ANNOUNCING);
    const [step] = await house.remind(1, 0);
    await house.startWorker();
    await house.stopped('simpul_worker', 'insert into simpul.outbox');
    await house.killWorkers();
    await held.release();
    await until(
      'the step is free',
      async () =>
        (await house.count(`select from simpul.deadline_step where id = $1 and status = 'pending'`, [
          step,
        ])) === 1,
    );
    await house.startWorker();
  },

  async 'worker stopped past its lease, and going on'(house) {
    await house.quiet();
    await house.killWorkers();
    const id = await house.people.sent();
    const stalled = house.workerLine.stallAfter('set attempt = ', 'COMMIT');
    const sleeper = await house.startWorker();
    await stalled;
    sleeper.child.kill('SIGSTOP');
    await until(
      'it is claimed',
      async () =>
        (await house.count(`select from simpul.outbox where relayed_at is null and attempt > 0`)) > 0,
    );
    const other = await house.startWorker();
    await until('the other tells', async () => {
      await house.endLeases();
      return (await house.toldOf(id)) > 0;
    });
    sleeper.child.kill('SIGCONT');
    house.workerLine.resume();
    await house.quiet();
    await other.end('SIGTERM');
    house.workers.splice(house.workers.indexOf(other), 1);
  },

  async 'the same act again, at once and out of order'(house) {
    const { people } = house;
    const id = await people.draft();
    const key = randomUUID();
    const same = await Promise.all([people.send(id, key), people.send(id, key), people.send(id, key)]);
    assert.equal(new Set(same.map((answer) => answer.id)).size, 1);
    const twice = await Promise.all(
      [1, 2, 3].map(() => people.act(people.officer, `/referrals/${id}/receipt`)),
    );
    assert.equal(twice.filter(({ status }) => status < 300).length, 1, 'one receipt of three wins');
    const other = await people.sent();
    await people.done(people.officer, `/referrals/${other}/acceptance`, { responsibleName: 'Nanda Umpama' });
    const late = await people.act(people.officer, `/referrals/${other}/receipt`);
    assert.equal(late.status, 409, 'a receipt that arrives after the acceptance is refused');
    const again = await people.act(people.sender, `/referrals/${other}/sending`, {}, randomUUID());
    assert.equal(again.status, 409, 'a second sending under another key is refused');
  },
};

/** The next worker finds what the dead one owed. */
async function next(house, referralId) {
  await house.endLeases();
  await house.startWorker();
  await until('the next worker has told', async () => (await house.toldOf(referralId)) > 0);
}
