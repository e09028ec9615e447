import { problemBody, problemDetails } from './schemas.ts';

/** What an error body says, in whichever of the documented shapes. */
export interface ProblemWords {
  readonly code?: string;
  readonly words?: string;
  readonly failed: boolean;
  /** The fields of the request that are missing, by FastAPI's list of details. */
  readonly missing: readonly string[];
}

/** Reads a parsed body; one that is no error body says nothing. */
export function readProblemBody(body: unknown): ProblemWords {
  const parsed = problemBody.safeParse(body);
  if (!parsed.success) return { failed: false, missing: [] };
  const { status, code, msg, message, detail, error } = parsed.data;
  const details = problemDetails.safeParse(detail).data ?? [];
  const words =
    [msg, message, detail, error].find((text) => typeof text === 'string') ??
    (details.map(({ loc, msg }) => [...loc.slice(-1), msg].join(': ')).join('; ') || undefined);
  return {
    ...(typeof code === 'string' ? { code: code.toUpperCase() } : {}),
    ...(typeof words === 'string' ? { words } : {}),
    failed: status === 'failed' || status === 'error',
    missing: details
      .filter(({ type, msg }) => type === 'missing' || /\b(required|missing)\b/i.test(msg))
      .flatMap(({ loc }) => loc.slice(-1).map(String)),
  };
}
