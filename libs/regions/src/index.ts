export { RegionsHttpModule } from './regions.module.js';
export { seedRegions } from './seed-regions.js';
export { zoneIn, type Place } from './rules/zones.js';
