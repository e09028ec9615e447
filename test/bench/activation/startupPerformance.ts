/** What VS Code measured of one activation, in ms. */
export interface ActivationTimes {
  /** Reading, compiling and running the main file. */
  readonly loadCode: number;
  readonly callActivate: number;
  /** What an asynchronous `activate` went on to do. */
  readonly finishActivate: number;
}

/**
 * Reads the table "Extension Activation Stats" of `Developer: Startup Performance`, whose columns are
 * Extension, Eager, Load Code, Call Activate, Finish Activate, Event, By.
 * @throws Error when the extension is not in it
 */
export function activationTimes(report: string, id: string): ActivationTimes {
  const table = report.split('## Extension Activation Stats')[1]?.split('\n## ')[0] ?? '';
  const rows = table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const row = rows.find(([, extension]) => extension === id);
  const [loadCode, callActivate, finishActivate] = (row ?? []).slice(3, 6).map(Number);
  if (loadCode === undefined || callActivate === undefined || finishActivate === undefined)
    throw new Error(`VS Code's table of activations does not have ${id}.`);
  return { loadCode, callActivate, finishActivate };
}
