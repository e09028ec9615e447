import type { Position } from '../../portfolio/positions.ts';

/** What the kinds of positions are called, in English. */
export const KIND_NAMES: Readonly<Record<Position['kind'], string>> = {
  shares: 'Shares',
  'demat-funds': 'Funds in demat',
  bonds: 'Bonds',
  'government-securities': 'Government securities',
  aifs: 'AIFs',
  'folio-equity': 'Equity funds',
  'folio-debt': 'Debt funds',
  'folio-hybrid': 'Hybrid funds',
  'folio-other': 'Other funds',
  'folio-untyped': 'Funds, type not stated',
  nps: 'NPS',
  insurance: 'Life insurance',
};
