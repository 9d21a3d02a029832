export { loadConfig, type SimpulConfig } from './config.js';
export { projectRoot, dataFile } from './project-root.js';
