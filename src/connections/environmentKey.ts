/** The documentation's name and the SDKs' name; the first that is set wins. */
export const keyVariables = ['CASPARSER_API_KEY', 'CAS_PARSER_API_KEY'] as const;

export interface NamedKey {
  readonly variable: string;
  readonly key: string;
}

/** The API key among a set of variables, if there is one. @param names the variables that are looked at, in this order */
export function keyAmong(
  variables: Readonly<Record<string, string | undefined>>,
  names: readonly string[] = keyVariables,
): NamedKey | undefined {
  for (const variable of names) {
    const key = variables[variable]?.trim();
    if (key) return { variable, key };
  }
  return undefined;
}
