import { formatDate } from '../../portfolio/formatDate.ts';
import type { Statement } from '../../portfolio/model.ts';
import { kindName } from '../top/statementKind.ts';
import { t } from '../words.ts';

/** `CDSL eCAS, 31 Aug 2026`: what tells the statements of a family apart. */
export function statementName({ kind, to }: Statement): string {
  const day = to === null ? t('without a date') : formatDate(to, (month) => t(month));
  return `${kindName(kind)}, ${day}`;
}
