/**
 * Text from a file name or from the service, for a notification. Notifications turn `[text](link)` into links, even into
 * links that run commands, so that shape is broken; invisible characters go, because they can reorder what is read.
 */
export function plainText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, '').replaceAll('](', '] (');
}
