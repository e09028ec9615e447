/**
 * `npm run soak -- --parses 500 --seed 1`: parses statements against a service that fails in every way there is,
 * seeded, by a clock that goes faster; prints what came of it and fails unless all is as it must be.
 */
import { parseArgs } from 'node:util';
import { printTable } from '../bench/table.ts';
import { soakFigures } from './soakFigures.ts';

const { values } = parseArgs({
  options: {
    parses: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
  },
});

const figures = await soakFigures(Number(values.parses), Number(values.seed));
printTable(figures);
process.exitCode = figures.some(({ pass }) => pass === false) ? 1 : 0;
