import { Decimal } from '../../../portfolio/decimal.ts';
import type { FactsFile } from '../../../portfolio/facts/factsFile.ts';
import { placeKey } from '../../../portfolio/facts/facts.ts';
import { AMOUNT, readPositive } from '../../../portfolio/facts/typed.ts';
import type { RealisedGain } from '../../../portfolio/gains/realisedGains.ts';
import { Day } from '../../pieces/Day.tsx';
import { Rupees } from '../../pieces/Figure.tsx';
import { Personal } from '../../pieces/Text.tsx';
import { useMoreRows } from '../../pieces/useMoreRows.tsx';
import { sentence, t } from '../../words.ts';
import { FigureField } from './FigureField.tsx';
import type { FundAsked } from './fundsAsked.ts';
import { say } from './say.ts';

interface ExitLoadsProps {
  readonly fund: FundAsked;
  readonly file: FactsFile;
}

/** What the fund kept back of the sales of a day beside what is printed: rare, so it is tucked away. */
export function ExitLoads({ fund, file }: ExitLoadsProps) {
  const loads = new Map((file.exitLoads ?? []).map((load) => [placeKey(load), load.amount]));
  const sales = salesByDay(fund);
  const rows = useMoreRows(sales, 20);
  if (sales.length === 0) return null;
  return (
    <details>
      <summary>{t('Exit load')}</summary>
      <p class="note">
        {t(
          'Only where it was kept back from the amount that the statement prints for the sale: it lowers what the sale brought.',
        )}
      </p>
      {rows.shown.map(({ folio, date, gains }) => {
        const place = { folio, isin: fund.isin, date };
        const load = loads.get(placeKey(place)) ?? null;
        const brought = Decimal.sum(
          gains.flatMap(({ saleValue }) => (saleValue ? [saleValue] : [])),
        );
        const whole = brought.plus(Decimal.parse(load ?? '0') ?? Decimal.zero);
        return (
          <FigureField
            key={placeKey(place)}
            name={t('Exit load')}
            label={
              <>
                <Day date={date} />{' '}
                <span class="code">
                  <Personal>{folio}</Personal>
                </span>{' '}
                {sentence('sold for {0}', <Rupees value={whole} />)}
              </>
            }
            value={load}
            read={(typed) => {
              const amount = readPositive(typed, AMOUNT);
              const isLess = amount !== null && (Decimal.parse(amount)?.compare(whole) ?? 1) < 0;
              return isLess ? amount : null;
            }}
            expected={t('An amount in rupees, such as 125.50, less than what was sold')}
            onSay={(amount) => say({ of: 'exitLoad', ...place, amount })}
          />
        );
      })}
      {rows.more}
    </details>
  );
}

interface SalesOfDay {
  readonly folio: string;
  readonly date: string;
  readonly gains: readonly RealisedGain[];
}

function salesByDay({ gains }: FundAsked): SalesOfDay[] {
  const days = Map.groupBy(gains, ({ folio, scheme, sold }) =>
    placeKey({ folio: folio.folioNumber, isin: scheme.isin, date: sold }),
  );
  return [...days.values()].flatMap((ofDay) => {
    const [first] = ofDay;
    const folio = first?.folio.folioNumber ?? null;
    return first && folio !== null ? [{ folio, date: first.sold, gains: ofDay }] : [];
  });
}
