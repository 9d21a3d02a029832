import type { Scene } from '../doors.js';
import { referral } from './things.js';

const fan = (more: string): string =>
  `update simpul.referral set fan_id = '00000000-0000-4000-8000-000000000001', ${more}`;

export const fans: Scene[] = [
  ...[
    {
      name: 'one of several accepted',
      winner: `status = 'accepted', bare = false`,
      loser: `status = 'requested', bare = true, case_number = null, risk = null`,
    },
    {
      name: 'one of several was received',
      winner: `status = 'received', bare = true, case_number = null, risk = null`,
      loser: `status = 'received', bare = true, case_number = null, risk = null`,
    },
    {
      name: 'the work has begun',
      winner: `status = 'in-progress', bare = false`,
      loser: `status = 'requested', bare = true, case_number = null, risk = null`,
    },
    {
      name: 'the other one said no',
      winner: `status = 'accepted', bare = false`,
      loser: `status = 'rejected', rejection_reason = 'X', ended_at = simpul.now(), bare = true, case_number = null, risk = null`,
    },
  ].map(({ name, winner, loser }) => ({
    name: `asked of several: ${name}`,
    so: [`${fan(winner)} where number = 'PBM-R-2026-0001'`, `${fan(loser)} where number = 'PBM-R-2026-0002'`],
    things: { winner: referral('0001'), loser: referral('0002'), other: referral('0003') },
    doors: [
      ...['winner', 'loser', 'other'].flatMap((which) => [
        `simpul.fan_goes_on($${which})`,
        `select string_agg(status, ' ') from simpul.losers_of_fan($${which})`,
      ]),
      `select 'yields' from simpul.yield_to_winner($winner, $loser, gen_random_uuid(), simpul.now())`,
      `select 'yields' from simpul.yield_to_winner($winner, $other, gen_random_uuid(), simpul.now())`,
    ],
    by: ['pendamping@uptd-ppa', 'ao-receiver@rsud-igd', 'cw-receiver@rsud-igd', 'ao-outside@dinkes'],
  })),
];
