import { type Request, type RequestHandler } from 'express';

/** What a call on the connector is about. */
export type CallKind = 'createConversation' | 'post' | 'typing' | 'update' | 'delete' | 'member' | 'team';

/** Counts the bot's calls on the connector by kind, also those that the room then refuses, fails or loses. */
export class Traffic {
  #counts = none();

  get counts(): Readonly<Record<CallKind, number>> {
    return { ...this.#counts };
  }

  reset(): void {
    this.#counts = none();
  }

  readonly handler: RequestHandler = (request, _response, next) => {
    this.#counts[kindOf(request)] += 1;
    next();
  };
}

function none(): Record<CallKind, number> {
  return { createConversation: 0, post: 0, typing: 0, update: 0, delete: 0, member: 0, team: 0 };
}

function kindOf(request: Request): CallKind {
  if (request.method === 'PUT') return 'update';
  if (request.method === 'DELETE') return 'delete';
  if (request.method === 'POST') {
    if (!request.path.includes('/activities')) return 'createConversation';
    const body: unknown = request.body;
    return typeof body === 'object' && body !== null && 'type' in body && body.type === 'typing' ? 'typing' : 'post';
  }
  return request.path.startsWith('/teams') ? 'team' : 'member';
}
