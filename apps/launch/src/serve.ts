// For images, where everything is installed and built: `node dist/apps/launch/src/serve.js migrate|administrator|api|worker`.
import { launch } from './main.js';

await launch(process.argv.slice(2));
