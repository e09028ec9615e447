type Listener = (event: { readonly data: unknown }) => void;

/**
 * Enough of a MessagePort for pdf.js to talk to its other half in the same thread. Its own way of doing that copies every
 * glyph of every page with `structuredClone`; here messages are handed over as they are.
 */
export class LocalPort {
  private readonly listeners = new Set<Listener>();
  private other: LocalPort | null = null;

  static pair(): readonly [LocalPort, LocalPort] {
    const one = new LocalPort();
    const two = new LocalPort();
    one.other = two;
    two.other = one;
    return [one, two];
  }

  postMessage(data: unknown): void {
    const { other } = this;
    const message = withOwnLists(data);
    queueMicrotask(() => {
      for (const listener of other?.listeners ?? []) listener({ data: message });
    });
  }

  addEventListener(_type: string, listener: Listener, options?: { signal?: AbortSignal }): void {
    this.listeners.add(listener);
    options?.signal?.addEventListener('abort', () => this.listeners.delete(listener));
  }

  removeEventListener(_type: string, listener: Listener): void {
    this.listeners.delete(listener);
  }

  terminate(): void {
    this.listeners.clear();
  }
}

interface OperatorChunk {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** pdf.js empties the lists of a chunk as soon as it has posted it, to use them again. */
function withOwnLists(message: unknown): unknown {
  const chunk: unknown = isObject(message) ? message.chunk : null;
  if (!isObject(message) || !isObject(chunk) || !isOperatorChunk(chunk)) return message;
  return {
    ...message,
    chunk: { ...chunk, fnArray: [...chunk.fnArray], argsArray: [...chunk.argsArray] },
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isOperatorChunk(chunk: object): chunk is OperatorChunk {
  return 'fnArray' in chunk && Array.isArray(chunk.fnArray) && 'argsArray' in chunk;
}
