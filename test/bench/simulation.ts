import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../editor/cache.ts';
import type { SimulationFigures } from '../simulate/runSimulation.ts';
import { type Figure, atMost, listed } from './figure.ts';

/** What comes of runs in which all goes wrong that can, in a process of its own: stand-ins replace what the product imports there. */
export async function simulationFigures(runs: number, seed: number): Promise<Figure[]> {
  const script = join(root, 'test/simulate/simulate.ts');
  const options = ['--runs', String(runs), '--seed', String(seed), '--most', String(runs)];
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...options, '--json']);
  const figures = JSON.parse(stdout) as SimulationFigures & { readonly perSecond: number };
  return [
    atMost(0, 'simulation: runs that break an invariant', figures.violations, 'runs'),
    listed('simulation: runs', figures.runs, ''),
    listed('simulation: runs a second', Math.round(figures.perSecond), ''),
    listed('simulation: uploads', figures.uploads, ''),
    listed('simulation: of which billed', figures.billed, ''),
  ];
}
