import { personalSweeper } from '../personal.ts';
import { Shown } from '../shown.ts';
import type { Selection } from './selection.ts';

/** How what is selected is written: masked, no text has anything of the persons whose statements it is of. */
export function shownOf({ statements }: Pick<Selection, 'statements'>, masked: boolean): Shown {
  return masked ? new Shown(true, true, personalSweeper(statements)) : new Shown(false);
}
