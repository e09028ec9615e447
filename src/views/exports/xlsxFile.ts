import writeXlsxFile from 'write-excel-file/node';
import type { XlsxSheet } from '../../portfolio/exports/xlsxSheets.ts';

/** The sheets as a workbook for Excel. */
export function xlsxFile(sheets: XlsxSheet[]): Promise<Uint8Array> {
  return writeXlsxFile(sheets).toBuffer();
}
