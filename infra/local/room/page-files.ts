import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import express, { type RequestHandler, Router } from 'express';

const { resolve } = createRequire(import.meta.url);

/** The page itself and the two libraries it draws cards with, all from this machine. */
export function pageFiles(): Router {
  const routes = Router();
  routes.get('/lib/adaptivecards.js', file(resolve('adaptivecards/dist/adaptivecards.min.js')));
  routes.get('/lib/markdown-it.js', file(resolve('markdown-it/browser')));
  routes.use(express.static(fileURLToPath(new URL('page/', import.meta.url)), { cacheControl: false }));
  return routes;
}

function file(path: string): RequestHandler {
  return (_request, response) => {
    response.sendFile(path, { dotfiles: 'allow' });
  };
}
