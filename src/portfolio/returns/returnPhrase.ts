import type { DisplayFormatter } from '../displayFormatter.ts';
import type { Return } from './return.ts';

/** A return in English for whoever cannot point at it: what it is over, and what it would come to a year. Null where there is none. */
export function returnPhrase(result: Return, shown: DisplayFormatter): string | null {
  switch (result.kind) {
    case 'none':
      return null;
    case 'yearly':
      return `XIRR: ${shown.percent(result.percent)} a year`;
    case 'absolute': {
      const { percent, days, yearly } = result;
      const absolute = `Return: ${shown.percent(percent)} in ${days} ${days === 1 ? 'day' : 'days'}`;
      return yearly
        ? `${absolute}, not a yearly rate (XIRR: ${shown.percent(yearly)})`
        : `${absolute}, not a yearly rate`;
    }
  }
}
