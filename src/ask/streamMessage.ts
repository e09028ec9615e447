import * as z from 'zod/mini';

/** What comes while an answer streams in. */
const streamMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('token'), content: z.string() }),
  z.looseObject({ type: z.literal('done') }),
  z.looseObject({ type: z.literal('error') }),
]);

export type StreamMessage = z.infer<typeof streamMessage>;

/** One message of the stream; undefined for one that is not known and may be left out. */
export function readStreamMessage(text: string): StreamMessage | undefined {
  try {
    return streamMessage.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
