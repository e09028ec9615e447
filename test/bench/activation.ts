import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { EMPTY, IMPORTING, OURS, shipped } from './activation/contestants.ts';
import { roundsInFreshHosts } from './activation/freshHosts.ts';
import { gatherContestants } from './activation/gatherContestants.ts';
import type { ActivationTimes } from './activation/startupPerformance.ts';
import { type Figure, atMost, below, listed } from './figure.ts';
import { median } from './median.ts';
import type { PackagedExtension } from './packagedExtension.ts';

const ROUNDS = 9;

/**
 * How long VS Code waits for the extension at its activation, by VS Code's own measure (load code + call activate +
 * finish activate), against an empty extension and extensions that VS Code ships, in the same extension host.
 */
export async function activationFigures(
  { folder }: PackagedExtension,
  home: string,
): Promise<Figure[]> {
  const extensions = join(home, 'contestants');
  await mkdir(extensions);
  await gatherContestants(extensions, folder);
  const rounds = await roundsInFreshHosts(ROUNDS, extensions, join(home, 'hosts'));

  const medianOf = (id: string, time: (times: ActivationTimes) => number) =>
    median(rounds.flatMap((round) => round[id] ?? []).map(time));
  const ours = medianOf(OURS, whole);
  const empty = medianOf(EMPTY, whole);
  const importing = medianOf(IMPORTING, whole);
  const theirs = shipped.map((id) => medianOf(id, whole));
  return [
    atMost(3, 'activation: ours / empty extension', ours / empty, 'x'),
    below(1, 'activation: ours / median of three shipped', ours / median(theirs), 'x'),
    listed('activation: ours / empty extension that imports vscode', ours / importing, 'x'),
    listed('activation: ours', ours, 'ms'),
    listed(
      'activation: ours, of which loading',
      medianOf(OURS, ({ loadCode }) => loadCode),
      'ms',
    ),
    listed('activation: empty extension', empty, 'ms'),
    listed('activation: empty extension that imports vscode', importing, 'ms'),
    ...shipped.map((id, place) => listed(`activation: ${id}`, theirs[place], 'ms')),
  ];
}

function whole({ loadCode, callActivate, finishActivate }: ActivationTimes): number {
  return loadCode + callActivate + finishActivate;
}
