/** The simulation, loaded once the stand-ins are in place: what imports the product comes after them. */
import './hooks.ts';

export const { runSimulation } = await import('./runSimulation.ts');
export const { runPlan } = await import('./runPlan.ts');
export const { Simulation } = await import('./simulation.ts');
export const { violations } = await import('./invariants.ts');
