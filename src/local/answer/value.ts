import type { HowFound } from '../found.ts';
import type { Decimal } from '../../portfolio/decimal.ts';
import type { Printed } from '../statement.ts';

/** What an answer is made of: JSON whose numbers are exact, each with the place it was read at where there is one. */
export type AnswerValue =
  | null
  | undefined
  | string
  | boolean
  | Decimal
  | Printed
  | WorkedOut
  | Identifier
  | AllOf
  | readonly AnswerValue[]
  | AnswerObject;
export interface AnswerObject {
  readonly [key: string]: AnswerValue;
}

/** A figure without a place of its own in the statement: a sum, or what stands in for a figure that is not printed. */
export class WorkedOut {
  readonly value: Decimal;
  readonly how: HowFound;

  constructor(value: Decimal, how: HowFound) {
    this.value = value;
    this.how = how;
  }
}

/** A text that says which account, security or person is meant. */
export class Identifier {
  readonly text: string;
  readonly how: HowFound;

  constructor(text: string, how: HowFound) {
    this.text = text;
    this.how = how;
  }
}

/** A list that says by its length, too, what happened: whether a check agrees that none of its items is missing. */
export class AllOf {
  readonly items: readonly AnswerValue[];
  readonly how: HowFound;

  constructor(items: readonly AnswerValue[], how: HowFound) {
    this.items = items;
    this.how = how;
  }
}
