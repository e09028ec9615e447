import { underWay } from './underWay.ts';

/** Far more than a slow and busy machine takes: it ends a run that hangs, and nothing else. */
const LONGEST_MINUTES = 60;

/** Ends the run when it takes too long, and says what was under way; what was started goes with it. */
export function limitWholeRun(): void {
  setTimeout(() => {
    console.error(`\nThe run has not ended within ${LONGEST_MINUTES} minutes. Under way were:`);
    for (const line of underWay()) console.error(`  ${line}`);
    process.exit(1);
  }, LONGEST_MINUTES * 60_000).unref();
}
