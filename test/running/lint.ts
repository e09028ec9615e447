/** `npm run lint`: style and types, as many checks at once as there are processors. Ends with 1 if one of them finds something. */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { root } from '../editor/cache.ts';

/** The longest first. */
const CHECKS = [
  'eslint .',
  'tsc -p test',
  'tsc -p .',
  'prettier --check . --log-level warn',
  'tsc -p src/webview',
  'depcruise src --config .dependency-cruiser.mjs',
] as const;

const waiting: string[] = [...CHECKS];
await Promise.all(Array.from({ length: availableParallelism() }, checkAll));

async function checkAll(): Promise<void> {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const { found, output } = await run(check);
    process.stdout.write(output);
    if (found) process.exitCode = 1;
  }
}

/** The output of one check is kept together. npm puts the tools of the project on the path of its scripts. */
function run(check: string): Promise<{ readonly found: boolean; readonly output: string }> {
  return new Promise((resolve) => {
    const child = spawn(check, { cwd: root, shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', (error) => resolve({ found: true, output: `${check}: ${error.message}\n` }));
    child.on('close', (code) =>
      resolve({ found: code !== 0, output: code === 0 ? output : `${output}${check} failed\n` }),
    );
  });
}
