import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { SimulationFigures, SimulationOptions } from './runSimulation.ts';

/** Shares the runs among threads. @returns their figures, added up @throws what a thread dies of */
export async function inThreads(
  threads: number,
  options: SimulationOptions,
  say: (line: string) => void,
): Promise<SimulationFigures> {
  const share = Math.ceil(options.to / threads);
  const parts = Array.from({ length: threads }, (_none, at) => ({
    ...options,
    from: at * share,
    to: Math.min((at + 1) * share, options.to),
  }));
  const figures = await Promise.all(parts.map((part) => inThread(part, say)));
  const sum = (of: keyof SimulationFigures) => figures.reduce((total, one) => total + one[of], 0);
  return {
    runs: sum('runs'),
    uploads: sum('uploads'),
    billed: sum('billed'),
    violations: sum('violations'),
  };
}

async function inThread(
  part: SimulationOptions,
  say: (line: string) => void,
): Promise<SimulationFigures> {
  const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: part });
  let figures: SimulationFigures | undefined;
  worker.on('message', (told: string | SimulationFigures) => {
    if (typeof told === 'string') say(told);
    else figures = told;
  });
  await once(worker, 'exit');
  if (!figures) throw new Error('a thread of the simulation ended early');
  return figures;
}
