import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { codeServer, startServer, stopServer } from './codeServer.ts';
import { freePort } from './freePort.ts';

/** VS Code's own server without code-server around it, which can load an extension and its tests from their folders. */
export interface BareServer {
  /**
   * Opens a workbench that runs a program in its extension host.
   * @param onSaid hears what VS Code prints meanwhile
   * @returns its exit code
   */
  run(page: Page, program: ProgramInHost, onSaid: (words: unknown[]) => void): Promise<number>;
  stop(): Promise<void>;
}

export interface ProgramInHost {
  /** Folder of the extension that is loaded for it. */
  readonly extension: string;
  /** CommonJS that exports `run`. */
  readonly path: string;
  /** What the workbench opens. */
  readonly folder: string;
}

/** Where a bare server with this home reads its settings from. */
export function dataOf(home: string): string {
  return join(home, 'data');
}

/** @param home folder for everything that this VS Code writes; there are no extensions in it */
export async function startBareServer(
  home: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<BareServer> {
  const port = await freePort();
  const { serverMain } = await codeServer();
  const server = await startServer(
    serverMain,
    [
      '--host=127.0.0.1',
      `--port=${port}`,
      '--without-connection-token',
      '--accept-server-license-terms',
      // Without it the workbench ignores the payload below.
      '--enable-smoke-test-driver',
      '--disable-workspace-trust',
      '--telemetry-level=off',
      `--user-data-dir=${dataOf(home)}`,
      `--extensions-dir=${join(home, 'extensions')}`,
      `--server-data-dir=${join(home, 'server')}`,
      ...args,
    ],
    /Extension host agent listening/,
    env,
  );
  const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${path}`;
  return {
    async run(page, { extension, path, folder }, onSaid) {
      const payload = JSON.stringify([
        ['extensionDevelopmentPath', remote(extension)],
        ['extensionTestsPath', remote(path)],
        ['skipWelcome', 'true'],
      ]);
      const { promise: ended, resolve: end } = Promise.withResolvers<number>();
      await page.exposeFunction('codeAutomationExit', end);
      await page.exposeFunction('codeAutomationLog', (_kind: string, words: unknown[]) =>
        onSaid(words),
      );
      const query = new URLSearchParams({ folder, payload });
      await page.goto(`http://127.0.0.1:${port}/?${query.toString()}`, { timeout: 0 });
      return ended;
    },
    stop: () => stopServer(server),
  };
}
