import { setTimeout as wait } from 'node:timers/promises';
import { type RequestHandler } from 'express';
import { z } from 'zod';
import { cut, refusal, send } from './answer.ts';

const pattern = z.string().refine(isPattern, { message: 'is no regular expression' });

/** Rules by which the connector misbehaves; the first rule that fits a call and has `times` left is used. */
export const misbehaviourRules = z.object({
  rules: z.array(
    z
      .object({
        /** `path` is a regular expression on the decoded path; what is left out fits every call. */
        match: z.object({ method: z.string().toUpperCase().optional(), path: pattern.optional() }).strict(),
        /** Answered instead of doing the deed. */
        status: z.number().int().min(400).max(599).optional(),
        /** Seconds, sent as Retry-After along with `status`. */
        retryAfter: z.number().nonnegative().optional(),
        /** Cut the connection before or after the deed. */
        lose: z.enum(['before', 'after']).optional(),
        /** Wait this long first, in ms. */
        delayMs: z.number().nonnegative().max(120_000).optional(),
        /** How many calls this rule is good for. */
        times: z.number().int().positive(),
      })
      .strict(),
  ),
});

type Rule = z.infer<typeof misbehaviourRules>['rules'][number];

/** Makes the connector fail on request: 429 with Retry-After, 5xx, slow answers, answers that never arrive. */
export class Misbehaviour {
  #rules: Rule[] = [];

  /** Replaces all rules; an empty list makes the room well-behaved again. */
  set(rules: readonly Rule[]): void {
    this.#rules = rules.map((rule) => ({ ...rule }));
  }

  /** What is left of the rules. */
  get rules(): readonly Rule[] {
    return this.#rules.filter((rule) => rule.times > 0);
  }

  readonly handler: RequestHandler = async (request, response, next) => {
    const path = decodeURIComponent(request.path);
    const rule = this.#rules.find((candidate) => candidate.times > 0 && fits(candidate, request.method, path));
    if (rule === undefined) {
      next();
      return;
    }
    rule.times -= 1;
    if (rule.delayMs !== undefined) await wait(rule.delayMs);
    if (rule.lose === 'before') {
      cut(response);
      return;
    }
    if (rule.lose === undefined && rule.status !== undefined) {
      if (rule.retryAfter !== undefined) response.set('Retry-After', String(rule.retryAfter));
      send(response, refusal(rule.status, codeOf(rule.status), 'The room was asked to misbehave'));
      return;
    }
    response.locals['lost'] = rule.lose === 'after';
    next();
  };
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}

function fits(rule: Rule, method: string, path: string): boolean {
  const { match } = rule;
  return (match.method ?? method) === method && (match.path === undefined || new RegExp(match.path).test(path));
}

function codeOf(status: number): string {
  if (status === 404) return 'ActivityNotFoundInConversation';
  if (status === 429) return 'TooManyRequests';
  return status === 412 ? 'PreconditionFailed' : 'ServiceError';
}
