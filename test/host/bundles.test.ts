import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { theExtension } from './extension.ts';

describe('The bundles', () => {
  const folder = (): string => join(theExtension().extensionPath, 'dist');
  const scripts = (): string[] => globSync('**/*.{cjs,mjs,js}', { cwd: folder() });

  it('load nothing from folders above the extension, where others may write', () => {
    assert.ok(scripts().length > 5);
    for (const script of scripts())
      assert.doesNotMatch(readFileSync(join(folder(), script), 'utf8'), /createRequire/, script);
  });
});
