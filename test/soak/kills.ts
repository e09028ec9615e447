/** `npm run soak`: the test that kills a window in the middle of a batch, fifty times. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../editor/cache.ts';

const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/mocha/bin/mocha.js'), 'test/unit/kill/kill.test.ts'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, CASPARSER_KILLS: '50' } },
);
process.exitCode = status ?? 1;
