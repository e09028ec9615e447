import { Shown } from '../portfolio/shown.ts';
import type { Hiding } from './hiding.ts';

/** Turns figures and names into text for a model. */
export function shownHiding(hiding: Hiding): Shown {
  return new Shown(hiding === 'everything', hiding !== 'nothing');
}
