import { parseDay } from '../../portfolio/days.ts';
import { formatDate } from '../../portfolio/formatDate.ts';
import type { Statement } from '../../portfolio/model.ts';
import { kindName } from '../top/statementKind.ts';
import { t } from '../words.ts';

/** `CDSL eCAS, 31 Aug 2026`: what tells the statements of a family apart. */
export function statementName({ kind, to }: Statement): string {
  // What is no date may be any text, which is not hidden here.
  const isDate = to !== null && parseDay(to) !== null;
  const day = isDate ? formatDate(to, (month) => t(month)) : t('without a date');
  return `${kindName(kind)}, ${day}`;
}
