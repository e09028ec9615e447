import { Decimal } from '../../portfolio/decimal.ts';
import type { Family } from '../../portfolio/family/family.ts';
import type { ReadFamily } from '../model/useFamily.ts';
import { Rupees } from '../pieces/Figure.tsx';
import { FigureCell, FigureHead } from '../pieces/FigureCell.tsx';
import { LabelledCell } from '../pieces/LabelledCell.tsx';
import { Personal } from '../pieces/Text.tsx';
import { sentence, t } from '../words.ts';
import { statementName } from './statementName.ts';
import type { FamilyChecks } from './useFamilyChecks.ts';

interface StatementsTabProps {
  readonly read: ReadFamily;
  readonly checks: FamilyChecks | null;
}

/** How the total is made: what each statement says, less what another one lists as well. */
export function StatementsTab({ read, checks }: StatementsTabProps) {
  const { members, totals } = read.family;
  return (
    <section aria-label={t('Statements')}>
      <table class="statements">
        <caption class="unseen">{t('How the total is made')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('Statement')}</th>
            <th scope="col">{t('Investor')}</th>
            <th scope="col">{t('Checks')}</th>
            <FigureHead label={t('Value')} />
          </tr>
        </thead>
        <tbody>
          {members.flatMap(({ statements }) =>
            statements.map((statement) => (
              <StatementRow key={statement} read={read} statement={statement} checks={checks} />
            )),
          )}
          <tr>
            <th scope="row" colSpan={3}>
              {t('Listed more than once, counted once')}
            </th>
            <FigureCell label={t('Value')}>
              <Rupees value={takenOff(totals)} />
            </FigureCell>
          </tr>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('Together')}
            </th>
            <FigureCell label={t('Value')}>
              <strong>
                <Rupees value={totals.total} />
              </strong>
            </FigureCell>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function takenOff({ deductions }: Family['totals']): Decimal {
  return Decimal.zero.minus(Decimal.sum(deductions.map(({ value }) => value)));
}

function StatementRow({
  read: { family, titles },
  statement,
  checks,
}: StatementsTabProps & { readonly statement: number }) {
  const portfolio = family.statements[statement];
  if (!portfolio) return null;
  const { name } = portfolio.investor;
  const part = family.totals.parts[statement];
  const summary = checks?.each[statement];
  return (
    <tr>
      <th scope="row">
        {statementName(portfolio.statement)}{' '}
        <span class="code">
          <Personal>{titles[statement] ?? ''}</Personal>
        </span>
      </th>
      <LabelledCell label={t('Investor')}>
        {name === null ? t('Investor not stated') : <Personal>{name}</Personal>}
      </LabelledCell>
      <LabelledCell label={t('Checks')}>
        {summary ? t('{0} of {1} agree', summary.agreeing, summary.compared) : t('checking …')}
      </LabelledCell>
      <FigureCell label={t('Value')}>
        <Rupees value={part?.value?.value ?? null} />
        {part?.beyondAccounts && part.beyondAccounts.sign !== 0 && (
          <span class="note">
            {sentence(
              'of which {0} in none of its accounts',
              <Rupees value={part.beyondAccounts} sign="always" />,
            )}
          </span>
        )}
      </FigureCell>
    </tr>
  );
}
