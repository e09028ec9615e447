import { groupKey } from '../../portfolio/groupKey.ts';
import type { Position } from '../../portfolio/positions.ts';
import { KIND_NAMES } from '../allocation/kinds.ts';
import { statementName } from '../family/statementName.ts';
import { accountTitle } from '../table/accountTitle.ts';
import { t } from '../words.ts';

/** What positions can be told apart, charted and filtered by. */
export type Dimension = 'class' | 'issuer' | 'account' | 'schemeType' | 'investor' | 'origin';

/** Those that these positions can be told apart by: only a family's have an investor and a statement each. */
export function dimensionsOf(all: readonly Position[]): readonly Dimension[] {
  const own = ['class', 'issuer', 'account', 'schemeType'] as const;
  return all.some(({ origin }) => origin) ? [...own, 'investor', 'origin'] : own;
}

/** What each dimension is called, in English. */
export const DIMENSION_NAMES: Readonly<Record<Dimension, string>> = {
  class: 'Asset class',
  issuer: 'AMC or issuer',
  account: 'Account',
  schemeType: 'Scheme type',
  investor: 'Investor',
  origin: 'Statement',
};

/** Tells whether two positions belong together; never shown. */
export function dimensionKey(position: Position, by: Dimension): string {
  switch (by) {
    case 'class':
    case 'issuer':
    case 'account':
      return groupKey(position, by);
    case 'schemeType':
      return position.source.of === 'scheme' ? (position.source.scheme.type ?? 'untyped') : 'none';
    case 'investor':
      return String(position.origin?.member);
    case 'origin':
      return String(position.origin?.statement);
  }
}

/** A value of a dimension as the person reads it, and whether it says who or which account. */
export interface DimensionLabel {
  readonly text: string;
  /** Whether the text is somebody's name. */
  readonly personal: boolean;
  /** An account's number, which is hidden when the page is masked. */
  readonly number: string | null;
}

/** What the value of a dimension is called, in the editor's language. */
export function dimensionLabel(position: Position, by: Dimension): DimensionLabel {
  switch (by) {
    case 'class':
      return plain(t(KIND_NAMES[position.kind]));
    case 'issuer':
      return plain(position.issuer ?? t('Issuer not stated'));
    case 'account':
      return {
        text: accountTitle(position.account),
        personal: false,
        number: position.account.number,
      };
    case 'schemeType':
      return plain(schemeType(position));
    case 'investor': {
      const name = position.origin?.investor.name ?? null;
      return name === null
        ? plain(t('Investor not stated'))
        : { text: name, personal: true, number: null };
    }
    case 'origin':
      return plain(position.origin ? statementName(position.origin.printed) : '');
  }
}

function plain(text: string): DimensionLabel {
  return { text, personal: false, number: null };
}

function schemeType({ source }: Position): string {
  if (source.of !== 'scheme') return t('Not a folio scheme');
  return source.scheme.type === null ? t('Type not stated') : t(source.scheme.type);
}
