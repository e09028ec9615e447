import { useState } from 'preact/hooks';
import type { ChangeStatus, PositionChange } from '../../portfolio/compare/positionChange.ts';
import { Gain, Rupees, Units } from '../pieces/Figure.tsx';
import { FigureCell, FigureHead } from '../pieces/FigureCell.tsx';
import { LabelledCell } from '../pieces/LabelledCell.tsx';
import { Dash } from '../pieces/NotStated.tsx';
import { Personal, Text } from '../pieces/Text.tsx';
import { useMoreRows } from '../pieces/useMoreRows.tsx';
import { accountTitle } from '../table/accountTitle.ts';
import { counted, t } from '../words.ts';

const STATUS: Readonly<Record<ChangeStatus, string>> = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  unchanged: 'unchanged',
  'opened-and-closed': 'bought and sold in between',
};

/** Each holding in both statements; those that did not change are hidden until asked for. */
export function ChangeTable({ changes }: { readonly changes: readonly PositionChange[] }) {
  const [withUnchanged, setWithUnchanged] = useState(false);
  const unchanged = changes.filter(({ status }) => status === 'unchanged').length;
  const shown = withUnchanged ? changes : changes.filter(({ status }) => status !== 'unchanged');
  const rows = useMoreRows(shown, 100);
  return (
    <div role="tabpanel" aria-label={t('Holdings')}>
      <table class="holdings">
        <caption class="unseen">{t('Holdings in both statements')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('Holding')}</th>
            <th scope="col">{t('What happened')}</th>
            <FigureHead label={t('Units before')} optional />
            <FigureHead label={t('Units after')} optional />
            <FigureHead label={t('Units')} />
            <FigureHead label={t('Value after')} />
            <FigureHead label={t('Change')} />
            <FigureHead label={t('Money')} />
            <FigureHead label={t('Market')} />
          </tr>
        </thead>
        <tbody>
          {rows.shown.map((change, index) => (
            <ChangeRow key={index} change={change} />
          ))}
        </tbody>
      </table>
      {rows.more}
      {unchanged > 0 && (
        <p class="more">
          <button type="button" class="link" onClick={() => setWithUnchanged(!withUnchanged)}>
            {withUnchanged
              ? t('Hide unchanged')
              : counted(unchanged, 'Show 1 unchanged', 'Show {0} unchanged')}
          </button>
        </p>
      )}
    </div>
  );
}

function ChangeRow({ change }: { readonly change: PositionChange }) {
  const { status, units, value, split } = change;
  const position = change.position.later ?? change.position.earlier;
  const { name, isin, account } = position;
  const known = split?.because === null ? split : null;
  return (
    <tr class="holding">
      <th scope="row">
        <div class="name">
          <Text>{name ?? t('Without a name')}</Text>
          <span class="code">
            {isin !== null && <Text>{isin}</Text>}{' '}
            <span class="in-account">
              <Text>{accountTitle(account)}</Text>{' '}
              {account.number !== null && <Personal>{account.number}</Personal>}
            </span>
          </span>
        </div>
      </th>
      <LabelledCell label={t('What happened')}>{t(STATUS[status])}</LabelledCell>
      <FigureCell label={t('Units before')} optional>
        <Units value={units.earlier} dense />
      </FigureCell>
      <FigureCell label={t('Units after')} optional>
        <Units value={units.later} dense />
      </FigureCell>
      <FigureCell label={t('Units')}>
        <Units value={units.change} sign="always" dense />
      </FigureCell>
      <FigureCell label={t('Value after')}>
        <Rupees value={value.later} dense />
      </FigureCell>
      <FigureCell label={t('Change')}>
        <Rupees value={value.change} sign="always" dense />
      </FigureCell>
      <FigureCell label={t('Money')}>
        {known ? (
          <Rupees value={known.money} sign="always" dense />
        ) : (
          <Dash words={t('not known')} />
        )}
        {known?.basis === 'estimate' && <span class="note">{t('estimate')}</span>}
      </FigureCell>
      <FigureCell label={t('Market')}>
        {known ? <Gain of="rupees" value={known.market} dense /> : <Dash words={t('not known')} />}
      </FigureCell>
    </tr>
  );
}
