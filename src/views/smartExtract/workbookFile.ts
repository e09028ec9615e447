import * as z from 'zod/mini';
import { parseJson } from '../../service/json.ts';

/** File name ending of what SmartExtract needs to edit an extraction again. */
export const WORKBOOK_ENDING = '.smartextract.json';

/** An extraction that can be edited again. */
export interface Workbook {
  /** Name of the document that it was extracted from. */
  readonly fileName: string;
  /** As the component gave it. */
  readonly workbookData: unknown;
}

const workbook = z.object({
  fileName: z.string(),
  workbookData: z.unknown().check(z.refine((data) => data != null)),
});

export function workbookText({ fileName, workbookData }: Workbook): string {
  return `${JSON.stringify({ fileName, workbookData })}\n`;
}

/** @returns undefined for what is no workbook */
export function readWorkbook(text: string): Workbook | undefined {
  return workbook.safeParse(parseJson(text)).data;
}

/** "rent-roll.xlsx", and "rent-roll.json", become "rent-roll.smartextract.json". */
export function workbookName(fileName: string): string {
  return fileName.replace(/\.[^.]+$/, '') + WORKBOOK_ENDING;
}
