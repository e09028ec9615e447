import * as z from 'zod/mini';
import { en } from 'zod/locales';
import type { Facts } from '../portfolio/facts/facts.ts';
import { personalSweeper } from '../portfolio/personal.ts';
import type { Portfolio } from '../portfolio/model.ts';
import type { DisplayFormatter } from '../portfolio/displayFormatter.ts';
import type { Figures } from './figures.ts';
import { figuresFor } from './figures.ts';
import type { StatementLibrary } from './statementLibrary.ts';
import { ToolError } from './toolError.ts';

/** A page of rows of which each text is as long as it may be, in characters. */
const LARGEST_ANSWER = 100_000;

/** What a tool works with. */
export interface ToolServices {
  readonly library: StatementLibrary;
  readonly figures: Figures;
  /** What the person said of funds and gifts; null where that cannot be known, as outside the editor. */
  readonly facts: Facts | null;
}

/** What a tool found: plain JSON, and the portfolios it is about. */
export interface Found {
  readonly result: Readonly<Record<string, unknown>>;
  readonly about: readonly Portfolio[];
}

/** A question about statements that were parsed before: it reads, and does nothing else. */
export interface Tool {
  /** Others build on it: it stays. */
  readonly name: string;
  readonly title: string;
  /** For the model. */
  readonly description: string;
  /** JSON schema of the arguments. */
  readonly inputSchema: () => Readonly<Record<string, unknown>>;
  /** @throws ToolError */
  readonly find: (args: unknown, container: ToolServices) => Promise<Found>;
}

/** Makes a tool whose arguments are checked before it sees them. */
export function defineTool<Schema extends z.ZodMiniType>(tool: {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly args: Schema;
  readonly find: (args: z.output<Schema>, container: ToolServices) => Promise<Found>;
}): Tool {
  const { args, find, ...told } = tool;
  return {
    ...told,
    inputSchema: () => {
      const schema = Object.entries(z.toJSONSchema(args, { io: 'input' }));
      // The dialect goes without saying, and the editor's manifest has no place for it.
      return Object.fromEntries(schema.filter(([key]) => key !== '$schema'));
    },
    async find(given, container) {
      const read = args.safeParse(given ?? {}, { error: en().localeError });
      if (!read.success)
        throw new ToolError(`The arguments are not right. ${z.prettifyError(read.error)}`);
      return find(read.data, container);
    },
  };
}

/**
 * Carries out a call.
 * @returns JSON text, with everything personal taken out unless `shown` lets it be seen
 * @throws ToolError
 */
export async function callTool(
  tool: Tool,
  args: unknown,
  { library, shown, facts }: Omit<ToolServices, 'figures'> & { readonly shown: DisplayFormatter },
): Promise<string> {
  const { result, about } = await tool.find(args, { library, facts, figures: figuresFor(shown) });
  // What is not told need not be swept.
  const said = inLimit(JSON.stringify(result));
  if (!shown.anonymous) return said;
  const sweep = personalSweeper(about);
  const swept = JSON.stringify(result, (_, value: unknown) =>
    typeof value === 'string' ? sweep(value) : value,
  );
  return inLimit(swept);
}

/** @throws ToolError where the answer is longer than any of an ordinary statement */
function inLimit(said: string): string {
  if (said.length <= LARGEST_ANSWER) return said;
  throw new ToolError(
    'The answer would be too long. Ask for less: for one holding, one year, or a part of the name.',
  );
}
