export { RegionsHttpModule } from './regions.module.js';
export { seedRegions } from './seed-regions.js';
