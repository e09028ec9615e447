import { personalSweeper } from '../personal.ts';
import { DisplayFormatter } from '../displayFormatter.ts';
import type { Selection } from './selection.ts';

/** How what is selected is written: masked, no text has anything of the persons whose statements it is of. */
export function shownOf(
  { statements }: Pick<Selection, 'statements'>,
  masked: boolean,
): DisplayFormatter {
  return masked
    ? new DisplayFormatter(true, true, personalSweeper(statements))
    : new DisplayFormatter(false);
}
