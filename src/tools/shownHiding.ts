import { DisplayFormatter } from '../portfolio/displayFormatter.ts';
import type { Hiding } from './hiding.ts';

/** Turns figures and names into text for a model. */
export function shownHiding(hiding: Hiding): DisplayFormatter {
  return new DisplayFormatter(hiding === 'everything', hiding !== 'nothing');
}
