import { join } from 'node:path';
import { root, run } from './cache.ts';

/** Packages the extension as it is published. @returns the path of `casparser.vsix` */
export async function packageExtension(): Promise<string> {
  await run('npm', ['run', '--silent', 'package'], {
    cwd: root,
    shell: process.platform === 'win32',
    maxBuffer: 1 << 26,
  });
  return join(root, 'casparser.vsix');
}
