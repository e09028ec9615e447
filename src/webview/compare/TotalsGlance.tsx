import type { ChangeTotals } from '../../portfolio/compare/changeTotals.ts';
import { Gain, Rupees } from '../pieces/Figure.tsx';
import { Tile } from '../top/Tile.tsx';
import { counted, t } from '../words.ts';

/** The value before and after, and why it moved: the four parts add up to the change. */
export function TotalsGlance({ totals }: { readonly totals: ChangeTotals }) {
  const { earlier, later, change, money, market, notKnown, elsewhere } = totals;
  return (
    <dl class="glance">
      <Tile name={t('Change')} notes={[]} main>
        <Rupees value={change} sign="always" />
      </Tile>
      <Tile name={t('Value before')} notes={[]}>
        <Rupees value={earlier?.value ?? null} />
      </Tile>
      <Tile name={t('Value after')} notes={[]}>
        <Rupees value={later?.value ?? null} />
      </Tile>
      <Tile
        name={t('Money in or out')}
        notes={[
          totals.estimates > 0
            ? counted(totals.estimates, '1 is an estimate', '{0} are estimates')
            : '',
        ]}
      >
        <Rupees value={money} sign="always" />
      </Tile>
      <Tile name={t('Market')} notes={[]}>
        <Gain of="rupees" value={market} />
      </Tile>
      {totals.unknowns > 0 && (
        <Tile
          name={t('Money or market: not known')}
          notes={[counted(totals.unknowns, 'of 1 holding', 'of {0} holdings')]}
        >
          <Rupees value={notKnown} sign="always" />
        </Tile>
      )}
      {elsewhere !== null && elsewhere.sign !== 0 && (
        <Tile name={t('Beyond the holdings')} notes={[t('in the totals, in no holding')]}>
          <Rupees value={elsewhere} sign="always" />
        </Tile>
      )}
    </dl>
  );
}
