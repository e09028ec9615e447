/**
 * The names under which a plan's parsers are listed (`enabled_features` of `/v1/credits`): the specification has `smart_parser` and
 * one for each kind of statement, the quickstart page the kinds alone.
 */
const PARSER = /^((smart|[a-z_]*cas)_parser|cdsl|nsdl|cams|kfintech|cams_kfintech)$/i;

/** True when a plan with these features parses statements. */
export function parsesStatements(features: readonly string[]): boolean {
  return features.some((feature) => PARSER.test(feature.trim()));
}
