import * as z from 'zod/mini';
import { NO_FACTS } from '../portfolio/facts/facts.ts';
import { gainsByYear } from '../portfolio/gains/gainsByYear.ts';
import type { YearOfGains } from '../portfolio/gains/gainsByYear.ts';
import { gainsOfReturn } from '../portfolio/gains/gainsOfReturn.ts';
import { realisedGains } from '../portfolio/gains/realisedGains.ts';
import type { RealisedGain, RealisedGains } from '../portfolio/gains/realisedGains.ts';
import { sectionName } from '../portfolio/gains/section.ts';
import { statementArgument } from './arguments.ts';
import type { Figures } from './figures.ts';
import { pageArgument, pageOf } from './paging.ts';
import { statementOf } from './statementLibrary.ts';
import { ToolError } from './toolError.ts';
import { defineTool } from './tool.ts';

export const gains = defineTool({
  name: 'casparser_gains',
  title: 'Realised Gains of a Statement',
  description:
    'Estimates the realised gains of mutual fund units in folios, first in, first out, by Indian financial year: short and long term in INR, which is sale value less what was paid, and what is taxable by section of the Income-tax Act, which is less where units were bought before February 2018; with a year, lot by lot. Gifts and inherited units are no sales. An estimate from the transactions of the statement, not tax advice: say so to the user. Shares in demat accounts print no sale values and are not in it.',
  args: z.strictObject({
    statement: statementArgument,
    year: z.optional(
      z
        .string()
        .check(
          z.regex(/^\d{4}-\d{2}$/u),
          z.describe('Financial year, such as 2024-25: then each lot that was sold in it.'),
        ),
    ),
    page: pageArgument,
  }),
  async find({ statement, year, page }, { library, figures, facts }) {
    const { portfolio } = await statementOf(library, statement);
    const found = realisedGains(portfolio, facts ?? NO_FACTS);
    const leftOut = found.leftOut.map(({ scheme, reason }) => ({
      name: figures.name(scheme.name),
      because: reason,
    }));
    const caveat =
      facts === null
        ? 'An estimate, not tax advice. What the user said in the editor of funds and gifts is not known here, and can change it.'
        : 'An estimate, not tax advice.';
    const result =
      year === undefined
        ? { years: gainsByYear(found.gains).map((one) => yearRow(one, found, figures)) }
        : lotsOf(found, { year, page }, figures);
    const left = { schemesLeftOut: leftOut.length, leftOut: leftOut.slice(0, 10) };
    return { result: { ...result, ...left, caveat }, about: [portfolio] };
  },
});

function yearRow(
  { financialYear, gain, gains: sold, unknown }: YearOfGains,
  realised: RealisedGains,
  figures: Figures,
) {
  const { sections, notTold, exemption } = gainsOfReturn(realised, financialYear);
  return {
    year: financialYear,
    shortTerm: figures.rupees(gain.short),
    longTerm: figures.rupees(gain.long),
    termNotKnown: figures.rupees(gain.unknown),
    lots: sold.length,
    lotsWithoutGain: unknown,
    taxable: sections.map(({ section, gain: taxed, lots }) => ({
      section: sectionName(section),
      gain: figures.rupees(taxed),
      lots,
    })),
    lotsInNoSection: notTold,
    ...(exemption && {
      exemption: { limit: figures.rupees(exemption.limit), left: figures.rupees(exemption.left) },
    }),
  };
}

function lotsOf(
  realised: RealisedGains,
  { year, page }: { readonly year: string; readonly page: number | undefined },
  figures: Figures,
) {
  const years = gainsByYear(realised.gains);
  const found = years.find(({ financialYear }) => financialYear === year);
  if (!found) {
    const known = years.map(({ financialYear }) => financialYear).join(', ');
    throw new ToolError(
      known === ''
        ? 'Nothing was sold that this statement tells the history of.'
        : `Nothing was sold in ${year}; there are gains in ${known}.`,
    );
  }
  const { rows, ...of } = pageOf(found.gains, page, (gain) => lotRow(gain, figures));
  return { ...yearRow(found, realised, figures), sold: rows, ...of };
}

function lotRow(gain: RealisedGain, figures: Figures) {
  return {
    name: figures.name(gain.scheme.name),
    units: figures.units(gain.units),
    acquired: gain.acquired,
    sold: gain.sold,
    term: gain.term,
    ...(gain.onAnniversary && { soldOnTheAnniversary: true }),
    section: gain.section && sectionName(gain.section),
    cost: figures.rupees(gain.cost),
    saleValue: figures.rupees(gain.saleValue),
    gain: figures.rupees(gain.gain),
    taxable: gain.taxable.ok ? figures.rupees(gain.taxable.gain) : null,
    ...(!gain.taxable.ok && { taxableNotKnown: gain.taxable.reason }),
  };
}
