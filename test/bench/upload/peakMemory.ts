import { readFileSync, writeFileSync } from 'node:fs';

/** Memory of a process in KB, as Linux counts it; `undefined` elsewhere, and of a process that is gone. */
export interface Memory {
  readonly resident: number;
  readonly peak: number;
}

export function memoryOf(pid: number | 'self'): Memory | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const resident = Number(/VmRSS:\s*(\d+) kB/.exec(status)?.[1]);
    const peak = Number(/VmHWM:\s*(\d+) kB/.exec(status)?.[1]);
    return Number.isNaN(resident + peak) ? undefined : { resident, peak };
  } catch {
    return undefined;
  }
}

/** From here on the peak of this process is the peak since now (Linux: proc(5), clear_refs). */
export function forgetPeak(): void {
  if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5');
}
