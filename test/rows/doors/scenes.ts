import type { Scene } from '../doors.js';
import { accounts } from './accounts.js';
import { baitReadings } from './bait-readings.js';
import { announced } from './announced.js';
import { askedByPolicies } from './asked-by-policies.js';
import { baits } from './baits.js';
import { claims } from './claims.js';
import { clocks } from './clocks.js';
import { courses } from './courses.js';
import { departures } from './departures.js';
import { emergencies } from './emergencies.js';
import { fans } from './fans.js';
import { handovers } from './handovers.js';
import { lastHeads } from './last-heads.js';
import { noes } from './noes.js';
import { openings } from './openings.js';
import { reconciled } from './reconciled.js';
import { reviews } from './reviews.js';
import { seals } from './seals.js';
import { sight } from './sight.js';
import { standings } from './standing.js';
import { signingIn } from './signing-in.js';
import { transfers } from './transfers.js';
import { ends } from './ends.js';
import { links } from './links.js';
import { teams } from './teams.js';
import { triggers } from './triggers.js';

export const SCENES: Scene[] = [
  ...triggers,
  ...noes,
  ...clocks,
  ...baits,
  ...openings,
  ...seals,
  ...fans,
  ...transfers,
  ...accounts,
  ...departures,
  ...handovers,
  ...lastHeads,
  ...teams,
  ...courses,
  ...ends,
  ...links,
  ...announced,
  ...emergencies,
  ...reconciled,
  ...reviews,
  ...baitReadings,
  ...signingIn,
  ...sight,
  ...standings,
  ...askedByPolicies,
  ...claims,
];
