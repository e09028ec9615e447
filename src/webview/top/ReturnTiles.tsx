import type { PortfolioPeriod } from '../../portfolio/returns/portfolioReturn.ts';
import type { DisplayFormatter } from '../../portfolio/displayFormatter.ts';
import { ReturnFigure } from '../figures/ReturnFigure.tsx';
import type { Returns } from '../figures/useReturns.ts';
import { Rupees } from '../pieces/Figure.tsx';
import { useShown } from '../state/ShownContext.ts';
import { counted, t } from '../words.ts';
import { Tile } from './Tile.tsx';

/** The return, and of how much of the portfolio it is. */
export function ReturnTile({ returns }: { readonly returns: Returns | null }) {
  if (!returns)
    return <Tile name={t('XIRR')} notes={[]} children={<span class="absent">…</span>} />;
  const { counted: schemes, leftOut, result } = returns.portfolio;
  if (schemes === 0) {
    return (
      <Tile name={t('XIRR')} notes={[t('it needs the whole history of transactions')]}>
        <span class="absent">{t('cannot be computed')}</span>
      </Tile>
    );
  }
  const isShort = result.kind === 'absolute';
  const notes = [
    isShort
      ? counted(
          schemes,
          'of all that was put in, over 1 scheme',
          'of all that was put in, over {0} schemes',
        )
      : counted(schemes, 'a year, over 1 scheme', 'a year, over {0} schemes'),
    leftOut > 0
      ? counted(leftOut, '1 lacks its whole history', '{0} lack their whole history')
      : '',
  ];
  return (
    <Tile name={isShort ? t('Return') : t('XIRR')} notes={notes}>
      <ReturnFigure result={result} />
    </Tile>
  );
}

/** What happened within the statement's period. */
export function PeriodTile({ returns }: { readonly returns: Returns | null }) {
  const shown = useShown();
  const period = returns?.portfolio.period;
  if (!period || returns.portfolio.schemes.every((scheme) => scheme.period === null)) return null;
  const net = period.putIn.minus(period.takenOut);
  const notes = [...moneyNotes(period, shown), marketNote(period, shown)];
  return (
    <Tile name={period.market ? t('This period') : t('Put in this period, net')} notes={notes}>
      <Rupees value={period.market ? net.plus(period.market) : net} sign="always" />
    </Tile>
  );
}

function moneyNotes(
  { putIn, takenOut, unpaired }: PortfolioPeriod,
  shown: DisplayFormatter,
): string[] {
  return [
    t('{0} put in', shown.rupees(putIn)),
    takenOut.sign === 0 ? '' : t('{0} taken out', shown.rupees(takenOut)),
    unpaired.sign === 0
      ? ''
      : t('{0} of these by switches whose other side is not here', shown.rupees(unpaired)),
  ];
}

function marketNote({ market, marketUnknown }: PortfolioPeriod, shown: DisplayFormatter): string {
  if (market) return t('{0} market', shown.rupees(market, 'always'));
  return counted(
    marketUnknown,
    'market not known: 1 scheme was held before',
    'market not known: {0} schemes were held before',
  );
}
