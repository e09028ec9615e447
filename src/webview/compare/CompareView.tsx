import { useMemo } from 'preact/hooks';
import { comparePortfolios } from '../../portfolio/compare/comparePortfolios.ts';
import type { ComparisonWarning } from '../../portfolio/compare/comparePortfolios.ts';
import { statementDay } from '../../portfolio/compare/statementDay.ts';
import { valueLine } from '../../portfolio/compare/valueLine.ts';
import type { Portfolio } from '../../portfolio/model.ts';
import { readPortfolio } from '../../portfolio/readPortfolio.ts';
import type { ComparedPortfolio } from '../../views/compareMessages.ts';
import { decodeJson } from '../model/unpackedJson.ts';
import { Day } from '../pieces/Day.tsx';
import { Personal } from '../pieces/Text.tsx';
import { MaskedFor } from '../state/MaskedFor.tsx';
import { HideButton } from '../top/Actions.tsx';
import { sentence, t } from '../words.ts';
import { ChangeTable } from './ChangeTable.tsx';
import { FieldTable } from './FieldTable.tsx';
import { TotalsGlance } from './TotalsGlance.tsx';
import { ValueTable } from './ValueTable.tsx';

interface CompareViewProps {
  readonly portfolios: readonly ComparedPortfolio[];
}

/** What became of a portfolio from the first statement to the last, and why its value moved. */
export function CompareView({ portfolios }: CompareViewProps) {
  const read = useMemo(() => portfolios.map(readOne), [portfolios]);
  const readable = useMemo(
    () => read.flatMap(({ portfolio }) => (portfolio ? [portfolio] : [])),
    [read],
  );
  const line = useMemo(() => valueLine(readable), [portfolios]);
  const inOrder = [...readable].sort((one, other) =>
    (statementDay(one) ?? '').localeCompare(statementDay(other) ?? ''),
  );
  const [first] = inOrder;
  const last = inOrder.at(-1);
  const comparison = useMemo(
    () => (first && last && first !== last ? comparePortfolios(first, last) : null),
    [portfolios],
  );
  const unreadable = read.filter(({ portfolio }) => !portfolio);
  return (
    <MaskedFor statements={readable}>
      <header class="masthead">
        <h1>
          {comparison?.later.investor.name ? (
            <Personal>{comparison.later.investor.name}</Personal>
          ) : (
            t('Portfolios compared')
          )}
        </h1>
        {comparison && (
          <div class="meta">
            <p>
              {sentence(
                'from {0} to {1}',
                <Day date={statementDay(comparison.earlier)} />,
                <Day date={statementDay(comparison.later)} />,
              )}
            </p>
          </div>
        )}
        <div class="actions">
          <HideButton />
        </div>
      </header>
      {unreadable.map(({ title }) => (
        <p key={title} class="notice">
          {sentence('{0} is not a portfolio and is left out.', <Personal>{title}</Personal>)}
        </p>
      ))}
      {comparison?.warnings.map((warning) => (
        <p key={warning} class="notice">
          {t(WARNINGS[warning])}
        </p>
      ))}
      {comparison && <TotalsGlance totals={comparison.totals} />}
      {line.points.length > 2 && <ValueTable points={line.points} />}
      {comparison?.fields && <FieldTable fields={comparison.fields} />}
      {comparison && <ChangeTable changes={comparison.changes} />}
      {!comparison && <p class="nothing">{t('Comparing takes two portfolios.')}</p>}
    </MaskedFor>
  );
}

function readOne({ title, text }: ComparedPortfolio): {
  title: string;
  portfolio: Portfolio | null;
} {
  const result = readPortfolio(decodeJson(text));
  return { title, portfolio: result.ok ? result.portfolio : null };
}

const WARNINGS: Readonly<Record<ComparisonWarning, string>> = {
  'different-investors': 'These statements are of different investors.',
  'investors-not-known': 'The statements do not say whether they are of the same investor.',
  'different-kinds':
    'These statements are of different kinds: what only one of them lists seems added or removed.',
  'not-dated': 'A statement has no date: which is the later one is not known.',
  'same-day': 'Both statements are of the same day.',
  'period-between':
    'The later statement begins days after the earlier one ends: transactions in between are missing.',
  'account-not-listed':
    'The earlier statement does not list an account or folio that the later one lists. It may have been held before: whether its value is new money is not known.',
};
