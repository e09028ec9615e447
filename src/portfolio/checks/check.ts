import type { Decimal } from '../decimal.ts';
import type { DematAccount, Folio, Holder, NpsAccount } from '../model.ts';
import type { Position } from '../positions.ts';

/**
 * What setting two figures side by side showed. `noted` is worth knowing and no failure; `not-in-statement` means that the
 * statement lacks a figure that the check needs.
 */
export type Outcome = 'agrees' | 'differs' | 'noted' | 'not-in-statement';

/** What is checked. */
export type CheckSubject =
  | { readonly of: 'statement' }
  | { readonly of: 'section'; readonly section: Section }
  | { readonly of: 'demat-account'; readonly account: DematAccount }
  | { readonly of: 'folio'; readonly folio: Folio }
  | { readonly of: 'nps-account'; readonly account: NpsAccount }
  | { readonly of: 'position'; readonly position: Position };

/** The parts of a statement for which its summary prints a count and a value. */
export type Section = 'demat' | 'folios' | 'insurance' | 'nps';

/** Why a check is only noted or cannot be made, or where a difference probably comes from. */
export type Because = MissingFigure | Remark;

type MissingFigure =
  | 'no-printed-figure'
  | 'no-parts'
  | 'part-without-value'
  | 'no-opening-units'
  | 'no-closing-units'
  | 'no-units'
  | 'no-transactions'
  | 'no-balances'
  | 'no-price'
  | 'no-value'
  | 'no-cost'
  | 'cost-not-positive'
  | 'no-dates'
  | 'no-period'
  | 'no-holder'
  | 'no-investor';

type Remark =
  /** The printed total is the sum of the accounts and of what the summary prints for insurance. */
  | 'includes-insurance'
  /** Depository statements print the average cost where others print the NAV, and here cost is units x NAV. */
  | 'nav-is-average-cost'
  /** As above, but no cost is printed that could show it. */
  | 'nav-may-be-average-cost'
  /** The price is as large as the whole value: it is not per unit. */
  | 'price-is-the-value'
  /** A row that should move units is printed without any. */
  | 'rows-without-units'
  /** The balance is right if the row moves its units the other way. */
  | 'opposite-sign'
  | 'rows-without-date'
  | 'another-holder'
  /** The same account or security several times, with different figures: probably parts of one. */
  | 'listed-in-parts'
  /** The same account or security several times, with the same figures: probably read twice. */
  | 'listed-twice'
  /** A list of the answer that nothing reads. */
  | 'list-not-known'
  | 'list-maybe-counted';

export type FigureUnit = 'rupees' | 'units' | 'price' | 'percent' | 'count';

/** Every figure that a check shows, and what it is measured in. */
export const FIGURE_UNITS = {
  printed: 'rupees',
  summed: 'rupees',
  printedCount: 'count',
  listed: 'count',
  openingUnits: 'units',
  movedUnits: 'units',
  computedUnits: 'units',
  closingUnits: 'units',
  lastBalance: 'units',
  units: 'units',
  unitsTolerance: 'units',
  rows: 'count',
  breaks: 'count',
  price: 'price',
  computedValue: 'rupees',
  value: 'rupees',
  cost: 'rupees',
  rupeesTolerance: 'rupees',
  printedGain: 'rupees',
  computedGain: 'rupees',
  printedPercent: 'percent',
  computedPercent: 'percent',
  percentTolerance: 'percent',
  impossibleDates: 'count',
  outsidePeriod: 'count',
  withoutDate: 'count',
} as const satisfies Record<string, FigureUnit>;

export type FigureName = keyof typeof FIGURE_UNITS;

interface CheckOf<Kind extends string, Names extends FigureName = never> {
  readonly kind: Kind;
  readonly subject: CheckSubject;
  readonly outcome: Outcome;
  readonly because: Because | null;
  /** What the statement prints and what was made from it, in the order of reading; null is not in the statement. */
  readonly figures: Readonly<Record<Names, Decimal | null>>;
}

/** A printed value beside the sum of its parts. */
export type TotalCheck = CheckOf<'total', 'printed' | 'summed'>;

/** A printed count beside the length of the list. */
export type CountCheck = CheckOf<'count', 'printedCount' | 'listed'>;

/** Opening units + transactions = closing units. */
export interface UnitsCheck extends CheckOf<
  'units',
  'openingUnits' | 'movedUnits' | 'computedUnits' | 'closingUnits' | 'unitsTolerance'
> {
  /** Which figure stands for the closing units: where none are printed, the units held do. */
  readonly closing: 'printed' | 'held';
}

/** Each printed balance against the one before it and the units between them. */
export interface RunningBalanceCheck extends CheckOf<
  'running-balance',
  'rows' | 'breaks' | 'unitsTolerance'
> {
  readonly firstBreak: BalanceBreak | null;
}

/** Where a printed balance does not follow from the one before it. All figures are units. */
export interface BalanceBreak {
  /** Place in the position's `transactions`. */
  readonly row: number;
  readonly previous: Decimal;
  readonly moved: Decimal;
  readonly computed: Decimal;
  readonly printed: Decimal;
  readonly oppositeSignFits: boolean;
}

/** The balance after the last transaction = the units held. */
export type LastBalanceCheck = CheckOf<'last-balance', 'lastBalance' | 'units' | 'unitsTolerance'>;

/** The closing balance of the period = the units held. */
export type ClosingUnitsCheck = CheckOf<
  'closing-units',
  'closingUnits' | 'units' | 'unitsTolerance'
>;

/** Units x NAV or price = value. */
export type ValueCheck = CheckOf<
  'value',
  'units' | 'price' | 'computedValue' | 'value' | 'rupeesTolerance' | 'cost'
>;

/** Value - cost = gain. */
export type GainCheck = CheckOf<'gain', 'value' | 'cost' | 'computedGain' | 'printedGain'>;

/** Gain in percent of the cost. */
export type GainPercentCheck = CheckOf<
  'gain-percent',
  'value' | 'cost' | 'computedPercent' | 'printedPercent' | 'percentTolerance'
>;

/** The dates of transactions exist and lie in the statement's period. */
export interface DatesCheck extends CheckOf<
  'dates',
  'rows' | 'impossibleDates' | 'outsidePeriod' | 'withoutDate'
> {
  readonly first: { readonly row: number; readonly date: string } | null;
}

/** The statement's period has dates that exist, in order. */
export interface PeriodCheck extends CheckOf<'period'> {
  readonly from: string | null;
  readonly to: string | null;
}

/** The investor is among the holders of an account. */
export interface HolderCheck extends CheckOf<'holder'> {
  readonly holders: readonly Pick<Holder, 'name' | 'pan'>[];
  /** PANs that are printed for the account without a name. */
  readonly pans: readonly string[];
}

/** An account, security or policy is listed once; `others` are the further places of the subject. */
export interface OnceCheck extends CheckOf<'once', 'listed'> {
  readonly others: readonly CheckSubject[];
}

/** A list that is in no total; `list` are its keys in the answer. */
export interface UncountedCheck extends CheckOf<'uncounted', 'listed' | 'value'> {
  readonly list: string;
}

/** A figure of the statement set against what it should be, with everything needed to say so in a sentence. */
export type Check =
  | TotalCheck
  | CountCheck
  | UnitsCheck
  | RunningBalanceCheck
  | LastBalanceCheck
  | ClosingUnitsCheck
  | ValueCheck
  | GainCheck
  | GainPercentCheck
  | DatesCheck
  | PeriodCheck
  | HolderCheck
  | OnceCheck
  | UncountedCheck;
