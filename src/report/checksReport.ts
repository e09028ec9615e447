import type { Check, CheckSubject } from '../portfolio/checks/check.ts';
import { Decimal } from '../portfolio/decimal.ts';
import { figure } from './figure.ts';

/** How many checks came out how, and each that does not agree, with its figures. */
export function checksReport(checks: readonly Check[]) {
  const outcomes = Map.groupBy(checks, ({ outcome }) => outcome);
  const count = (outcome: Check['outcome']) => outcomes.get(outcome)?.length ?? 0;
  return {
    agree: count('agrees'),
    differ: count('differs'),
    noted: count('noted'),
    notInStatement: count('not-in-statement'),
    findings: checks
      .filter(({ outcome }) => outcome === 'differs' || outcome === 'noted')
      .map(({ kind, subject, outcome, because, figures }) => ({
        kind,
        of: subject.of,
        holding: subject.of === 'position' ? subject.position.key : null,
        place: placeOf(subject),
        outcome,
        because,
        figures: figuresReport(figures),
      })),
  };
}

function placeOf(subject: CheckSubject): string | null {
  switch (subject.of) {
    case 'section':
      return subject.section;
    case 'folio':
      return subject.folio.folioNumber;
    case 'demat-account':
      return subject.account.boId ?? subject.account.clientId;
    case 'nps-account':
      return subject.account.pran;
    case 'statement':
    case 'position':
      return null;
  }
}

function figuresReport(figures: Check['figures']): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [
      name,
      value instanceof Decimal ? figure(value) : null,
    ]),
  );
}
