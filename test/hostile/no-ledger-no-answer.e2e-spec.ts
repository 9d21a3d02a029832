import { POLICY, type RouteLine } from '#access';
import { ReferralStage, type Method, type Person } from '#harness';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addressOf, CANARIES, furnishedCase, type FurnishedCase } from '../access/furnished-case.js';
import { addMachineClient } from '../access/machine-client.js';
import { validBodies } from '../access/valid-bodies.js';
import { COLUMNS, type Column } from '../access/who-may-call-what.js';
import { fingerprints } from './fingerprints.js';

/**
 * What a read of these says is about no client and in no ledger: oneself, reference data, the names on a form, the
 * state of the house. Everything else that is read is written down first, or not given.
 */
const UNRECORDED = new Set([
  ...['session', 'own account', 'own news', 'notification', 'reference', 'roster', 'rules', 'calendar'],
  ...['alarms'],
]);
const isRead = ({ route }: RouteLine): boolean => route.startsWith('GET ');
/** The names in a filter, of colleagues: what is found with it is recorded. */
const NAMES_OF_A_FILTER = 'GET /audit/people';
/** Read by everybody, as the list of agencies is; what its keepers change in it is recorded. */
const DIRECTORY = 'directory.read';
const RECORDED_READS = POLICY.routes.filter(
  (line) =>
    isRead(line) &&
    !UNRECORDED.has(line.object) &&
    line.route !== NAMES_OF_A_FILTER &&
    line.act !== DIRECTORY,
);
/** What an address asks besides its ids. */
const ASKS: Record<string, string> = { 'GET /audit/export': '?reason=VERIFICATION' };

describe('while the ledger cannot be written', () => {
  let stage: ReferralStage;
  let known: FurnishedCase;
  let machine: Person;
  let reviewId: string;

  beforeAll(async () => {
    stage = await ReferralStage.open();
    known = await furnishedCase(stage);
    await addMachineClient(stage.database);
    machine = stage.api.as(COLUMNS.MC);
    reviewId = await aReview(stage);
    // A sign-in is an entry too: everybody is in already.
    for (const mailbox of Object.values(COLUMNS)) await stage.api.as(mailbox).get('/sessions/current');
    await stage.admin.query(`
      create function ledger.disk_full() returns trigger language plpgsql
        as $$ begin raise exception 'no space left' using errcode = 'disk_full'; end $$;
      create trigger disk_full before insert on ledger.entry for each row execute function ledger.disk_full()`);
  });
  afterAll(() => stage?.close());

  const whoMay = (line: RouteLine): Person[] =>
    line.roles.map((code) => stage.api.as(COLUMNS[code as Column]));
  const ask = async (line: RouteLine, who: Person) => {
    const [method, path] = line.route.split(' ') as [Method, string];
    const body = isRead(line) ? undefined : (validBodies(known)[line.route] ?? {});
    const address = addressOf(path, known).replace('/reviews/{id}', `/reviews/${reviewId}`);
    const whole = `${address.replaceAll(/\{\w+\}/g, known.caseId)}${ASKS[line.route] ?? ''}`;
    return who.send<{ code?: string }>(method, whole, body);
  };

  it('every read that is written down is 503 to everybody who may, and says nothing', async () => {
    const wrong: string[] = [];
    expect(RECORDED_READS.length).toBeGreaterThan(20);
    for (const line of RECORDED_READS)
      for (const who of whoMay(line)) {
        const { status, body, headers } = await ask(line, who);
        const said = JSON.stringify(body);
        const plain = String(headers['content-type']).startsWith('application/problem+json');
        if (status !== 503 || body.code !== 'unavailable' || !plain || CANARIES.test(said))
          wrong.push(`${line.route}: ${status} ${said.slice(0, 80)}`);
      }
    expect(wrong).toEqual([]);
  });

  it('every act of somebody who may is refused, says nothing and leaves nothing', async () => {
    const before = await fingerprints(stage.admin);
    const wrong: string[] = [];
    for (const line of POLICY.routes.filter((one) => !isRead(one) && !UNRECORDED.has(one.object))) {
      // The owner of the case, else whoever may.
      const who = line.roles.includes('CW') ? stage.sender : whoMay(line)[0]!;
      const { status, body } = await ask(line, who);
      // What is wrong with a form is said without a look at anything.
      const fits = status === 503 || status === 400 || status === 422;
      if (!fits || CANARIES.test(JSON.stringify(body))) wrong.push(`${line.route}: ${status} ${body?.code}`);
    }
    expect(wrong).toEqual([]);
    expect(await fingerprints(stage.admin)).toEqual(before);
  });

  it('nobody is told a silent no either', async () => {
    for (const line of POLICY.routes.filter((one) => !one.roles.includes('MC'))) {
      const { status } = await ask(line, machine);
      expect([line.route, status]).toEqual([line.route, 503]);
    }
  });

  it('and all is as before when it can be written again', async () => {
    await stage.admin.query('drop function ledger.disk_full() cascade');
    expect((await stage.sender.get(`/cases/${known.caseId}`)).status).toBe(200);
  });
});

/** Something of the unit that waits for a review. */
async function aReview({ admin }: ReferralStage): Promise<string> {
  const { rows } = await admin.query<{ id: string }>(
    `with day as (
       insert into simpul.review_day (day, side, agency_id)
       select '2026-04-13', 'office', agency_id from simpul.account where email like 'kepala@uptd-ppa.%' returning id)
     insert into simpul.review_item (review_day_id, reason, subject_account_id, entry_ids, first_at, last_at)
     select day.id, 'reveal', a.id, array[gen_random_uuid()], simpul.now(), simpul.now()
       from day, simpul.account a where a.email like 'psikolog@uptd-ppa.%' returning id`,
  );
  return rows[0]!.id;
}
