import { useEffect, useState } from 'preact/hooks';
import { checkSteps } from '../../portfolio/checks/checkPortfolio.ts';
import { sumUp } from '../../portfolio/checks/sumUp.ts';
import type { CheckSummary } from '../../portfolio/checks/sumUp.ts';
import { inSlices } from '../model/inSlices.ts';
import { nextTask } from '../model/nextTask.ts';
import type { ReadFamily } from '../model/useFamily.ts';

export interface FamilyChecks {
  /** Of all statements together. */
  readonly all: CheckSummary;
  /** In the order of the statements. */
  readonly each: readonly CheckSummary[];
}

/** Each statement checked against itself, what is left out of the family included; null until that is done. */
export function useFamilyChecks({ family, counted }: ReadFamily): FamilyChecks | null {
  const [checks, setChecks] = useState<FamilyChecks | null>(null);
  useEffect(() => {
    let current = true;
    void nextTask().then(async () => {
      const found = [];
      for (const [statement, portfolio] of family.statements.entries()) {
        const steps = checkSteps(portfolio, counted.positionsOf[statement] ?? []);
        const made = await inSlices(steps, () => current);
        if (!current || !made) return;
        found.push(made);
      }
      setChecks({ all: sumUp(found.flat()), each: found.map(sumUp) });
    });
    return () => {
      current = false;
    };
  }, [family, counted]);
  return checks;
}
