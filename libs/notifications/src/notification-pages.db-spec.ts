import { ReferralStage } from '#harness';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

interface Page {
  items: { id: string }[];
  next: string | null;
}

const OFFICER = 'petugas@rsud-igd';
const TOLD = 70;
let stage: ReferralStage;

beforeAll(async () => {
  stage = await ReferralStage.open();
});
afterAll(() => stage?.close());

/** The database counts microseconds, a program's dates milliseconds: a page must not end between the two. */
it('shows everything that was told in one millisecond, page after page, once', async () => {
  const { rows } = await stage.admin.query<{ id: string }>(
    `insert into simpul.notification (account_id, topic, message, created_at)
     select a.id, 'alarm', 'alarm.messageStuck', '2026-04-14T08:00:00.123Z'::timestamptz + make_interval(secs => n * 0.000001)
       from simpul.account a, generate_series(1, ${TOLD}) n where a.email like '${OFFICER}%' returning id`,
  );
  const seen: string[] = [];
  let next: string | null = '/notifications';
  while (next) {
    const { body }: { body: Page } = await stage.api.as(OFFICER).get<Page>(next);
    seen.push(...body.items.map(({ id }) => id));
    next = body.next && `/notifications?cursor=${encodeURIComponent(body.next)}`;
  }
  expect(seen.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
});
