import { type RequestHandler } from 'express';

const POLICY = [
  "default-src 'self'",
  // Pictures in cards are read by the browser itself, as Teams does.
  "img-src 'self' https: data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Refuses who comes in under another host name (a page elsewhere that points its own name at this machine), and sets the page's policy. */
export const guard: RequestHandler = (request, response, next) => {
  if (!['127.0.0.1', 'localhost'].includes(request.hostname)) {
    response.status(403).json({ error: 'The Teams room is for this machine only' });
    return;
  }
  response.set({
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  next();
};
