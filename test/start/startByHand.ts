import { spawn } from 'node:child_process';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cache, root } from '../editor/cache.ts';
import { desktopCode, hasDisplay } from '../editor/desktop.ts';
import { startHostedWorkbench } from '../editor/hostedWorkbench.ts';
import { installExtensions } from '../editor/installExtensions.ts';
import { packageExtension } from '../editor/vsix.ts';
import { statements, writeStatements } from '../fixtures/statements.ts';
import { type CasParserService, startCasParserService } from '../service/server.ts';

/** Opens VS Code for a person to try the extension by hand; ends with Ctrl+C or with the window. */
export async function startByHand(live: boolean, port: number | undefined): Promise<void> {
  const home = join(cache, 'by-hand');
  await rm(home, { recursive: true, force: true });
  const workspace = join(home, 'statements');
  await mkdir(workspace, { recursive: true });
  console.log('Packaging the extension ...');
  const vsix = await packageExtension();
  const service = live ? undefined : await localService(home, workspace);
  if (live) await writeStatements(workspace);
  const settings = service
    ? { 'casParser.apiBaseUrl': service.origin, 'casParser.appBaseUrl': service.origin }
    : {};
  const desktop = hasDisplay() ? await desktopCode() : undefined;
  if (desktop !== undefined) await openDesktop(desktop, home, workspace, settings);
  else await openHosted({ home, vsix, workspace, settings, port });
  tellWhatToDo(service);
}

/** The service knows the statements from a folder of its own, where their answers lie beside them. */
async function localService(home: string, workspace: string): Promise<CasParserService> {
  const known = join(home, 'known');
  await mkdir(known);
  const written = await writeStatements(known);
  for (const { name, path } of written) await copyFile(path, join(workspace, name));
  return startCasParserService({ statements: known });
}

async function openDesktop(
  executable: string,
  home: string,
  workspace: string,
  settings: Record<string, unknown>,
): Promise<void> {
  const data = join(home, 'data');
  await mkdir(join(data, 'User'), { recursive: true });
  await writeFile(join(data, 'User', 'settings.json'), JSON.stringify(settings, null, 2));
  const window = spawn(
    executable,
    [
      workspace,
      `--extensionDevelopmentPath=${root}`,
      `--user-data-dir=${data}`,
      `--extensions-dir=${join(home, 'extensions')}`,
      '--disable-workspace-trust',
      '--skip-welcome',
    ],
    { stdio: 'ignore' },
  );
  window.once('exit', () => process.exit());
  console.log('\nVS Code opens in a window of its own. Closing it ends this.');
}

async function openHosted(options: {
  home: string;
  vsix: string;
  workspace: string;
  settings: Record<string, unknown>;
  port: number | undefined;
}): Promise<void> {
  const { home, vsix, workspace, settings, port } = options;
  const extensions = join(home, 'installed');
  await installExtensions(extensions, [vsix]);
  const hosted = await startHostedWorkbench({
    home,
    extensions,
    settings,
    ...(port === undefined ? {} : { port }),
  });
  console.log(`\nVS Code, in a browser:  ${hosted.address(workspace)}`);
  console.log('It is reachable from this computer only. Ctrl+C ends it.');
}

function tellWhatToDo(service: CasParserService | undefined): void {
  if (!service) {
    console.log('\nThis uses the real CAS Parser service: signing in and parsing are real.');
    return;
  }
  console.log(`Local CAS Parser service: ${service.origin}\n`);
  console.log('Right-click a PDF in the Explorer and choose Parse CAS PDF. The passwords:');
  for (const { name, password } of statements)
    console.log(`  ${name.padEnd(28)} ${password ?? '(none)'}`);
}
