/**
 * Puts stand-ins in the place of all that the product reaches beyond itself: the editor, the clock, the disk, chance and the network.
 * To be imported before any module of the product.
 */
import { globSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const here = new URL('./', import.meta.url).href;
const src = new URL('../../src/', import.meta.url).href;
const keep = `${src}statements/storage/`;
const standIn = (name: string) => new URL(`standIns/${name}.ts`, here).href;

/** Globals that tell the time, chance or the process. */
const globals = [
  'Date',
  'Math',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'performance',
  'AbortSignal',
  'process',
];

/** Modules of Node that what is kept on disk needs, and what they are replaced with there. */
const replaced: Readonly<Record<string, string>> = {
  'node:fs/promises': 'files',
  'node:fs': 'files',
  'node:os': 'system',
  'node:timers/promises': 'system',
  'node:zlib': 'system',
};

/** Modules of the product that are watched, or that open the way out; for whom. */
const ways: readonly (readonly [to: string, standIn: string, from: string])[] = [
  [`${src}service/undiciTransport.ts`, 'transport', `${src}container.ts`],
  [`${keep}openStorage.ts`, 'storage', `${src}container.ts`],
  [`${src}statements/parseStatement.ts`, 'parse', `${src}commands/parseUri.ts`],
];

registerHooks({
  resolve(specifier, context, next) {
    const from = context.parentURL ?? '';
    if (specifier === 'vscode') return { url: 'simulated:vscode', shortCircuit: true };
    if (!from.startsWith(src)) return next(specifier, context);
    const name = replaced[specifier];
    if (name !== undefined && from.startsWith(keep))
      return { url: standIn(name), shortCircuit: true };
    if (specifier === 'node:crypto') return { url: 'simulated:crypto', shortCircuit: true };
    const found = next(specifier, context);
    for (const [to, instead, importer] of ways)
      if (found.url === to && from === importer) return { ...found, url: standIn(instead) };
    const copy = new URL(from).search;
    return copy !== '' && found.url.startsWith(keep) ? { ...found, url: found.url + copy } : found;
  },
  load(url, context, next) {
    if (url === 'simulated:vscode') return generated(editor());
    if (url === 'simulated:crypto')
      return generated(
        `export * from 'node:crypto';
         export { randomBytes, randomUUID } from '${standIn('system')}';`,
      );
    const loaded = next(url, context);
    if (!url.startsWith(src)) return loaded;
    const { source: read } = loaded;
    const text = typeof read === 'string' ? read : new TextDecoder().decode(read ?? undefined);
    const used = globals.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
    if (used.length === 0) return loaded;
    const source = `import { ${used.join(', ')} } from '${standIn('globals')}'; ${text}`;
    return { ...loaded, source };
  },
});

function generated(source: string) {
  return { format: 'module' as const, source, shortCircuit: true };
}

/** Whatever the product imports of the editor: a stand-in where one is needed, anything otherwise. */
function editor(): string {
  const names = new Set<string>();
  for (const file of globSync('**/*.{ts,tsx}', { cwd: fileURLToPath(src) })) {
    const text = readFileSync(new URL(file, src), 'utf8');
    for (const [, list = ''] of text.matchAll(/import \{([^}]*)\} from 'vscode'/g))
      for (const name of list.split(',').map((one) => one.trim()))
        if (name !== '' && !name.startsWith('type ')) names.add(name);
  }
  const lines = [...names].map((name) => `export const ${name} = editor.${name} ?? anything;`);
  return [`import { anything, editor } from '${standIn('editor')}';`, ...lines].join('\n');
}
