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

/** Packages the extension that stands for any other one in the same editor. @param vsix where to write it */
export async function packageOtherExtension(vsix: string): Promise<string> {
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  await run(
    process.execPath,
    [vsce, 'package', '--allow-missing-repository', '--skip-license', '--out', vsix],
    { cwd: join(root, 'test', 'fixtures', 'otherExtension') },
  );
  return vsix;
}
