/** The `code` of a budget that is one of tokens, and new the next day. */
export const TOKENS_OF_DAY = 'tokens of the day';
