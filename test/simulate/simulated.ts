/** The simulation, loaded once the stand-ins are in place: what imports the product comes after them. */
import './hooks.ts';

export const { runSimulation } = await import('./runSimulation.ts');
export const { runPlan } = await import('./runPlan.ts');
