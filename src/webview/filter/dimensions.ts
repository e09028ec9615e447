import type { Position } from '../../portfolio/positions.ts';
import { KIND_NAMES } from '../allocation/kinds.ts';
import { accountTitle } from '../table/accountTitle.ts';
import { t } from '../words.ts';

/** What positions can be told apart, charted and filtered by. */
export type Dimension = 'class' | 'issuer' | 'account' | 'schemeType';

export const DIMENSIONS: readonly Dimension[] = ['class', 'issuer', 'account', 'schemeType'];

/** What each dimension is called, in English. */
export const DIMENSION_NAMES: Readonly<Record<Dimension, string>> = {
  class: 'Asset class',
  issuer: 'AMC or issuer',
  account: 'Account',
  schemeType: 'Scheme type',
};

/** Tells whether two positions belong together; never shown. */
export function dimensionKey(position: Position, by: Dimension): string {
  switch (by) {
    case 'class':
      return position.kind;
    case 'issuer':
      return (position.issuer ?? '').trim().toLowerCase();
    case 'account':
      return position.account.key;
    case 'schemeType':
      return position.source.of === 'scheme' ? (position.source.scheme.type ?? 'untyped') : 'none';
  }
}

/** A value of a dimension as the person reads it, and whether it says who or which account. */
export interface DimensionLabel {
  readonly text: string;
  /** An account's number, which is hidden when the page is masked. */
  readonly number: string | null;
}

/** What the value of a dimension is called, in the editor's language. */
export function dimensionLabel(position: Position, by: Dimension): DimensionLabel {
  switch (by) {
    case 'class':
      return { text: t(KIND_NAMES[position.kind]), number: null };
    case 'issuer':
      return { text: position.issuer ?? t('Issuer not stated'), number: null };
    case 'account':
      return {
        text: accountTitle(position.account),
        number: position.account.number,
      };
    case 'schemeType':
      return { text: schemeType(position), number: null };
  }
}

function schemeType({ source }: Position): string {
  if (source.of !== 'scheme') return t('Not a folio scheme');
  return source.scheme.type === null ? t('Type not stated') : t(source.scheme.type);
}
