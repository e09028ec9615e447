import type { ComponentChild } from 'preact';
import type { Decimal } from '../../portfolio/decimal.ts';
import { FIGURE_UNITS } from '../../portfolio/checks/check.ts';
import type { Check, FigureName } from '../../portfolio/checks/check.ts';
import type { DisplayFormatter } from '../../portfolio/displayFormatter.ts';
import { Day } from '../pieces/Day.tsx';
import { counted, sentence, t } from '../words.ts';

/** The equation or statement that a check is, with its figures. */
export function checkText(check: Check, shown: DisplayFormatter): ComponentChild {
  const figure = (name: FigureName) => {
    const figures: Readonly<Partial<Record<FigureName, Decimal | null>>> = check.figures;
    return printed(figures[name] ?? null, name, shown);
  };
  switch (check.kind) {
    case 'total':
      return t('{0} printed, {1} as the sum of its parts', figure('printed'), figure('summed'));
    case 'count':
      return t('{0} counted in the summary, {1} listed', figure('printedCount'), figure('listed'));
    case 'units': {
      const { movedUnits } = check.figures;
      if (movedUnits?.sign === -1)
        return t(
          '{0} opening − {1} moved = {2} units; {3} closing as printed',
          figure('openingUnits'),
          shown.units(movedUnits.abs()),
          figure('computedUnits'),
          figure('closingUnits'),
        );
      return t(
        check.closing === 'printed'
          ? '{0} opening + {1} moved = {2} units; {3} closing as printed'
          : '{0} opening + {1} moved = {2} units; {3} units held',
        figure('openingUnits'),
        figure('movedUnits'),
        figure('computedUnits'),
        figure('closingUnits'),
      );
    }
    case 'running-balance':
      return check.firstBreak
        ? brokenBalance(check.firstBreak, figure('breaks'), shown)
        : counted(
            howMany(check.figures.rows),
            'The running balance follows from the one before',
            '{0} running balances follow one from the other',
          );
    case 'last-balance':
      return t(
        '{0} after the last transaction, {1} units held',
        figure('lastBalance'),
        figure('units'),
      );
    case 'closing-units':
      return t('{0} closing units, {1} units held', figure('closingUnits'), figure('units'));
    case 'value':
      return t(
        '{0} × {1} = {2}; {3} as printed',
        figure('units'),
        figure('price'),
        figure('computedValue'),
        figure('value'),
      );
    case 'gain':
      return t(
        '{0} − {1} = {2}; a gain of {3} as printed',
        figure('value'),
        figure('cost'),
        figure('computedGain'),
        figure('printedGain'),
      );
    case 'gain-percent':
      return t(
        'a gain of {0}; {1} as printed',
        figure('computedPercent'),
        figure('printedPercent'),
      );
    case 'dates':
      return check.first
        ? sentence(
            'Dates of transactions: {0}; not existing: {1}; outside the period: {2}; the first of these is {3}',
            figure('rows'),
            figure('impossibleDates'),
            figure('outsidePeriod'),
            <Day date={check.first.date} />,
          )
        : counted(
            howMany(check.figures.rows),
            'The date of 1 transaction lies in the period',
            'The dates of {0} transactions lie in the period',
          );
    case 'period':
      return sentence('From {0} to {1}', <Day date={check.from} />, <Day date={check.to} />);
    case 'holder':
      return t('The investor is a holder');
    case 'once':
      return check.others.length === 0
        ? counted(
            howMany(check.figures.listed),
            '1 holding, listed once',
            '{0} holdings, each listed once',
          )
        : t('Listed {0} times', figure('listed'));
    case 'uncounted':
      return check.figures.value
        ? t(
            'Not counted: {0} ({1} listed, {2} together)',
            check.list,
            figure('listed'),
            figure('value'),
          )
        : t('Not counted: {0} ({1} listed)', check.list, figure('listed'));
  }
}

type RunningBalance = Extract<Check, { readonly kind: 'running-balance' }>;

function brokenBalance(
  { row, previous, moved, computed, printed: asPrinted }: NonNullable<RunningBalance['firstBreak']>,
  breaks: string,
  shown: DisplayFormatter,
): string {
  return t(
    'Transaction {0}: {1} {2} = {3} units, but a balance of {4} is printed; breaks in all: {5}',
    row + 1,
    shown.units(previous),
    shown.units(moved, 0, 'always'),
    shown.units(computed),
    shown.units(asPrinted),
    breaks,
  );
}

function howMany(count: Decimal | null): number {
  return Number(count?.toString() ?? 0);
}

function printed(value: Decimal | null, name: FigureName, shown: DisplayFormatter): string {
  if (!value) return '–';
  switch (FIGURE_UNITS[name]) {
    case 'rupees':
      return shown.rupees(value);
    case 'units':
      return shown.units(value);
    case 'price':
      return shown.nav(value);
    case 'percent':
      return shown.percent(value, 2);
    case 'count':
      return shown.count(value);
  }
}
