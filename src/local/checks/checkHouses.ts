import { comparable } from '../grammars/registrar/fundHouse.ts';
import type { PortfolioSummary } from '../grammars/registrar/portfolioSummary.ts';
import type { PrintedFolio } from '../statement.ts';
import { addsUp } from './addsUp.ts';
import type { Checks } from './checkResult.ts';

/** What the schemes of each fund house add up to against PORTFOLIO SUMMARY, and that table against its own total. */
export function checkHouses(
  folios: readonly PrintedFolio[],
  { houses, total }: PortfolioSummary,
  checks: Checks,
): void {
  const names = new Set(houses.map(({ name }) => comparable(name)));
  for (const folio of folios) {
    const { amc, place } = folio;
    const isListed = names.has(comparable(amc ?? ''));
    if (isListed) checks.found.confirmField(folio, 'amc');
    checks.expect(
      isListed,
      'house-not-listed',
      'PORTFOLIO SUMMARY does not list the fund house of this folio.',
      place,
    );
  }
  for (const house of houses) {
    const schemes = folios
      .filter(({ amc }) => comparable(amc ?? '') === comparable(house.name))
      .flatMap((folio) => folio.schemes);
    for (const field of ['cost', 'value'] as const) {
      const printed = house[field];
      const parts = schemes.map((scheme) => scheme[field]);
      // Costs are printed in newer statements only.
      if (
        !printed ||
        (field === 'cost' && parts.every((part) => part === null) && parts.length > 0)
      )
        continue;
      checks.expect(
        addsUp(parts, printed),
        `house-${field}`,
        `The schemes of this fund house do not add up to its ${field} in PORTFOLIO SUMMARY.`,
        printed,
        parts,
      );
    }
  }
  for (const field of ['cost', 'value'] as const) {
    const printed = total?.[field];
    if (!printed) continue;
    checks.expect(
      addsUp(
        houses.map((house) => house[field]),
        printed,
      ),
      `total-${field}`,
      `The fund houses do not add up to the total ${field} of PORTFOLIO SUMMARY.`,
      printed,
    );
  }
  if (!total && houses.length > 0) {
    const [{ place }] = houses as [PortfolioSummary['houses'][number]];
    checks.expect(false, 'total-value', 'PORTFOLIO SUMMARY has no total.', place);
  }
}
