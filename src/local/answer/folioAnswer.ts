import { Decimal } from '../../portfolio/decimal.ts';
import type { Printed, PrintedFolio, PrintedHolder, PrintedScheme } from '../statement.ts';
import type { AnswerObject } from './numeralJson.ts';
import { transactionAnswer } from './transactionAnswer.ts';

/** A folio in the shape of the service's answer; its value is the sum of its schemes'. */
export function folioAnswer(folio: PrintedFolio): AnswerObject {
  return {
    folio_number: folio.number,
    amc: folio.amc,
    registrar: folio.schemes.find(({ registrar }) => registrar !== null)?.registrar,
    value: totalOf(folio.schemes.map(({ value }) => value)),
    linked_holders: folio.holders.map(holderAnswer),
    additional_info: { pan: folio.pan, kyc: folio.kyc, pankyc: folio.panKyc },
    schemes: folio.schemes.map(schemeAnswer),
  };
}

export function holderAnswer({ name, pan }: PrintedHolder): AnswerObject {
  return { name, pan };
}

/** The sum of what is printed; null where nothing is. */
export function totalOf(values: readonly (Printed | null)[]): Decimal | null {
  const printed = values.flatMap((value) => (value ? [value.value] : []));
  return printed.length > 0 ? Decimal.sum(printed) : null;
}

function schemeAnswer(scheme: PrintedScheme): AnswerObject {
  const { gain, gainPercent } = scheme;
  return {
    isin: scheme.isin,
    name: scheme.name,
    units: scheme.close,
    nav: scheme.nav,
    value: scheme.value,
    cost: scheme.cost,
    gain: gain || gainPercent ? { absolute: gain, percentage: gainPercent } : null,
    nominees: scheme.nominees,
    transactions: scheme.transactions.map(transactionAnswer),
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
