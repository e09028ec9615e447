import * as z from 'zod/mini';

/** How answers come: as a whole; as they are written, over a WebSocket; or so with the key in its address, for servers that want it there. */
export const ANSWER_WAYS = ['whole', 'stream', 'streamWithKeyInAddress'] as const;

/** A chat service that the person chose and confirmed. */
export const askEndpoint = z.object({
  /** Its base, such as `https://chat.example.com/v1`. */
  url: z.url(),
  answers: z.enum(ANSWER_WAYS),
});

export type AskEndpoint = z.infer<typeof askEndpoint>;
export type AnswerWay = AskEndpoint['answers'];

/** The base of a service as people write it: the version belongs to it. */
export function askBase(url: URL): URL {
  const base = new URL(url);
  base.pathname = base.pathname.replace(/\/+$/u, '') || '/v1';
  return base;
}

/** Signing in to the same service once more replaces what was kept. */
export function askId({ url }: Pick<AskEndpoint, 'url'>): string {
  return `ask ${url}`;
}
