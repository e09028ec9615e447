import { useId, useMemo } from 'preact/hooks';
import type { Position } from '../../portfolio/positions.ts';
import { OriginOf } from '../family/OriginOf.tsx';
import { OpenedPosition } from '../opened/OpenedPosition.tsx';
import { tierName } from '../opened/tierName.ts';
import { Opener } from '../pieces/Opener.tsx';
import { Personal, Text } from '../pieces/Text.tsx';
import type { ChangeView } from '../state/useViewState.ts';
import { t } from '../words.ts';
import { accountTitle } from './accountTitle.ts';
import { PositionCell } from './PositionCell.tsx';
import type { TableLayout } from './tableLayout.ts';

interface PositionRowProps {
  readonly position: Position;
  readonly layout: TableLayout;
  readonly open: boolean;
  readonly change: ChangeView;
}

/** A holding that opens in place. */
export function PositionRow({ position, layout, open, change }: PositionRowProps) {
  const detailId = useId();
  const { name, closed } = position;
  const state = [open ? 'open' : '', closed ? 'closed' : ''].join(' ').trim();
  const toggle = () =>
    change(({ opened }) => ({
      opened: open ? opened.filter((key) => key !== position.key) : [...opened, position.key],
    }));
  // The same element again is not rendered again: a keystroke in the filter touches only rows that come or go.
  return useMemo(
    () => (
      <>
        <tr class={`holding ${state}`.trim()}>
          <th scope="row">
            <div class="name">
              <Opener open={open} controls={detailId} onToggle={toggle}>
                <Text>{name ?? t('Without a name')}</Text>
              </Opener>
              <span class="code">
                <Code position={position} />
                {layout.namesAccount && <AccountOf position={position} />}
                <OriginOf position={position} />
                {closed && <span class="tag">{t('closed')}</span>}
              </span>
            </div>
          </th>
          {layout.columns.map((column) => (
            <PositionCell key={column} column={column} position={position} layout={layout} />
          ))}
        </tr>
        {open && (
          <tr class="detail" id={detailId}>
            <td colSpan={layout.columns.length + 1}>
              <OpenedPosition position={position} change={change} />
            </td>
          </tr>
        )}
      </>
    ),
    [position, layout, open, change],
  );
}

/** What tells two of the same name apart. */
function Code({ position: { isin, source } }: { readonly position: Position }) {
  if (source.of === 'policy') {
    const { policyNumber } = source.policy;
    return policyNumber === null ? null : <Personal>{policyNumber}</Personal>;
  }
  const code = source.of === 'nps-fund' ? tierName(source.fund.tier) : isin;
  return code === null ? null : <Text>{code}</Text>;
}

function AccountOf({ position: { account } }: { readonly position: Position }) {
  if (account.of === 'insurance') return null;
  return (
    <span class="in-account">
      <Text>{accountTitle(account)}</Text>{' '}
      {account.number !== null && <Personal>{account.number}</Personal>}
    </span>
  );
}
