import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeServer } from '../../editor/codeServer.ts';
import { EMPTY, IMPORTING, OURS, PACEMAKER, shipped } from './contestants.ts';

/** Puts all extensions that take part into one folder, such that none is activated before it is asked to. */
export async function gatherContestants(folder: string, ours: string): Promise<void> {
  const { serverMain } = await codeServer();
  await copy(ours, join(folder, OURS));
  for (const id of shipped) {
    const name = id.replace('vscode.', '');
    await copy(join(serverMain, '..', '..', 'extensions', name), join(folder, id));
  }
  const empty = 'exports.activate = () => undefined;\n';
  await invent(folder, EMPTY, empty);
  await invent(folder, IMPORTING, `require('vscode');\n${empty}`);
  await invent(folder, PACEMAKER, `require('vscode');\n${empty}`);
}

interface Manifest {
  activationEvents?: string[];
  contributes?: { authentication?: unknown };
}

async function copy(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true });
  const file = join(to, 'package.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
  manifest.activationEvents = [];
  // VS Code asks a declared authentication provider for sessions right after the start, and activates it.
  delete manifest.contributes?.authentication;
  await writeFile(file, JSON.stringify(manifest));
}

async function invent(folder: string, id: string, code: string): Promise<void> {
  const [publisher, name] = id.split('.');
  const manifest = {
    publisher,
    name,
    version: '1.0.0',
    engines: { vscode: '*' },
    main: './extension.js',
    activationEvents: [],
  };
  await mkdir(join(folder, id));
  await writeFile(join(folder, id, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(folder, id, 'extension.js'), code);
}
