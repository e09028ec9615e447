import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { cachedPackage } from './cache.ts';

/** VS Code 1.139 as code-server serves it: the real workbench in a browser, the real extension host in Node. */
export async function codeServer(): Promise<{ entry: string; serverMain: string }> {
  const folder = await cachedPackage('code-server', '4.139.1', 'lib/vscode');
  return {
    entry: join(folder, 'out', 'node', 'entry.js'),
    serverMain: join(folder, 'lib', 'vscode', 'out', 'server-main.js'),
  };
}

/**
 * Starts a server and waits until it says that it listens.
 * @param ready the line that says so
 * @throws Error when it ends before
 */
export async function startServer(
  script: string,
  args: string[],
  ready: RegExp,
  env: NodeJS.ProcessEnv = {},
): Promise<ChildProcess> {
  const server = spawn(process.execPath, [script, ...args], {
    env: { ...withoutEditor(process.env), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = () => server.kill();
  process.once('exit', stop);
  server.once('exit', () => process.off('exit', stop));
  const said: string[] = [];
  await new Promise<void>((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr])
      createInterface(stream).on('line', (line) => {
        said.push(line);
        if (ready.test(line)) resolve();
      });
    server.once('exit', () =>
      reject(new Error(`The server ended:\n${said.slice(-20).join('\n')}`)),
    );
  });
  return server;
}

/** A terminal inside VS Code sets variables that would make a second one take itself for its child. */
function withoutEditor(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name)),
  );
}

/** Ends a server and waits until it is gone. */
export async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill();
  await gone;
}
