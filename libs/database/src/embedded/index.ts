export { EmbeddedPostgres, type EmbeddedOptions } from './embedded-postgres.js';
export { embeddedHome, type EmbeddedHome } from './home.js';
