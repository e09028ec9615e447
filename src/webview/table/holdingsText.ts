import type { Position } from '../../portfolio/positions.ts';
import type { DisplayFormatter } from '../../portfolio/displayFormatter.ts';
import { KIND_NAMES } from '../allocation/kinds.ts';
import { positionReturn } from '../../portfolio/returns/groupReturn.ts';
import type { ReturnsOfSchemes } from '../../portfolio/returns/groupReturn.ts';
import { statementName } from '../family/statementName.ts';
import { returnText } from '../figures/returnText.ts';
import { t } from '../words.ts';
import { accountTitle } from './accountTitle.ts';
import { COLUMN_NAMES, averageCost, weightOf } from './columns.ts';
import type { ColumnName } from './columns.ts';
import type { TableLayout } from './tableLayout.ts';

type TextLayout = Pick<TableLayout, 'columns' | 'total'> & {
  readonly returns: ReturnsOfSchemes | null;
};

/** Holdings as the page shows them, to be pasted into a sheet or a letter: a line each, with tabs between the columns. */
export function holdingsText(
  positions: readonly Position[],
  layout: TextLayout,
  shown: DisplayFormatter,
): string {
  const ofFamily = positions.some(({ origin }) => origin);
  const head = [
    ...(ofFamily ? [t('Investor'), t('Statement')] : []),
    t('Holding'),
    t('ISIN'),
    t('Account'),
    ...layout.columns.map((column) => t(COLUMN_NAMES[column])),
  ];
  const lines = positions.map((position) => {
    const { account, origin } = position;
    const number = account.number === null ? '' : shown.personal(account.number);
    const { name } = origin?.investor ?? { name: null };
    return [
      ...(ofFamily
        ? [name === null ? '' : shown.personal(name), origin ? statementName(origin.printed) : '']
        : []),
      shown.text(position.name ?? ''),
      shown.text(position.isin ?? ''),
      `${shown.text(accountTitle(account))} ${number}`.trim(),
      ...layout.columns.map((column) => cellText(position, column, layout, shown)),
    ];
  });
  return [head, ...lines].map((cells) => cells.map(oneLine).join('\t')).join('\n');
}

function cellText(
  position: Position,
  column: ColumnName,
  { total, returns }: TextLayout,
  shown: DisplayFormatter,
): string {
  const { units, price, cost, value, gain } = position;
  switch (column) {
    case 'name':
      return shown.text(position.name ?? '');
    case 'type':
      return t(KIND_NAMES[position.kind]);
    case 'units':
      return units ? shown.units(units) : '';
    case 'price':
      return price ? shown.nav(price) : '';
    case 'averageCost': {
      const average = averageCost(position);
      return average ? shown.rupees(average) : '';
    }
    case 'cost':
      return cost ? shown.rupees(cost) : '';
    case 'value':
      return value ? shown.rupees(value) : '';
    case 'gainRupees':
      return gain.rupees ? shown.rupees(gain.rupees, 'always') : '';
    case 'gainPercent':
      return gain.percent ? shown.percent(gain.percent, 2, 'always') : '';
    case 'xirr': {
      const result = returns && positionReturn(position, returns);
      return result && result.kind !== 'none' ? returnText(result, shown) : '';
    }
    case 'weight': {
      const weight = weightOf(position, total);
      return weight ? shown.percent(weight, 1) : '';
    }
  }
}

/** A tab or a line break in a name would make a cell or a row of it; a sheet would reckon with what looks like a formula. */
function oneLine(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ');
  return /^[=@]/.test(line) ? `'${line}` : line;
}
