import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Router } from 'express';
import express from 'express';

/** Where the bot is to put a file that somebody said yes to, as Teams tells it: `fileConsent/invoke`. */
export interface UploadInfo {
  readonly contentUrl: string;
  readonly name: string;
  readonly uploadUrl: string;
  readonly uniqueId: string;
  readonly fileType: string;
}

const LARGEST = '50mb';

/** The stand-in for somebody's OneDrive: takes the files that were offered, and gives them back to who opens them. */
export class RoomFiles {
  readonly #folder: string | null;
  readonly #kept = new Map<string, Buffer>();
  readonly #offered = new Set<string>();

  /** `folder`: where files outlive the room; null keeps them in memory only. */
  constructor(folder: string | null) {
    this.#folder = folder === null ? null : join(folder, 'files');
  }

  /** A place for one file, whose address nobody can guess. */
  offer(name: string, roomUrl: string): UploadInfo {
    const uniqueId = randomUUID();
    this.#offered.add(uniqueId);
    const url = `${roomUrl}/files/${uniqueId}/${encodeURIComponent(basename(name))}`;
    return { contentUrl: url, uploadUrl: url, name, uniqueId, fileType: name.split('.').at(-1) ?? '' };
  }

  get routes(): Router {
    const routes = express.Router();
    routes.put('/:id/:name', express.raw({ type: () => true, limit: LARGEST }), (request, response) => {
      const { id } = request.params;
      const body: unknown = request.body;
      // OneDrive's upload session wants to be told which bytes of how many these are.
      const range = Buffer.isBuffer(body) ? `bytes 0-${body.length - 1}/${body.length}` : '';
      if (!this.#offered.has(id)) response.status(404).json({ error: 'No file is expected here' });
      else if (request.get('content-range') !== range)
        response.status(400).json({ error: `Content-Range must be "${range}"` });
      else {
        this.#offered.delete(id);
        this.#keep(id, body as Buffer);
        response.status(201).json({ id });
      }
    });
    routes.get('/:id/:name', (request, response) => {
      const { id, name } = request.params;
      const file = this.#find(id);
      if (file === null) response.status(404).json({ error: 'There is no such file' });
      else response.attachment(name).type('application/octet-stream').send(file);
    });
    return routes;
  }

  #keep(id: string, file: Buffer): void {
    this.#kept.set(id, file);
    if (this.#folder === null) return;
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(join(this.#folder, id), file);
  }

  #find(id: string): Buffer | null {
    const kept = this.#kept.get(id);
    if (kept !== undefined || this.#folder === null || !/^[\da-f-]{36}$/.test(id)) return kept ?? null;
    try {
      return readFileSync(join(this.#folder, id));
    } catch {
      return null;
    }
  }
}
