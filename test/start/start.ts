/**
 * `npm start`: the extension in VS Code, with sample statements and the local service.
 *   --live   the real service instead of the local one
 *   --smoke  does the whole journey by itself, headless, and says what it saw
 *   --port N where the browser-hosted VS Code is served
 */
import { parseArgs } from 'node:util';
import { smoke } from './smoke.ts';
import { startByHand } from './startByHand.ts';

const { values } = parseArgs({
  options: {
    live: { type: 'boolean', default: false },
    smoke: { type: 'boolean', default: false },
    port: { type: 'string' },
  },
});

// What was started goes with us, however we are told to end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => process.exit(1));

if (values.smoke) process.exitCode = (await smoke()) ? 0 : 1;
else await startByHand(values.live, values.port === undefined ? undefined : Number(values.port));
