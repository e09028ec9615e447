import { askRows } from './askRows.ts';
import { casParserRows } from './casParserRows.ts';
import { gatewayRows } from './gatewayRows.ts';
import { smartExtractRows } from './smartExtractRows.ts';
import type { SystemRow } from './systemRow.ts';

/** The table of systems, R1 to R11. */
export const allRows: readonly SystemRow[] = [
  ...casParserRows,
  ...smartExtractRows,
  ...gatewayRows,
  ...askRows,
];
