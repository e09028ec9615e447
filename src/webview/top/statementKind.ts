import { isDetailed } from '../../portfolio/holdings.ts';
import type { Portfolio, StatementKind } from '../../portfolio/model.ts';
import { t } from '../words.ts';

/** `CDSL eCAS, detailed`. The answer does not say whether a statement is detailed: one with transactions is. */
export function statementKind(portfolio: Portfolio): string {
  const name = kindName(portfolio.statement.kind);
  return isDetailed(portfolio) ? t('{0}, detailed', name) : t('{0}, summary', name);
}

export function kindName(kind: StatementKind | null): string {
  return kind === null ? t('Statement of an unstated kind') : KINDS[kind];
}

const KINDS: Readonly<Record<StatementKind, string>> = {
  CDSL: 'CDSL eCAS',
  NSDL: 'NSDL eCAS',
  CAMS_KFINTECH: 'CAMS + KFintech',
};
