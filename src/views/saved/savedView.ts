/** The id of the view of saved portfolios in the Explorer. */
export const SAVED_VIEW = 'casParser.portfolios';
