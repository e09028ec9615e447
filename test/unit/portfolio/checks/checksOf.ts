import type { Check } from '../../../../src/portfolio/checks/check.ts';
import { checkPortfolio } from '../../../../src/portfolio/checks/checkPortfolio.ts';
import { positions } from '../../../../src/portfolio/positions.ts';
import { portfolioOf } from '../samples.ts';

/** Every check of an answer of the API. */
export function checksOf(answer: object): Check[] {
  const portfolio = portfolioOf(JSON.stringify(answer));
  return checkPortfolio(portfolio, positions(portfolio));
}

/** The checks of one kind. */
export function checksOfKind<Kind extends Check['kind']>(
  answer: object,
  kind: Kind,
): Extract<Check, { readonly kind: Kind }>[] {
  return checksOf(answer).filter(
    (check): check is Extract<Check, { readonly kind: Kind }> => check.kind === kind,
  );
}

/** The only check of a kind. */
export function checkOfKind<Kind extends Check['kind']>(
  answer: object,
  kind: Kind,
): Extract<Check, { readonly kind: Kind }> {
  const [check, ...others] = checksOfKind(answer, kind);
  if (!check || others.length > 0) throw new Error(`${others.length + 1} checks of ${kind}`);
  return check;
}

/** A check in short: its outcome, the reason, and its figures as text. */
export function inShort({ outcome, because, figures }: Check): Readonly<Record<string, unknown>> {
  const short: Record<string, unknown> = { outcome, because };
  for (const [name, figure] of Object.entries(figures)) short[name] = figure?.toString() ?? null;
  return short;
}
