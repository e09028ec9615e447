import * as z from 'zod/mini';
import { parseJson } from '../../service/json.ts';

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
  /** What the component is to work on, once it is ready. */
  | { readonly type: 'request'; readonly request: ComponentRequest }
  /** Whether there is anything to save. */
  | { readonly type: 'hasData' };

/** What a component is asked for: the documentation names the two kinds, and spells out the first one's name only. */
export type ComponentRequest =
  | {
      readonly type: 'sendExtractDocumentRequest';
      /** The file is a data URL. */
      readonly detail: { readonly fileName: string; readonly file: string };
    }
  | {
      readonly type: 'sendEditDataRequest';
      /** As the component gave it. */
      readonly detail: { readonly fileName: string; readonly workbookData: unknown };
    };

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
export type ComponentEvent =
  { readonly name: 'ready' | 'other' } | { readonly name: 'data'; readonly data: SavedInComponent };

/** What the component gives when the person presses its Save. */
export interface SavedInComponent {
  /** The document's data as plain JSON: for others to read. */
  readonly documentData: unknown;
  /** The sheet with its formulas and formats: to be kept as it is, to edit it again. Undefined where the component gives none. */
  readonly workbookData?: unknown;
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

/** Reads a message of the component. Its shape on the wire is documented nowhere, so all usual ones are taken. */
export function readComponentEvent(told: unknown): ComponentEvent {
  const message = typeof told === 'string' ? (parseJson(told) ?? { type: told }) : told;
  const read = named.safeParse(message);
  if (!read.success) return { name: 'other' };
  const { type, event, detail } = read.data;
  const name = [type, event].find((one) => one === 'ready' || one === 'data');
  if (name === 'ready') return { name };
  const { documentData, workbookData } = saved.safeParse(detail ?? message).data ?? {};
  const plain = documentData ?? workbookData ?? (name === 'data' ? detail : undefined);
  if (plain === undefined) return { name: 'other' };
  const data = { documentData: plain, ...(workbookData != null && { workbookData }) };
  return { name: 'data', data };
}
