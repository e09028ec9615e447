import type { Decimal } from './decimal.ts';

/**
 * What a transaction does to the balance of units. The API does not document the sign of units and amounts on outflows, so a
 * client takes magnitudes and decides by type.
 */
export type UnitsEffect = 'in' | 'out' | 'none';

interface TypeRule {
  /** English; the page translates it. */
  readonly label: string;
  readonly effect: UnitsEffect;
}

const RULES = {
  PURCHASE: { label: 'Purchase', effect: 'in' },
  PURCHASE_SIP: { label: 'SIP purchase', effect: 'in' },
  REDEMPTION: { label: 'Redemption', effect: 'out' },
  SWITCH_IN: { label: 'Switch in', effect: 'in' },
  SWITCH_IN_MERGER: { label: 'Switch in (merger)', effect: 'in' },
  SWITCH_OUT: { label: 'Switch out', effect: 'out' },
  SWITCH_OUT_MERGER: { label: 'Switch out (merger)', effect: 'out' },
  DIVIDEND_PAYOUT: { label: 'IDCW payout', effect: 'none' },
  DIVIDEND_REINVEST: { label: 'IDCW reinvestment', effect: 'in' },
  // Adds units where it is printed with positive ones; otherwise it only records the event.
  SEGREGATION: { label: 'Segregation', effect: 'none' },
  STAMP_DUTY_TAX: { label: 'Stamp duty', effect: 'none' },
  TDS_TAX: { label: 'TDS', effect: 'none' },
  STT_TAX: { label: 'STT', effect: 'none' },
  MISC: { label: 'Miscellaneous', effect: 'none' },
  // Undoes a purchase whose payment failed.
  REVERSAL: { label: 'Reversal', effect: 'out' },
  UNKNOWN: { label: 'Not classified', effect: 'none' },
} as const satisfies Record<string, TypeRule>;

/** The 16 transaction types of the API. */
export type TransactionType = keyof typeof RULES;

const TYPES: ReadonlyMap<string, TransactionType> = new Map([
  ...(Object.keys(RULES) as TransactionType[]).map((type) => [type, type] as const),
  // What the API's SDK of 2025 called it.
  ['DIVIDEND_REINVESTMENT', 'DIVIDEND_REINVEST'],
]);

export function readTransactionType(text: string | null): TransactionType {
  if (text === null) return 'UNKNOWN';
  return TYPES.get(text) ?? TYPES.get(text.trim().toUpperCase()) ?? 'UNKNOWN';
}

/** The type's name for people, in English. */
export function transactionLabel(type: TransactionType): string {
  return RULES[type].label;
}

export function unitsEffect(type: TransactionType): UnitsEffect {
  return RULES[type].effect;
}

interface Movement {
  readonly type: TransactionType;
  readonly units: Decimal | null;
  readonly amount: Decimal | null;
  /** Units credited and debited: demat rows only. */
  readonly credit: Decimal | null;
  readonly debit: Decimal | null;
}

/**
 * Units with the sign of what they do to the balance: a demat row by its credit and debit, any other by its type. A type
 * without an effect of its own keeps the units as printed.
 */
export function signedUnits(movement: Movement): Decimal | null {
  return dematUnits(movement) ?? signed(movement.units, unitsEffect(movement.type));
}

/** The amount in INR, with the sign of the units. */
export function signedAmount(movement: Movement): Decimal | null {
  return signed(movement.amount, direction(movement));
}

function dematUnits({ credit, debit }: Movement): Decimal | null {
  const credited = credit?.abs();
  const debited = debit?.abs();
  if (!credited?.sign && !debited?.sign) return null;
  if (!debited) return credited ?? null;
  return credited ? credited.minus(debited) : debited.negated();
}

function direction(movement: Movement): UnitsEffect {
  const units = dematUnits(movement);
  if (!units?.sign) return unitsEffect(movement.type);
  return units.sign > 0 ? 'in' : 'out';
}

function signed(value: Decimal | null, effect: UnitsEffect): Decimal | null {
  if (value === null || effect === 'none') return value;
  const opposite = effect === 'in' ? value.sign < 0 : value.sign > 0;
  return opposite ? value.negated() : value;
}
