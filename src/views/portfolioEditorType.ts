/** View type of the editor for `*.cas.json`; the same as in package.json. */
export const PORTFOLIO_EDITOR = 'casParser.portfolio';
