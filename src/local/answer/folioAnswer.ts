import type { Found, HowFound } from '../found.ts';
import type { PrintedFolio, PrintedHolder, PrintedScheme } from '../statement.ts';
import { sumOf } from './sums.ts';
import { unitsHeld } from './unitsHeld.ts';
import { transactionAnswer } from './transactionAnswer.ts';
import { AllOf, Identifier } from './value.ts';
import type { AnswerObject } from './value.ts';

/** A folio in the shape of the service's answer; its value is the sum of its schemes'. */
export function folioAnswer(folio: PrintedFolio, found: Found): AnswerObject {
  const holders = found.ofField(folio, 'holders');
  return {
    folio_number: new Identifier(folio.number, found.ofField(folio, 'number')),
    amc: identifier(folio.amc, found.ofField(folio, 'amc')),
    registrar: folio.schemes.find(({ registrar }) => registrar !== null)?.registrar,
    value: sumOf(
      folio.schemes.map(({ value }) => value),
      found,
    ),
    linked_holders: folio.holders.map((holder) => holderAnswer(holder, holders)),
    additional_info: {
      pan: identifier(folio.pan, found.ofField(folio, 'pan')),
      kyc: folio.kyc,
      pankyc: folio.panKyc,
    },
    schemes: folio.schemes.map((scheme) => schemeAnswer(scheme, found)),
  };
}

export function holderAnswer({ name, pan }: PrintedHolder, how: HowFound): AnswerObject {
  return { name: identifier(name, how), pan: identifier(pan, how) };
}

export function identifier(text: string | null, how: HowFound): Identifier | null {
  return text === null ? null : new Identifier(text, how);
}

function schemeAnswer(scheme: PrintedScheme, found: Found): AnswerObject {
  const { gain, gainPercent } = scheme;
  return {
    isin: identifier(scheme.isin, found.ofField(scheme, 'isin')),
    name: scheme.name,
    units: unitsHeld(scheme, scheme.close, found),
    nav: scheme.nav,
    value: scheme.value,
    cost: scheme.cost,
    gain: gain || gainPercent ? { absolute: gain, percentage: gainPercent } : null,
    nominees: scheme.nominees,
    transactions: new AllOf(
      scheme.transactions.map(transactionAnswer),
      found.ofField(scheme, 'transactions'),
    ),
    additional_info: {
      advisor: scheme.advisor,
      rta_code: scheme.rtaCode,
      is_demat: scheme.isDemat,
      open_units: scheme.open,
      close_units: scheme.close,
      annualised_return: scheme.annualReturn,
    },
  };
}
