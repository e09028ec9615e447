import { type AppError, isAppError } from '../service/appError.ts';
import { checkPdf } from './checkPdf.ts';
import { sha256 } from './sha256.ts';

/** What parsing many PDFs would come to, before anything is sent. */
export interface BatchPlan {
  /** Not parsed before: one credit each when they succeed. */
  readonly toPay: readonly string[];
  /** Parsed before, or the same bytes as another of the files: free. */
  readonly free: readonly string[];
  /** Nothing to send: not a PDF, empty, too large, unreadable. */
  readonly unfit: readonly { readonly file: string; readonly problem: AppError }[];
}

/**
 * Looks at each file, one after the other, and keeps none of them in memory.
 * @param files URIs
 * @param isKept whether the statement with this SHA-256 (hex) was parsed before
 * @param onProgress told how many have been looked at
 * @throws what is not an AppError; an aborted signal ends it with what was found so far
 */
export async function planBatch(
  files: readonly string[],
  read: (file: string) => Promise<Uint8Array>,
  isKept: (hash: string) => Promise<boolean>,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<BatchPlan> {
  const toPay: string[] = [];
  const free: string[] = [];
  const unfit: { file: string; problem: AppError }[] = [];
  const seen = new Set<string>();
  for (const file of files) {
    if (signal.aborted) break;
    try {
      const pdf = await read(file);
      checkPdf(pdf);
      const hash = sha256(pdf);
      if (seen.has(hash) || (await isKept(hash))) free.push(file);
      else toPay.push(file);
      seen.add(hash);
    } catch (error) {
      if (!isAppError(error)) throw error;
      unfit.push({ file, problem: error });
    }
    onProgress(toPay.length + free.length + unfit.length);
  }
  return { toPay, free, unfit };
}
