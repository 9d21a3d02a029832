// `npm run build`: compiles the server and the pages when their sources changed.
import { ensureBuilt, ensureInstalled } from '../set-up.mjs';

await ensureInstalled();
await ensureBuilt();
