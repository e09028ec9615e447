import type { MintedToken } from '../service/token.ts';

/** Access tokens made in this window that are still alive: in memory only, to tell the time left. */
export class HandedOutTokens {
  #tokens: readonly MintedToken[] = [];

  add(token: MintedToken): void {
    this.#tokens = [...this.#tokens, token];
  }

  /** Those that live at `now` (milliseconds since the epoch), the one that ends last first. */
  alive(now: number): readonly MintedToken[] {
    this.#tokens = this.#tokens.filter(({ expiresAtMs }) => expiresAtMs > now);
    return [...this.#tokens].sort((one, other) => other.expiresAtMs - one.expiresAtMs);
  }

  forget(): void {
    this.#tokens = [];
  }
}
