/** View types of the panels that a restart of the editor opens again. */
export const FAMILY_PANEL = 'casParser.family';
export const COMPARISON_PANEL = 'casParser.comparison';
