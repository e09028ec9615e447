/**
 * Checks which folders of `src` may use which, as part of `npm run lint`. Types count as well: what a file cannot be understood
 * without is a dependency, whether or not anything is left of it when it runs.
 */

/** What needs no editor, from the ground up. Each may use what is before it. */
const PURE = ['portfolio', 'usage', 'local'];
const EDITOR_SIDE =
  '^src/(commands/|container\\.ts|app\\.ts|extension\\.ts|settings\\.ts|askSettings\\.ts|log\\.ts)';

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Move what both need to a file of its own, or name a command by its id.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...PURE.map((folder, index) => ({
      name: `${folder}-is-pure`,
      comment: 'It takes what it needs as arguments.',
      severity: 'error',
      from: { path: `^src/${folder}/` },
      to: { path: '^src/', pathNot: `^src/(${PURE.slice(0, index + 1).join('|')})/` },
    })),
    {
      name: 'nothing-imports-upwards',
      comment:
        'What commands, settings and the log have to give is passed in by the composition in container.ts.',
      severity: 'error',
      from: {
        path: '^src/(service|ask|statements|connections|tools|mcp|report|commandLine|views|webview)/',
      },
      to: { path: EDITOR_SIDE, pathNot: '^src/commands/ids\\.ts$' },
    },
    {
      name: 'clients-know-no-connections',
      severity: 'error',
      from: { path: '^src/(service|ask|statements|tools)/' },
      to: { path: '^src/(connections|views|webview|mcp|report|commandLine)/' },
    },
    {
      name: 'connections-show-nothing',
      severity: 'error',
      from: { path: '^src/connections/' },
      to: { path: '^src/(views|webview|tools|mcp|report|commandLine)/' },
    },
    {
      name: 'pages-know-only-figures-and-messages',
      severity: 'error',
      from: { path: '^src/webview/' },
      to: { path: '^src/', pathNot: '^src/(webview|portfolio|usage|views)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'node_modules' },
  },
};
