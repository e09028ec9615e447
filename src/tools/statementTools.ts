import { allocation } from './allocation.ts';
import { compare } from './compare.ts';
import { gains } from './gains.ts';
import { holdings } from './holdings.ts';
import { listStatements } from './listStatements.ts';
import type { Tool } from './tool.ts';
import { transactions } from './transactions.ts';

/** The questions about parsed statements that models can ask: in the editor's chat and over MCP the same. */
export const statementTools: readonly Tool[] = [
  listStatements,
  holdings,
  transactions,
  allocation,
  gains,
  compare,
];
