/** One request of the account, as the service's usage log lists it. What is `undefined` the log does not say. */
export interface UsageRequest {
  /** The `X-Request-ID` that it was sent with, or the service's own. */
  readonly requestId: string;
  /** The service's own name of what was used, such as `smart_parser`. */
  readonly feature: string | undefined;
  readonly path: string | undefined;
  /** HTTP status of the answer. */
  readonly status: number | undefined;
  /** May be a fraction (0.2, 0.25, 0.5). */
  readonly credits: number | undefined;
  /** Milliseconds since the epoch by the service's clock, in whole seconds. */
  readonly at: number | undefined;
}

/** What `POST /v1/usage` answers about a period. */
export interface UsageList {
  /** Newest first. */
  readonly requests: readonly UsageRequest[];
  /** How many entries the list had: some may make no sense and be missing from `requests`. */
  readonly sent: number;
}

/** What the service itself adds up for a period. */
export interface UsageSummary {
  /** Credits. */
  readonly totalCredits: number;
  readonly totalRequests: number;
  readonly byFeature: readonly {
    readonly feature: string;
    readonly credits: number;
    readonly requests: number;
  }[];
}

/** The two answers of the service about one period. */
export interface UsageReport extends UsageList {
  readonly summary: UsageSummary;
}

/** `POST /v1/usage` lists no more than this, whatever is asked. */
export const MOST_LISTED = 500;

/** Whether older requests of the period may be missing from the list. */
export function isCutOff({ sent, summary }: UsageReport): boolean {
  return sent >= MOST_LISTED && summary.totalRequests !== sent;
}

/** When the oldest listed request was made, in milliseconds since the epoch; undefined for none. */
export function oldestListed(requests: readonly UsageRequest[]): number | undefined {
  const times = requests.map(({ at }) => at).filter((at) => at !== undefined);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** A request that the service refused or could not carry out. */
export function hasFailed({ status }: UsageRequest): boolean {
  return status !== undefined && status >= 400;
}

/** How much the list leaves unsaid, as numbers of requests. */
export interface ListGaps {
  /** Entries that make no sense. */
  readonly leftOut: number;
  /** In no sum. */
  readonly withoutCredits: number;
  /** In no day. */
  readonly withoutTime: number;
}

/** What is missing from a list besides what was cut off. */
export function listGaps({ requests, sent }: UsageList): ListGaps {
  return {
    leftOut: sent - requests.length,
    withoutCredits: requests.filter(({ credits }) => credits === undefined).length,
    withoutTime: requests.filter(({ at }) => at === undefined).length,
  };
}
