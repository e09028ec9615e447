import { build } from 'esbuild';
import { glob, readFile, rm, writeFile } from 'node:fs/promises';

// `--production`: minified, without source maps (what goes into the VSIX).
const production = process.argv.includes('--production');

const shared = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  metafile: true,
  logLevel: 'warning',
  legalComments: 'none',
};

/**
 * Parts that are loaded on first use: each import of one of these from another bundle stays an import of a file beside it.
 * CommonJS has no shared chunks, so a part must be reached through one bundle only.
 */
const loadedOnFirstUse = {
  name: 'loaded-on-first-use',
  setup(build) {
    build.onResolve({ filter: /\/app\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './app.cjs', external: true } : undefined,
    );
    build.onResolve({ filter: /^undici$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './undici.cjs', external: true } : undefined,
    );
  },
};

/** The extension host's side. VS Code 1.105 runs extensions on Node 22. */
const host = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  external: ['vscode'],
  // Only the sources find the worker beside themselves; the bundle is told where its own is.
  define: { 'import.meta.url': 'undefined' },
  // The one for Node asks for a built-in module by way of a folder above the extension.
  alias: { fflate: 'fflate/browser' },
  plugins: [loadedOnFirstUse],
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  entryPoints: {
    extension: 'src/extension.ts',
    app: 'src/app.ts',
    undici: 'undici',
    exportWorker: 'src/views/exports/exportWorker.ts',
    headWorker: 'src/views/saved/headWorker.ts',
  },
};

/**
 * To draw, pdf.js would load a package from any `node_modules` folder above the extension: code of whoever may write there. Nothing
 * is drawn here, so the bundle cannot.
 */
const drawsNothing = {
  name: 'draws-nothing',
  setup(build) {
    build.onLoad({ filter: /[\\/]pdfjs-dist[\\/]build[\\/]pdf\.mjs$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const require = 'process.getBuiltinModule("module").createRequire(import.meta.url)';
      const contents = text.replaceAll(require, '() => { throw new Error("Nothing is drawn."); }');
      return { contents, loader: 'js' };
    });
  },
};

/**
 * What stands on its own beside the extension host. The engine on this computer is a worker thread with all of pdf.js in it, started
 * by the first statement that is read here: a module, as pdf.js is one. The MCP server is a program that an agent starts: a module,
 * as it waits at its top.
 */
const modules = {
  ...shared,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  // The sources run on whatever Node there is; the bundle on one that lacks little (src/local/pdf/newBuiltins.ts).
  alias: { 'pdfjs-dist/legacy': 'pdfjs-dist' },
  plugins: [drawsNothing],
  outExtension: { '.js': '.mjs' },
  outdir: 'dist',
  entryPoints: { localWorker: 'src/local/worker.ts', mcp: 'src/mcp/main.ts' },
};

const page = {
  ...shared,
  platform: 'browser',
  format: 'iife',
  target: 'chrome138',
  outdir: 'dist/webview',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  entryPoints: {
    portfolio: 'src/webview/main.tsx',
    usage: 'src/webview/usage/main.tsx',
    compare: 'src/webview/compare/main.tsx',
    smartExtract: 'src/webview/smartExtract/main.tsx',
  },
};

await rm('dist', { recursive: true, force: true });
const built = await Promise.all([build(host), build(modules), build(page)]);
await writeFile('dist/licenses.txt', await licensesOf(built));

/** The licence texts of all packages whose code went into the bundles, as those licences ask for. */
async function licensesOf(results) {
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const packages = new Set(
    inputs.map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter(Boolean),
  );
  const texts = [];
  for (const name of [...packages].sort())
    for await (const file of glob(`node_modules/${name}/LICENSE*`))
      texts.push(`${name}\n\n${await readFile(file, 'utf8')}`);
  return texts.join('\n\n');
}
