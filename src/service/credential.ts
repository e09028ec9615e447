/** A key and the only origin it may be sent to. */
export interface Credential {
  readonly key: string;
  readonly origin: string;
  /** Names the account. The service counts a key and its access tokens together: with the same name, so does the pacer. */
  readonly countedAs?: string | undefined;
  /** The key that an access token was minted from, in whose usage log the token's requests are. */
  readonly mintedFrom?: string | undefined;
  /**
   * How it is presented: in `x-api-key` when left out, in `Authorization` (RFC 6750, RFC 7617), as `?api_key=` where the person says
   * that a WebSocket is opened so, or not at all (`nothing`) to a server that asks for none.
   */
  readonly presentedAs?: 'bearer' | 'basic' | 'query' | 'nothing' | undefined;
  /** Requests an hour that the system documents for it, where it counts by the hour. */
  readonly perHour?: number | undefined;
  /** Requests a minute, where that is not what CAS Parser documents. */
  readonly perMinute?: number | undefined;
}
