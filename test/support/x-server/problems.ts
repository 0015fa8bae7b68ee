import { type OutgoingHttpHeaders } from 'node:http';

/** What the server sends back. */
export interface ServerAnswer {
  readonly status: number;
  /** A string is sent as HTML, anything else as JSON. */
  readonly body: unknown;
  readonly headers?: OutgoingHttpHeaders;
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** The sentences of X that tell its refusals apart; X gives no code with them. */
export const DETAILS = {
  notSummoned:
    'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.',
  repliesClosed: 'You are not permitted to reply to this conversation.',
  duplicate: 'You are not allowed to create a Tweet with duplicate content.',
  deleted: 'You attempted to reply to a Tweet that is deleted or not visible to you.',
  suspended: 'Your account is suspended and is not permitted to access this feature.',
  noPermission: 'Your client app is not configured with the appropriate oauth1 app permissions for this endpoint.',
  noPrivate: 'You do not have permission to DM one or more participants.',
  tooLong:
    'Your Tweet text is too long. For more information on how Twitter determines text length see https://github.com/twitter/twitter-text.',
  notYours: 'You are not authorized to delete this Tweet.',
} as const;

/** A problem in X's usual shape (`application/problem+json`). */
export function problem(status: number, detail?: string, type = 'about:blank'): ServerAnswer {
  const title = TITLES[status] ?? 'Error';
  return { status, body: { title, status, type, detail: detail ?? title } };
}

/** 400 with the list of what is wrong, as X gives it for parameters. */
export function invalid(parameter: string, value: string, message: string): ServerAnswer {
  const body = {
    errors: [{ parameters: { [parameter]: [value] }, message }],
    title: 'Invalid Request',
    detail: 'One or more parameters to your request was invalid.',
    type: 'https://api.x.com/2/problems/invalid-request',
  };
  return { status: 400, body };
}

/** 402: the prepaid credits are gone. */
export function noCredits(): ServerAnswer {
  const detail = 'Your enrolled account does not have any credits to fulfill this request.';
  return { status: 402, body: { title: 'CreditsDepleted', detail, type: 'https://api.x.com/2/problems/credits' } };
}

/** 429 for the monthly cap: in the same status as a rate limit, and waiting does not help. */
export function usageCapped(): ServerAnswer {
  const body = {
    title: 'UsageCapExceeded',
    detail: 'Usage cap exceeded: Monthly product cap',
    type: 'https://api.x.com/2/problems/usage-capped',
  };
  return { status: 429, body };
}
