import * as z from 'zod/mini';

/** What the host tells the page around the component. */
export type ToComponentPage =
  | {
      readonly type: 'open';
      readonly url: string;
      /** Only messages from here are heard. */
      readonly origin: string;
      readonly fileName: string;
      /** Milliseconds after which a silent component is told about. */
      readonly patience: number;
      readonly words: Readonly<Record<string, string>>;
    }
  /** The document for the component, once it is ready. */
  | { readonly type: 'document'; readonly fileName: string; readonly file: string }
  /** Whether there is anything to save. */
  | { readonly type: 'hasData' };

/** What the page tells the host. `frame` is what the component said, unchecked but for where it came from. */
export type FromComponentPage =
  | { readonly type: 'ready' }
  | { readonly type: 'save' }
  | { readonly type: 'openInBrowser' }
  | { readonly type: 'frame'; readonly message: unknown };

const fromPage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('save') }),
  z.object({ type: z.literal('openInBrowser') }),
  z.object({ type: z.literal('frame'), message: z.unknown() }),
]);

/** Checks what the page sent; `undefined` for anything that is not one of its messages. */
export function readComponentPage(message: unknown): FromComponentPage | undefined {
  return fromPage.safeParse(message).data;
}

/** What a component says: the documented events are `ready` and `data`. */
export interface ComponentEvent {
  readonly name: 'ready' | 'data' | 'other';
  /** The document's data as plain JSON, of `data`. */
  readonly data?: unknown;
}

const named = z.object({
  type: z.optional(z.unknown()),
  event: z.optional(z.unknown()),
  detail: z.optional(z.unknown()),
});
const saved = z.object({
  documentData: z.optional(z.unknown()),
  workbookData: z.optional(z.unknown()),
});

/** Reads a message of the component. Its shape on the wire is documented nowhere, so both usual ones are taken. */
export function readComponentEvent(message: unknown): ComponentEvent {
  const read = named.safeParse(typeof message === 'string' ? { type: message } : message);
  if (!read.success) return { name: 'other' };
  const { type, event, detail } = read.data;
  const name = [type, event].find((one) => one === 'ready' || one === 'data');
  if (name === 'ready') return { name };
  const { documentData, workbookData } = saved.safeParse(detail ?? message).data ?? {};
  const data = documentData ?? workbookData ?? (name === 'data' ? detail : undefined);
  return data === undefined ? { name: 'other' } : { name: 'data', data };
}
