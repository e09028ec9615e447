import { isCostComputed } from '../../portfolio/costComputed.ts';
import type { Position } from '../../portfolio/positions.ts';
import type { ColumnName } from '../table/columns.ts';

/** What a position is in the answer: the scheme, security, fund or policy. */
export function itemOf({ source }: Position): object {
  switch (source.of) {
    case 'scheme':
      return source.scheme;
    case 'security':
      return source.security;
    case 'nps-fund':
      return source.fund;
    case 'policy':
      return source.policy;
  }
}

function costNames(position: Position): readonly string[] {
  return isCostComputed(position) ? ['value', 'gain/absolute'] : ['cost'];
}

/** The paths in the answer of what a column shows of a position, or of what that is computed from. */
export function answerNames(position: Position, column: ColumnName): readonly string[] {
  const { gain, source } = position;
  switch (column) {
    case 'units':
      return ['units'];
    case 'price':
      return source.of === 'security' ? ['value', 'units'] : ['nav'];
    case 'cost':
      return costNames(position);
    case 'averageCost':
      return [...costNames(position), 'units'];
    case 'value':
      return source.of === 'policy' ? ['sum_assured'] : ['value'];
    case 'weight':
      return ['value'];
    case 'gainRupees':
      return gain.computed ? ['cost', 'value'] : ['gain/absolute'];
    case 'gainPercent':
      return gain.computed ? ['cost', 'value'] : ['gain/percentage'];
    default:
      return [];
  }
}
