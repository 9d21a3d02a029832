export { VaultModule } from './vault.module.js';
export { Vault } from './vault.service.js';
export { CaseVault } from './case-vault.js';
export { blindIndex } from './blind-index.js';
export { newMasterKeyFile } from './key-ring.js';
export { EnvelopeBroken } from './rules/envelope.js';
export { KeyFileUnusable } from './rules/key-file.js';
export type { IndexedField } from './rules/normal-form.js';
