import * as z from 'zod/mini';

/** One poll of `GET /v1/agent-auth/token/{token}`. Unknown states are kept, so that they can be told. */
export const approvalPoll = z.object({
  status: z.string(),
  api_key: z.optional(z.nullable(z.string())),
  email: z.optional(z.nullable(z.string())),
});

const amount = z.optional(z.nullable(z.number()));
const text = z.optional(z.nullable(z.string()));
const names = z.optional(z.nullable(z.array(z.string())));

/** The answer to `POST /v1/credits`, in the specification's form and in the quickstart page's. */
export const creditsAnswer = z.object({
  used: amount,
  remaining: amount,
  limit: amount,
  is_unlimited: z.optional(z.nullable(z.boolean())),
  resets_at: text,
  reset_date: text,
  enabled_features: names,
  features: names,
});

/** What the documented error bodies have between them; every key may be missing. */
export const problemBody = z.object({
  status: z.optional(z.unknown()),
  code: z.optional(z.unknown()),
  msg: z.optional(z.unknown()),
  message: z.optional(z.unknown()),
  detail: z.optional(z.unknown()),
  error: z.optional(z.unknown()),
});

/** The `detail` of a body that is refused field by field. */
export const problemDetails = z.array(
  z.object({
    loc: z.catch(z.array(z.union([z.string(), z.number()])), []),
    msg: z.string(),
    type: z.optional(z.unknown()),
  }),
);

/** The answer to `POST /v1/usage`; its entries are read one by one, so that an odd one does not hide the rest. */
export const usageAnswer = z.object({ logs: z.array(z.unknown()) });

/** One entry. Whose request it was has to be there; whatever else is not of its kind counts as unsaid. */
export const usageEntry = z.object({
  request_id: z.string(),
  feature: z.catch(text, undefined),
  path: z.catch(text, undefined),
  status_code: z.catch(amount, undefined),
  credits: z.catch(amount, undefined),
  timestamp: z.catch(text, undefined),
});

/** The answer to `POST /v1/usage/summary`. */
export const usageSummaryAnswer = z.object({
  summary: z.object({
    total_credits: z.number(),
    total_requests: z.number(),
    by_feature: z.optional(z.nullable(z.array(z.unknown()))),
  }),
});

export const usageFeature = z.object({
  feature: z.string(),
  credits: z.number(),
  requests: z.number(),
});

/** The answer to `POST /v1/token`. */
export const mintedToken = z.object({
  access_token: z.string().check(z.minLength(1)),
  /** Seconds. */
  expires_in: z.optional(z.nullable(z.number().check(z.positive()))),
});

/** The answer to `POST /v1/token/verify`; `expires_at` is on the documentation's page only. */
export const verifiedToken = z.object({
  valid: z.boolean(),
  masked_api_key: text,
  expires_at: text,
  error: text,
});

/** A gateway's error body: `error` is a code there. */
export const gatewayProblem = z.object({
  error: z.optional(z.string()),
  message: text,
});

/** The answer to a gateway's `GET /v1/auth/verify`. */
export const verifiedSignIn = z.object({
  authenticated: z.boolean(),
  user_id: z.optional(z.nullable(z.union([z.string(), z.number()]))),
  scopes: names,
  expires_at: text,
});

/** The answer to a gateway's login, or to the refresh of one, which may come in OAuth's words. */
export const loginAnswer = z.object({
  token: z.optional(z.nullable(z.string().check(z.minLength(1)))),
  access_token: z.optional(z.nullable(z.string().check(z.minLength(1)))),
  refresh_token: text,
  expires_at: text,
  /** Seconds. */
  expires_in: z.optional(z.nullable(z.number().check(z.positive()))),
});

/** SmartExtract's error bodies: `error` is text, or an object with a message. */
export const smartExtractProblem = z.object({
  error: z.optional(z.union([z.string(), z.object({ message: text })])),
});

/** The answer to SmartExtract's `POST .../auth/token`. */
export const smartExtractSession = z.object({
  data: z.object({ token: z.string().check(z.minLength(1)) }),
});
