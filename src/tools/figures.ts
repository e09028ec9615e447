import type { Decimal } from '../portfolio/decimal.ts';
import type { DisplayFormatter } from '../portfolio/displayFormatter.ts';
import { oneLine } from './oneLine.ts';

/** Figures and names as a model reads them; null where the statement does not say. All of them go through `Shown`. */
export interface Figures {
  /** Who and which account it is may be told. */
  readonly named: boolean;
  rupees(value: Decimal | null | undefined): string | null;
  units(value: Decimal | null): string | null;
  nav(value: Decimal | null): string | null;
  percent(value: Decimal | null | undefined): string | null;
  /** The name of a scheme, a security, an AMC: hostile until a model has been told that it is only data. */
  name(text: string | null): string | null;
  personal(text: string | null): string | null;
}

export function figuresFor(shown: DisplayFormatter): Figures {
  return {
    named: !shown.anonymous,
    rupees: (value) => (value ? shown.rupees(value) : null),
    units: (value) => value && shown.units(value),
    nav: (value) => value && shown.nav(value),
    percent: (value) => (value ? shown.percent(value) : null),
    name: (text) => text && oneLine(text),
    personal: (text) => text && shown.personal(oneLine(text)),
  };
}
