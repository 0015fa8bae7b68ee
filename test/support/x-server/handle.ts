import { type OutgoingHttpHeaders } from 'node:http';
import { type Clock } from '../../../services/ports/clock.ts';
import { type Bill } from './bill.ts';
import { endpointOf, ENDPOINTS, type Settings } from './endpoints.ts';
import { faultAnswer, type Faults, type XFault } from './faults.ts';
import { type Limits } from './limits.ts';
import { DETAILS, problem, type ServerAnswer } from './problems.ts';

/** What X calls the permission of a token, in the header `x-access-level`. */
export type Permission = 'read' | 'read-write' | 'read-write-directmessages';

/** One request as it came in. */
export interface XCall {
  readonly endpoint: string;
  /** The account of ours that signed it; null when nobody we know did. */
  readonly account: string | null;
  readonly query: Readonly<Record<string, string>>;
}

export interface XRequest {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
  readonly account: string | null;
}

/** What X does about a request. `fault`: what is to go wrong with the answer on its way. */
export interface Handled {
  readonly answer: ServerAnswer;
  readonly headers: OutgoingHttpHeaders;
  readonly fault: XFault | null;
}

interface Parts {
  readonly settings: Settings;
  readonly bill: Bill;
  readonly calls: XCall[];
  readonly clock: Clock;
  readonly faults: Faults;
  readonly limits: Limits;
  readonly limitHeaders: boolean;
  levelOf(account: string): Permission;
  check(endpoint: string, done: ServerAnswer): void;
}

/** The endpoint by name, and `METHOD /path?query`. */
export function namesOf({ method, url }: Pick<XRequest, 'method' | 'url'>): readonly [endpoint: string, line: string] {
  const line = `${method} ${url.pathname}`;
  return [endpointOf(method, url.pathname)?.endpoint ?? line, `${line}${url.search}`];
}

/** What stands between the line and the endpoints: who asks and may they, the limits, the bill, and what is to go wrong. */
export function createHandling(parts: Parts): (request: XRequest) => Handled {
  const { settings, bill, calls, clock, faults, limits } = parts;
  return ({ method, url, body, account }) => {
    const found = endpointOf(method, url.pathname);
    const [endpoint, line] = namesOf({ method, url });
    calls.push({ endpoint, account, query: Object.fromEntries(url.searchParams) });
    const fault = faults.take(endpoint, line, account);
    if (fault?.kind === 'cut-before') return { answer: problem(503), headers: {}, fault };
    const planned = fault === null ? null : faultAnswer(fault, Math.floor(clock.now() / 1000));
    const instead = planned !== null && fault?.after !== true ? planned : null;
    const mayNot = account !== null && parts.levelOf(account) === 'read' && method !== 'GET';
    const refused =
      instead ??
      (found === null
        ? problem(404)
        : account === null
          ? problem(401)
          : mayNot
            ? problem(403, DETAILS.noPermission)
            : null);
    const counted = refused === null ? limits.count(endpoint, account!) : { headers: {}, refusal: null };
    const asked = { handle: account ?? '', id: found?.id ?? '', query: url.searchParams, body };
    const done = refused ?? counted.refusal ?? ENDPOINTS[endpoint]!(asked, settings);
    if (found !== null) bill.charge(endpoint, asked, done);
    if (found !== null && planned === null) parts.check(endpoint, done);
    const level = account === null ? {} : { 'x-access-level': parts.levelOf(account) };
    return {
      answer: planned ?? done,
      headers: { ...level, ...(parts.limitHeaders ? counted.headers : {}) },
      fault,
    };
  };
}
