/** One of the threads that share the runs of a simulation. */
import { parentPort, workerData } from 'node:worker_threads';
import type { SimulationOptions } from './runSimulation.ts';
import { runSimulation } from './simulated.ts';

const figures = await runSimulation(workerData as SimulationOptions, (line) =>
  parentPort?.postMessage(line),
);
parentPort?.postMessage(figures);
