import 'reflect-metadata';
import { loadConfig } from '#config';
import { createApi } from './create-api.js';

const config = loadConfig();
const app = await createApi(config);
await app.listen(config.port, config.host);
// The launcher waits for this message; under systemd or Docker nobody listens and that is fine.
process.send?.('ready');
