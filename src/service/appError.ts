/**
 * What can go wrong between a PDF and its portfolio, told apart as far as the user's next step differs.
 * `views/problems/` has the sentence and the buttons for each.
 */
export type AppErrorKind =
  // before anything is sent
  | 'fileMissing'
  | 'fileUnreadable'
  | 'fileEmpty'
  | 'fileNotPdf'
  | 'fileTooLarge'
  | 'addressInvalid'
  | 'keyNotKept'
  | 'circuitOpen'
  | 'keyMissing'
  | 'keyMalformed'
  | 'secretsLocked'
  | 'journalNotWritten'
  | 'keptUnreadable'
  | 'keptElsewhere'
  // the service answered, and refused
  | 'passwordWrong'
  | 'passwordOrFileWrong'
  | 'fileRefused'
  | 'notStatement'
  | 'pdfNotReceived'
  | 'keyRefused'
  | 'newKeyRefused'
  | 'tokenInvalid'
  | 'creditsUsedUp'
  | 'planLacksFeature'
  | 'rateLimited'
  | 'notPermitted'
  | 'budgetUsedUp'
  | 'payloadTooLarge'
  | 'refused'
  // another system than CAS Parser: the team's gateway, SmartExtract
  | 'signInExpired'
  | 'signInRefused'
  | 'signInDenied'
  | 'signInForeign'
  | 'scopeMissing'
  | 'notThroughGateway'
  | 'notHandedOut'
  | 'apiKeyDisabled'
  | 'lockedForSmartExtract'
  | 'notForSmartExtract'
  | 'notLookedThrough'
  | 'sheetOfHoldings'
  // another server answered than the one that was meant
  | 'addressMoved'
  | 'addressWrong'
  // the service answered, and the answer is of no use
  | 'serviceDown'
  | 'answerNotJson'
  | 'answerUnknown'
  | 'answerCutOff'
  // no answer
  | 'nameNotFound'
  | 'connectionRefused'
  | 'connectionLost'
  | 'tlsRefused'
  | 'proxyRefused'
  | 'timeout'
  | 'answerLost'
  | 'cancelled'
  // a bug of ours, in the middle of a batch
  | 'unexpected';

export interface AppErrorDetails {
  readonly httpStatus?: number | undefined;
  /** `X-Request-ID` of the answer, or the one we sent when no answer came. */
  readonly requestId?: string | undefined;
  /** The service's own words, already free of secrets. Hostile until shown as text. */
  readonly serviceSays?: string | undefined;
  /** The system's code (ENOTFOUND, CERT_HAS_EXPIRED, ...), for the log and the sentence. */
  readonly code?: string | undefined;
  /** Environment variable that names the proxy it is about, where no setting does. */
  readonly variable?: string | undefined;
  /** Host of the system it is about, where that is not CAS Parser. */
  readonly host?: string | undefined;
  /** Origin that a redirect leads to. Hostile until shown as text. */
  readonly movedTo?: string | undefined;
  /** Seconds the service asked to wait. */
  readonly retryAfter?: number | undefined;
  /** A limit that may be that of the credits and not of the requests. */
  readonly overQuota?: true | undefined;
  /** When requests are sent again, in milliseconds since the epoch, after several failed in a row. */
  readonly retryAt?: number | undefined;
  /** False only where it is certain that the service did not process the request. */
  readonly mayBeBilled?: boolean | undefined;
  /** The request was sent, and the service's usage log says that it was not charged. */
  readonly lookedUp?: true | undefined;
  /** The whole answer when it may have been paid for: shown on demand, never logged. */
  readonly answer?: string | undefined;
}

/** An expected failure. Carries no key, password or file content in `message`. */
export class AppError extends Error {
  readonly kind: AppErrorKind;
  readonly details: AppErrorDetails;

  constructor(kind: AppErrorKind, facts: AppErrorDetails = {}) {
    super(kind);
    this.name = 'AppError';
    this.kind = kind;
    this.details = facts;
  }
}

/** True for a failure of one of the given kinds (all kinds when none is given). */
export function isAppError(error: unknown, ...kinds: AppErrorKind[]): error is AppError {
  return error instanceof AppError && (kinds.length === 0 || kinds.includes(error.kind));
}
