import * as z from 'zod/mini';

/** Which statement. */
export const statementArgument = z
  .string()
  .check(
    z.minLength(1),
    z.maxLength(300),
    z.describe(
      'Id of the statement, from casparser_list_statements; or the file name of its saved portfolio, if the user named one.',
    ),
  );

/** What is typed to find a holding. */
export const queryArgument = z.optional(
  z
    .string()
    .check(
      z.maxLength(100),
      z.describe('Only holdings whose name, issuer or ISIN holds this text, whatever its case.'),
    ),
);

export const dayArgument = (what: string) =>
  z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/u), z.describe(what)));
