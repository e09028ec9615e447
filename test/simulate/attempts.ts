import { AsyncLocalStorage } from 'node:async_hooks';
import type { ParsedStatement, ParseRequest } from '../../src/statements/parseRequest.ts';
import type { AppError } from '../../src/service/appError.ts';
import type { EditorWindow } from './editorWindow.ts';
import type { Statement } from './statements.ts';

/** A PDF as it left this computer. */
export interface Upload {
  readonly statement: Statement;
  /** Times are milliseconds since the begin. */
  readonly sentAt: number;
  /** When the service billed it, if it did. */
  billedAt?: number;
  /** The body of the service's answer that it was billed for. */
  answer?: string;
  /** When the window heard what became of it. */
  heardAt?: number;
  /** When that answer was in the hands of a window. */
  arrivedAt?: number;
}

/** One way of one statement from the person's wish to its end. */
export interface Attempt {
  readonly window: EditorWindow;
  readonly statement: Statement;
  readonly wish: Pick<ParseRequest, 'payAgain' | 'sample'>;
  readonly uploads: Upload[];
  /** What the person gets; `undefined` while it is under way, and for ever when its window was killed. */
  end?: { readonly parsed: ParsedStatement | undefined } | { readonly problem: AppError };
  /** Whether the answer was on disk when it ended, or the person was told that it is not. */
  keptOrTold?: boolean;
}

const inside = new AsyncLocalStorage<Attempt>();

/** Whatever is done in it, however late, belongs to this attempt. */
export function within<T>(attempt: Attempt, work: () => T): T {
  return inside.run(attempt, work);
}

export function theAttempt(): Attempt | undefined {
  return inside.getStore();
}
