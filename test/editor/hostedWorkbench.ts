import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeServer, startServer, stopServer } from './codeServer.ts';
import { freePort } from './freePort.ts';

export type Settings = Readonly<Record<string, unknown>>;

export interface HostedOptions {
  /** Folder for everything that this VS Code writes. */
  readonly home: string;
  /** Folder of installed extensions, which is copied. */
  readonly extensions: string;
  readonly settings: Settings;
  readonly env?: NodeJS.ProcessEnv;
  readonly port?: number;
}

export interface HostedWorkbench {
  /** Where the workbench opens the folder. */
  readonly address: (folder: string) => string;
  readonly data: string;
  /** The process that serves it and is the parent of the extension hosts. */
  readonly pid: number;
  stop(): Promise<void>;
}

/** VS Code with the packaged extension installed, served on loopback as a user of code-server would run it. */
export async function startHostedWorkbench(options: HostedOptions): Promise<HostedWorkbench> {
  const { entry } = await codeServer();
  const data = join(options.home, 'data');
  const extensions = join(options.home, 'extensions');
  await writeSettings(data, options.settings);
  await cp(options.extensions, extensions, { recursive: true });
  const port = options.port ?? (await freePort());
  const server = await startServer(
    entry,
    [
      '--auth=none',
      `--bind-addr=127.0.0.1:${port}`,
      `--user-data-dir=${data}`,
      `--extensions-dir=${extensions}`,
      '--disable-telemetry',
      '--disable-update-check',
      '--disable-workspace-trust',
      '--disable-getting-started-override',
    ],
    /HTTP server listening/,
    // Settings of a code-server that the machine may have must not leak in.
    { ...options.env, XDG_CONFIG_HOME: join(options.home, 'config'), PASSWORD: undefined },
  );
  return {
    address: (folder) => `http://127.0.0.1:${port}/?${new URLSearchParams({ folder }).toString()}`,
    data,
    pid: server.pid ?? 0,
    stop: () => stopServer(server),
  };
}

/** Nothing that covers the screen or asks questions of its own. */
const calm = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
};

/** Writes the user's settings, ours among them. The workbench reads them when a window is loaded. */
export async function writeSettings(data: string, settings: Settings): Promise<void> {
  const folder = join(data, 'User');
  await mkdir(folder, { recursive: true });
  const all = { ...calm, ...settings };
  await writeFile(join(folder, 'settings.json'), JSON.stringify(all, null, 2));
}
