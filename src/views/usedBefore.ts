/** In the editor's memory once a command of ours has been used: whoever never used one is not asked to sign in. */
export const USED_BEFORE = 'casParser.used';
