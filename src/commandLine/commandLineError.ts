/** Something that the caller can mend, said in one sentence. */
export class CommandLineError extends Error {}

/** Says that a script was called wrongly; an empty message stands for nothing asked for. */
export class UsageError extends CommandLineError {}
