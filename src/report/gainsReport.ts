import { gainsByYear } from '../portfolio/gains/gainsByYear.ts';
import { gainsOfReturn } from '../portfolio/gains/gainsOfReturn.ts';
import { quarterOf } from '../portfolio/gains/quarter.ts';
import type { RealisedGain, RealisedGains } from '../portfolio/gains/realisedGains.ts';
import { ACT_NAMES } from '../portfolio/gains/section.ts';
import type { Section } from '../portfolio/gains/section.ts';
import type { Scheme } from '../portfolio/model.ts';
import { figure, trimmed } from './figure.ts';

/** Keys of the holdings that schemes are, as `holdings` of the report has them. */
export type HoldingKeys = ReadonlyMap<Scheme, string>;

/** Realised gains lot by lot and by year; schemes of which no lots can be told, and why. */
export function gainsReport(realised: RealisedGains, keys: HoldingKeys) {
  const { gains, leftOut } = realised;
  return {
    lots: gains.map((gain) => lotReport(gain, keys)),
    years: gainsByYear(gains).map((year) => {
      const { sections, notTold, exemption } = gainsOfReturn(realised, year.financialYear);
      return {
        year: year.financialYear,
        shortTerm: figure(year.gain.short),
        longTerm: figure(year.gain.long),
        termNotKnown: figure(year.gain.unknown),
        lots: year.gains.length,
        lotsWithoutGain: year.unknown,
        /** By the cost that the law allows. */
        sections: sections.map(({ section, lots, gain, quarters }) => ({
          ...sectionReport(section),
          lots,
          gain: figure(gain),
          quarters: quarters.map(figure),
        })),
        lotsInNoSection: notTold,
        exemption: exemption && {
          limit: figure(exemption.limit),
          left: figure(exemption.left),
        },
      };
    }),
    leftOut: leftOut.map(({ scheme, reason }) => ({ holding: keys.get(scheme) ?? null, reason })),
  };
}

export function lotReport(gain: RealisedGain, keys: HoldingKeys) {
  const { taxable } = gain;
  return {
    holding: keys.get(gain.scheme) ?? null,
    isin: gain.scheme.isin,
    acquired: gain.acquired,
    sold: gain.sold,
    year: gain.financialYear,
    quarter: quarterOf(gain.sold),
    holdingDays: gain.holdingDays,
    units: trimmed(gain.units),
    cost: figure(gain.cost),
    saleValue: figure(gain.saleValue),
    gain: figure(gain.gain),
    asset: gain.asset,
    term: gain.term,
    onAnniversary: gain.onAnniversary,
    ...sectionReport(gain.section),
    grandfathered: gain.grandfathered,
    navOf31Jan2018: trimmed(gain.navOf31Jan2018),
    /** What the law allows as cost, and the gain by it. */
    allowedCost: taxable.ok ? figure(taxable.cost) : null,
    taxableGain: taxable.ok ? figure(taxable.gain) : null,
    /** Why there is none. */
    reason: taxable.ok ? null : taxable.reason,
  };
}

function sectionReport(section: Section | null) {
  return {
    act: section && ACT_NAMES[section.act],
    section: section?.section ?? null,
    rule: section?.rule ?? null,
    /** Percent; null at the rates of the slabs. */
    rate: section?.rate ?? null,
  };
}
