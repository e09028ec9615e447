import type { Plan, Setting } from './events.ts';
import type { Invariant } from './invariants.ts';
import { runPlan } from './runPlan.ts';

/** Runs that may be tried to make one smaller. */
const MOST_TRIES = 400;

/** The plainest of everything: a run that fails with it as well is told with it. */
const plain: Partial<Setting> = {
  parseTimeout: 60,
  part: 'pdf_file',
  replacesIds: false,
  keepStatements: true,
  credits: null,
  tellsProcesses: true,
  account: 'key',
};

/** The smallest plan found that breaks the same: with fewer events, a plainer setting, rounder times. */
export async function shrink(plan: Plan, broken: Invariant): Promise<Plan> {
  let best = plan;
  let tries = 0;
  const fails = async (smaller: Plan) => {
    if (tries++ >= MOST_TRIES) return false;
    const result = await runPlan(smaller);
    if (!result.violations.some((one) => one.broken === broken)) return false;
    best = smaller;
    return true;
  };
  for (let shrunk = true; shrunk && tries < MOST_TRIES;) {
    shrunk = false;
    for (let size = Math.ceil(best.events.length / 2); size >= 1; size = Math.floor(size / 2))
      for (let at = 0; at < best.events.length;)
        if (await fails({ ...best, events: best.events.toSpliced(at, size) })) shrunk = true;
        else at += size;
    for (const [name, value] of Object.entries(plain)) {
      const { setting } = best;
      if (setting[name as keyof Setting] === value) continue;
      if (await fails({ ...best, setting: { ...setting, [name]: value } })) shrunk = true;
    }
    const fewer = best.setting.statements.slice(0, -1);
    if (fewer.length > 0)
      if (await fails({ ...best, setting: { ...best.setting, statements: fewer } })) shrunk = true;
  }
  return best;
}
