import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { cache } from './cache.ts';

/**
 * The desktop VS Code, downloaded once.
 * @returns its executable, or `undefined` where it cannot be had
 */
export async function desktopCode(): Promise<string | undefined> {
  try {
    return await downloadAndUnzipVSCode({
      cachePath: cache,
      version: 'stable',
      timeout: 15_000,
      reporter: { report: () => undefined, error: () => undefined },
    });
  } catch {
    return undefined;
  }
}

/** Whether a window could be shown on this machine. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}
