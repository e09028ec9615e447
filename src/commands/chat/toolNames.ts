/** The tools that models can use in the editor's chat; `package.json` describes them. Others build on the names: they stay. */
export const chatToolNames = [
  'casparser_list_statements',
  'casparser_holdings',
  'casparser_transactions',
  'casparser_allocation',
  'casparser_gains',
  'casparser_compare',
  'casparser_parse_statement',
] as const;

export type ChatToolName = (typeof chatToolNames)[number];
