/** What a tool cannot do, in words from which a model can tell what to do instead. Holds nothing personal. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
}
