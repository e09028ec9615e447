import type { Position } from '../../portfolio/positions.ts';
import { Personal, Text } from '../pieces/Text.tsx';
import { t } from '../words.ts';
import { useFamilyStatements } from './FamilyContext.ts';
import { statementName } from './statementName.ts';

interface HoldingNameProps {
  readonly position: Position;
  /** Its place. */
  readonly statement: number;
}

/** A holding, its account and the statement that lists it. */
export function HoldingName({ position: { name, account }, statement }: HoldingNameProps) {
  const portfolio = useFamilyStatements()[statement];
  return (
    <>
      <Text>{name ?? t('Without a name')}</Text>{' '}
      <span class="code">
        {account.number !== null && <Personal>{account.number}</Personal>}
        {portfolio && <> {statementName(portfolio.statement)}</>}
      </span>
    </>
  );
}
