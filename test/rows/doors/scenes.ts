import type { Scene } from '../doors.js';
import { accounts } from './accounts.js';
import { baits } from './baits.js';
import { clocks } from './clocks.js';
import { departures } from './departures.js';
import { emergencies } from './emergencies.js';
import { fans } from './fans.js';
import { openings } from './openings.js';
import { seals } from './seals.js';
import { transfers } from './transfers.js';
import { triggers } from './triggers.js';

export const SCENES: Scene[] = [
  ...triggers,
  ...clocks,
  ...baits,
  ...openings,
  ...seals,
  ...fans,
  ...transfers,
  ...accounts,
  ...departures,
  ...emergencies,
];
