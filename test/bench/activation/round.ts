import { appendFile } from 'node:fs/promises';
import { commands, extensions, workspace } from 'vscode';
import { quietMachine } from '../quietMachine.ts';
import { PACEMAKER, contestants } from './contestants.ts';
import { type ActivationTimes, activationTimes } from './startupPerformance.ts';

export type Round = Readonly<Record<string, ActivationTimes>>;

/**
 * Called by VS Code inside a fresh extension host: activates every contestant, in an order of chance, and adds what
 * VS Code measured to the file named by CASPARSER_ROUNDS.
 * @throws Error when a contestant was active already
 */
export async function run(): Promise<void> {
  // VS Code measures activations with this clock, whose whole milliseconds are too coarse for an empty extension.
  Date.now = () => performance.timeOrigin + performance.now();
  await activate(PACEMAKER);
  for (const id of shuffled(contestants)) await activate(id);

  const report = await startupPerformance();
  const round = Object.fromEntries(contestants.map((id) => [id, activationTimes(report, id)]));
  await appendFile(process.env.CASPARSER_ROUNDS ?? '', `${JSON.stringify(round)}\n`);
}

async function activate(id: string): Promise<void> {
  const extension = extensions.getExtension(id);
  if (!extension || extension.isActive) throw new Error(`${id} is missing, or active too early.`);
  await quietMachine(3_000);
  await extension.activate();
}

function shuffled(ids: readonly string[]): string[] {
  return ids
    .map((id) => ({ id, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ id }) => id);
}

/** The text of `Developer: Startup Performance`. */
async function startupPerformance(): Promise<string> {
  await commands.executeCommand('perfview.show');
  for (;;) {
    const report = workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf')?.getText();
    if (report?.includes(PACEMAKER)) return report;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
