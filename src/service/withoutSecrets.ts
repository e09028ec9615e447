/** Should the service ever repeat what it was sent, the repetition ends here. */
export function withoutSecrets(words: string, secrets: readonly (string | undefined)[]): string {
  const longestFirst = secrets
    .filter((secret): secret is string => secret !== undefined && secret !== '')
    // A secret may begin as another one does.
    .sort((one, other) => other.length - one.length);
  return longestFirst.reduce((text, secret) => text.replaceAll(secret, '***'), words);
}

/** Characters of the service's words that fit a notification. */
const LONGEST_WORDS = 300;

/** The service's own words as they may be told: free of secrets first, so that no half of one is left, then short. */
export function tellableWords(words: string, secrets: readonly (string | undefined)[]): string {
  return withoutSecrets(words, secrets).slice(0, LONGEST_WORDS);
}
