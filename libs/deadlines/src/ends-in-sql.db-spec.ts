import { expect, it } from '@jest/globals';
import { freshDatabase } from '#harness';
import pg from 'pg';
import { ACT_EVENTS, MILESTONES } from './rules/events.js';
import { ENDINGS, whatEventDoes } from './rules/what-meets.js';

/** What happens to a referral, and the one milestone that a receiver raises: whoever does it may not see the case. */
const EVENTS = [...ACT_EVENTS, ...MILESTONES.map(({ event }) => event)].filter(
  (event) => event.startsWith('referral.') || event === 'report.received_by_police',
);

it('the database lets a receiver end exactly those clocks of the case that the rules name', async () => {
  const known = Object.keys(ENDINGS)
    .filter((family) => ENDINGS[family]!.reach === 'case')
    .flatMap((family) => EVENTS.map((event) => ({ family, event, does: whatEventDoes(family, event) })))
    .filter(({ does }) => does !== null)
    .map(({ family, event, does }) => `${family} ${event} ${does === 'met' ? 'met' : 'cancelled'}`);
  expect(known.length).toBeGreaterThan(2);
  const database = await freshDatabase();
  const owner = new pg.Client(database.urls.owner);
  await owner.connect();
  const { rows } = await owner.query<{ ends: string }>(
    `select concat_ws(' ', family, event, status) as ends from unnest($1::text[]) family, unnest($2::text[]) event, unnest($3::text[]) status
      where simpul.receiver_ends(family || '-high', event, status) and simpul.receiver_ends(family, event, status)`,
    [
      Object.keys(ENDINGS),
      [...ACT_EVENTS, ...MILESTONES.map(({ event }) => event)],
      ['met', 'cancelled', 'waived'],
    ],
  );
  await owner.end();
  await database.drop();
  expect(rows.map(({ ends }) => ends).sort()).toEqual(known.sort());
});
