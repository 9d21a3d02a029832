export { DatabaseModule } from './database.module.js';
export { UnitOfWork, type DenialRecorder } from './unit-of-work.js';
export { happenedAt, type ActName, type ObjectRef, type Work } from './work.js';
export { AlreadyHandled, forgetRequests } from './handled-request.js';
export { ANSWER_PATIENCE_MS, isLostConnection } from './lost-connection.js';
export { steadyPool } from './steady-pool.js';
export { exactTime } from './exact-time.js';
export { Outbox } from './outbox/outbox.js';
export { migrate } from './migrate.js';
export { SchemaDrift, refuseDrift } from './schema-drift.js';
export { schemaFacts } from './schema-facts.js';
export { EmbeddedPostgres, embeddedHome, type EmbeddedHome, type EmbeddedOptions } from './embedded/index.js';
export {
  DATABASE_ROLES,
  ROLE_KEYS,
  derivedPasswords,
  ensureRoles,
  openDatabase,
  randomPasswords,
  roleUrls,
  type DatabaseRole,
  type RolePasswords,
} from './roles.js';
