import type { Facts, FundKind } from '../../../portfolio/facts/facts.ts';
import type { AssetClass } from '../../../portfolio/gains/assetClass.ts';
import type { RealisedGain, RealisedGains } from '../../../portfolio/gains/realisedGains.ts';
import type { Scheme } from '../../../portfolio/model.ts';

/** What is asked of one fund. */
export interface FundAsked {
  readonly isin: string;
  readonly name: string | null;
  /** What its owner says that it is. */
  readonly kind: FundKind | null;
  /** What its latest sale counts as. */
  readonly asset: AssetClass;
  /** INR per unit, as its owner said. */
  readonly nav: string | null;
  /** Whether its value of 31 January 2018 decides about a cost. */
  readonly asksNav: boolean;
  /** Whether it makes a difference what kind it is. */
  readonly asksKind: boolean;
  readonly gains: readonly RealisedGain[];
  readonly received: RealisedGains['received'];
  /** Something is not known that its owner can say. */
  readonly lacks: boolean;
  /** Its owner said something of it. */
  readonly said: boolean;
}

const ISIN = /^IN[0-9A-Z]{10}$/;

/** Funds with sales or received units, by ISIN, in the order of the statement. Of one without an ISIN nothing can be said. */
export function fundsAsked(realised: RealisedGains, facts: Facts): FundAsked[] {
  const schemes = new Map<string, Scheme>();
  for (const { scheme } of [...realised.gains, ...realised.leftOut, ...realised.received])
    if (scheme.isin !== null && ISIN.test(scheme.isin) && !schemes.has(scheme.isin))
      schemes.set(scheme.isin, scheme);
  const ofIsin = Map.groupBy(realised.gains, ({ scheme }) => scheme.isin);
  return [...schemes].map(([isin, scheme]) =>
    fundAsked(isin, scheme, { realised, facts, gains: ofIsin.get(isin) ?? [] }),
  );
}

interface Known {
  readonly realised: RealisedGains;
  readonly facts: Facts;
  readonly gains: readonly RealisedGain[];
}

function fundAsked(isin: string, { name }: Scheme, { realised, facts, gains }: Known): FundAsked {
  const received = realised.received.filter(({ scheme }) => scheme.isin === isin);
  const kind = facts.kinds.get(isin) ?? null;
  const nav = facts.navsOf31Jan2018.get(isin)?.toString() ?? null;
  const asksNav = nav !== null || gains.some(needsNav);
  const lacksKind = gains.some(({ asset }) => asset === 'unknown');
  const lacksCost = received.length > 0 && gains.some(({ cost }) => cost === null);
  const lacks = lacksKind || lacksCost || gains.some(({ taxable }) => isGap(taxable, NEEDS_NAV));
  const leftOut = realised.leftOut.some(({ scheme }) => scheme.isin === isin);
  const asksKind = gains.length > 0 || leftOut;
  const asset = gains.at(-1)?.asset ?? 'unknown';
  const said = kind !== null || nav !== null || received.length > 0;
  return { ...{ isin, name, kind, asset, nav, asksNav, asksKind, gains, received, lacks, said } };
}

const NEEDS_NAV = 'needs-nav-of-31-jan-2018';

function needsNav({ grandfathered, taxable }: RealisedGain): boolean {
  return grandfathered && (taxable.ok || isGap(taxable, NEEDS_NAV));
}

function isGap(taxable: RealisedGain['taxable'], reason: string): boolean {
  return !taxable.ok && taxable.reason === reason;
}
