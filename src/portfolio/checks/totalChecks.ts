import { Decimal } from '../decimal.ts';
import type { Portfolio } from '../model.ts';
import { accountTotals, dematValue, folioValue, npsValue, sumOf } from '../totals.ts';
import type { Because, CheckSubject, CountCheck, Section, TotalCheck } from './check.ts';
import { compared, missing, noted } from './finding.ts';
import type { Finding } from './finding.ts';
import { sameToThePaisa } from './tolerance.ts';

/**
 * Sets every printed value (INR) against the sum of its parts, and every printed count against what is listed. Money agrees when
 * it is the same to the paisa. A sum is made only where every part has a value; a section that the statement neither prints nor
 * fills is left out.
 */
export function checkTotals(portfolio: Portfolio): (TotalCheck | CountCheck)[] {
  const { summary, dematAccounts, folios, npsAccounts, policies } = portfolio;
  return [
    checkStatement(portfolio),
    ...checkSection('demat', summary.demat.value, dematAccounts.map(dematValue)),
    ...checkSection('folios', summary.folios.value, folios.map(folioValue)),
    ...checkSection('nps', summary.nps.value, npsAccounts.map(npsValue)),
    ...dematAccounts.map((account) =>
      checkTotal({ of: 'demat-account', account }, account.value, account.securities),
    ),
    ...folios.map((folio) => checkTotal({ of: 'folio', folio }, folio.value, folio.schemes)),
    ...npsAccounts.map((account) =>
      checkTotal({ of: 'nps-account', account }, account.value, account.funds),
    ),
    ...checkCount('demat', summary.demat.count, dematAccounts),
    ...checkCount('folios', summary.folios.count, folios),
    ...checkCount('insurance', summary.insurance.count, policies),
    ...checkCount('nps', summary.nps.count, npsAccounts),
  ];
}

/** The statement's own total; some count what the summary prints for insurance, although policies carry no value. */
function checkStatement(portfolio: Portfolio): TotalCheck {
  const { totalValue, insurance } = portfolio.summary;
  const check = checkTotal({ of: 'statement' }, totalValue, accountTotals(portfolio));
  const { printed, summed } = check.figures;
  if (check.outcome !== 'differs' || !printed || !summed || !insurance.value) return check;
  const withInsurance = summed.plus(insurance.value);
  return sameToThePaisa(printed, withInsurance)
    ? { ...check, ...noted('includes-insurance') }
    : check;
}

type Parts = Parameters<typeof sumOf>[0];

function checkSection(section: Section, printed: Decimal | null, parts: Parts): TotalCheck[] {
  const subject: CheckSubject = { of: 'section', section };
  if (parts.length > 0) return [checkTotal(subject, printed, parts)];
  // A section without accounts is worth nothing, and its printed total should say so.
  return printed?.sign ? [checkTotal(subject, printed, [NOTHING])] : [];
}

const NOTHING = { value: Decimal.zero };

function checkTotal(subject: CheckSubject, printed: Decimal | null, parts: Parts): TotalCheck {
  const sum = sumOf(parts);
  const summed = sum?.partsWithoutValue === 0 ? sum.value : null;
  const figures = { printed, summed };
  const noSum = parts.length === 0 ? 'no-parts' : 'part-without-value';
  return { kind: 'total', subject, ...finding(figures, noSum), figures };
}

function finding({ printed, summed }: TotalCheck['figures'], noSum: Because): Finding {
  if (!printed) return missing('no-printed-figure');
  return summed ? compared(sameToThePaisa(printed, summed)) : missing(noSum);
}

function checkCount(
  section: Section,
  printedCount: Decimal | null,
  list: readonly unknown[],
): CountCheck[] {
  if (list.length === 0 && !printedCount?.sign) return [];
  const listed = Decimal.fromInteger(list.length);
  const agrees = printedCount?.equals(listed);
  return [
    {
      kind: 'count',
      subject: { of: 'section', section },
      ...(agrees === undefined ? missing('no-printed-figure') : compared(agrees)),
      figures: { printedCount, listed },
    },
  ];
}
