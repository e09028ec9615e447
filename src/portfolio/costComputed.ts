import type { Position } from './positions.ts';

/** Whether the cost is value less gain and not what the statement prints. */
export function isCostComputed({ cost, source }: Pick<Position, 'cost' | 'source'>): boolean {
  return cost !== null && source.of === 'scheme' && source.scheme.cost === null;
}
