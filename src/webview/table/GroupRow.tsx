import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Account } from '../../portfolio/accounts.ts';
import type { Decimal } from '../../portfolio/decimal.ts';
import { KIND_NAMES } from '../allocation/kinds.ts';
import { AsFound } from '../confirmed/AsFound.tsx';
import { useUnconfirmed, useUnconfirmedSum } from '../confirmed/ConfirmationContext.ts';
import { OriginOf } from '../family/OriginOf.tsx';
import { DimensionName } from '../filter/DimensionName.tsx';
import { dimensionLabel } from '../filter/dimensions.ts';
import { AccountFacts } from '../opened/AccountFacts.tsx';
import { GroupReturnCell } from '../figures/ReturnFigure.tsx';
import { FigureCell } from '../pieces/FigureCell.tsx';
import { Gain, Rupees, Units } from '../pieces/Figure.tsx';
import { Dash } from '../pieces/NotStated.tsx';
import { Opener } from '../pieces/Opener.tsx';
import { Personal, Text } from '../pieces/Text.tsx';
import { counted, t } from '../words.ts';
import { AccountName } from './AccountName.tsx';
import { isCalledByNumber } from './accountTitle.ts';
import type { PositionGroup } from './groupPositions.ts';
import type { ColumnName } from './columns.ts';
import { COLUMN_NAMES, WIDE_ONLY } from './columns.ts';
import type { TableLayout } from './tableLayout.ts';

interface GroupRowProps {
  readonly group: PositionGroup;
  readonly layout: TableLayout;
}

/** The head of a group: what its rows have in common, and what they are worth together, under the columns that say so. */
export function GroupRow({ group, layout }: GroupRowProps) {
  const [open, setOpen] = useState(false);
  const { by, first } = group;
  const { columns } = layout;
  const isAccount = by === 'account' && first.account.of !== 'insurance';
  const figures = figuresOf(group);
  const from = columns.findIndex((column) => column in figures);
  const before = columns.slice(0, from === -1 ? columns.length : from);
  // Columns that are left out where the page is narrow are cells of their own: a span would count them still.
  const optional = before.filter((column) => WIDE_ONLY.includes(column));
  return (
    <>
      <tr class={open ? 'group open' : 'group'}>
        <th scope="rowgroup" colSpan={before.length - optional.length + 1}>
          <span class="group-name">
            {isAccount ? (
              <Opener open={open} onToggle={() => setOpen(!open)}>
                {title(group)}
              </Opener>
            ) : (
              title(group)
            )}
            <span class="group-number">{subtitle(group)}</span>
          </span>
        </th>
        {optional.map((column) => (
          <td key={column} class="optional" />
        ))}
        {columns.slice(before.length).map((column) => {
          const optional = WIDE_ONLY.includes(column);
          if (!(column in figures)) return <td key={column} class={optional ? 'optional' : ''} />;
          return (
            <FigureCell key={column} label={t(COLUMN_NAMES[column])} optional={optional}>
              {figures[column]}
            </FigureCell>
          );
        })}
      </tr>
      {open && isAccount && (
        <tr class="detail">
          <td colSpan={columns.length + 1}>
            <AccountFacts account={first.account} />
          </td>
        </tr>
      )}
    </>
  );
}

function title({ by, first }: PositionGroup): ComponentChildren {
  if (by === 'account') return <AccountName account={first.account} />;
  if (by === 'class') return t(KIND_NAMES[first.kind]);
  if (by === 'issuer') return <Text>{first.issuer ?? t('Issuer not stated')}</Text>;
  if (by === 'investor' || by === 'origin')
    return <DimensionName label={dimensionLabel(first, by)} />;
  return <Text>{first.name ?? t('Without a name')}</Text>;
}

function subtitle({ by, first, positions, hasNamesake }: PositionGroup): ComponentChildren {
  if (by === 'account') {
    return (
      <>
        <AccountNumber account={first.account} />
        {hasNamesake && <OriginOf position={first} />}
      </>
    );
  }
  if (by === 'isin') {
    return (
      <>
        {first.isin !== null && <Text>{first.isin}</Text>}{' '}
        {positions.length > 1 && counted(positions.length, '1 place', 'in {0} places')}
      </>
    );
  }
  return counted(positions.length, '1 holding', '{0} holdings');
}

function AccountNumber({ account: inAccount }: { readonly account: Account }) {
  const { of, number, account } = inAccount;
  const isNamed = isCalledByNumber(inAccount);
  const kinds = {
    folio: t('folio'),
    demat:
      of === 'demat' && account.depository !== null
        ? t('{0} demat', account.depository)
        : t('demat'),
    nps: t('PRAN'),
    insurance: t('cover, not value: not in the total'),
  };
  return (
    <>
      {!isNamed && (
        <>
          {kinds[of]} {number !== null && <Personal>{number}</Personal>}
        </>
      )}
      {of === 'folio' && account.registrar !== null && (
        <>
          {isNamed ? '' : ', '}
          <Text>{account.registrar}</Text>
        </>
      )}
    </>
  );
}

function figuresOf(group: PositionGroup): Partial<Record<ColumnName, ComponentChildren>> {
  const { by, first, units } = group;
  if (by === 'account' && first.account.of === 'insurance') return {};
  return {
    ...(units ? { units: <Together group={group} units={units} /> } : {}),
    value: <GroupValue group={group} />,
    gainPercent: <GroupGain group={group} />,
    xirr: <GroupReturnCell positions={group.withClosed} />,
  };
}

function Together({ group, units }: { readonly group: PositionGroup; readonly units: Decimal }) {
  return (
    <>
      <span class="sum">{t('together')}</span>{' '}
      <AsFound unconfirmed={useUnconfirmedSum(group.positions, 'units')} names={['sum']}>
        <Units value={units} />
      </AsFound>
    </>
  );
}

function GroupGain({ group }: { readonly group: PositionGroup }) {
  const { positions, gainPercent, hasCost } = group;
  const [cost, worth] = [
    useUnconfirmedSum(positions, 'cost'),
    useUnconfirmedSum(positions, 'value'),
  ];
  if (gainPercent) {
    return (
      <AsFound unconfirmed={cost.size > 0 ? cost : worth} names={['sum']}>
        <Gain of="percent" value={gainPercent} />
      </AsFound>
    );
  }
  if (hasCost) return <Dash words={t('not all of it has a cost')} />;
  return <span class="sum">{t('no cost given')}</span>;
}

function GroupValue({ group: { value, positions, first } }: { readonly group: PositionGroup }) {
  const ofAll = useUnconfirmedSum(positions, 'value');
  const printed = useUnconfirmed(first.account.account);
  if (!value) return <Dash />;
  return (
    <>
      {value.computed && (
        <span class="sum" title={t('The sum of the rows below; not printed in the statement')}>
          {t('sum')}{' '}
        </span>
      )}
      <AsFound unconfirmed={value.computed ? ofAll : printed} names={['sum', 'value']}>
        <Rupees value={value.value} />
      </AsFound>
    </>
  );
}
