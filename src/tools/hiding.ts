/** What models are not told: who and which account it is; amounts and units too; or nothing. */
export const HIDINGS = ['identity', 'everything', 'nothing'] as const;
export type Hiding = (typeof HIDINGS)[number];

export function isHiding(text: unknown): text is Hiding {
  return HIDINGS.some((hiding) => hiding === text);
}
