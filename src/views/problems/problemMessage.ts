import type { AppError, AppErrorKind } from '../../service/appError.ts';
import { plainText } from '../plainText.ts';
import { accountProblems } from './accountProblems.ts';
import { answerProblems } from './answerProblems.ts';
import { connectionProblems } from './connectionProblems.ts';
import { endedEarly } from './endedEarly.ts';
import { keepingProblems } from './keepingProblems.ts';
import { pdfProblems } from './pdfProblems.ts';
import { refusedPdfProblems } from './refusedPdfProblems.ts';
import { systemProblems } from './systemProblems.ts';
import type { ProblemMessage, Tell } from './telling.ts';

export interface ProblemPlace {
  /** The PDF's name, where one was being parsed: the only thing that costs a credit. */
  readonly file?: string;
  /** Host of the service. */
  readonly host: string;
}

const tellers: Readonly<Record<AppErrorKind, Tell>> = {
  ...pdfProblems,
  ...refusedPdfProblems,
  ...accountProblems,
  ...systemProblems,
  ...connectionProblems,
  ...answerProblems,
  ...keepingProblems,
  ...endedEarly,
};

/** One sentence on what happened, what it means and what to do next, and the buttons that do it. */
export function problemMessage({ kind, details }: AppError, place: ProblemPlace): ProblemMessage {
  const parsing = place.file !== undefined;
  // Words about a PDF make no sense where none was sent: then they are the service's own.
  const tell = tellers[!parsing && kind in refusedPdfProblems ? 'refused' : kind];
  const { file = '' } = place;
  const host = details.host ?? place.host;
  const service = details.host ?? 'CAS Parser';
  const { text, remedies } = tell({
    facts: details,
    file: plainText(file),
    parsing,
    host,
    service,
  });
  const { requestId } = details;
  return { text: requestId === undefined ? text : `${text} (${requestId})`, remedies };
}
