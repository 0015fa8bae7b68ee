import { type Activity, ActivityTypes } from 'botbuilder';
import { type Words } from '../cards/words.ts';
import { Fault } from '../services/ports/fault.ts';
import { type Log } from '../services/ports/log.ts';
import { type Connector } from './connector.ts';
import { type FileAnswer, fileMessage, uploadFile } from './file-consent.ts';

export interface FileDeliveryParts {
  readonly connector: Connector;
  readonly words: Words;
  readonly local: boolean;
  readonly log: Log;
}

/**
 * Brings files that somebody said yes to, beside the turn: Teams waits 10 to 15 s for the answer to a click, and a file of
 * a year may take longer. What comes of it is told in the chat.
 */
export class FileDelivery {
  private readonly parts: FileDeliveryParts;
  private readonly running = new Set<Promise<void>>();

  constructor(parts: FileDeliveryParts) {
    this.parts = parts;
  }

  /** The offer gives way to the file, or to a sentence. `make` is called once. */
  begin(activity: Activity, { uploadInfo }: FileAnswer, make: () => Promise<Uint8Array>): void {
    const { serviceUrl, conversation, replyToId } = activity;
    const delivery = this.deliver(uploadInfo, make).then(async (message) => {
      const { connector } = this.parts;
      if (replyToId !== undefined) await connector.remove(serviceUrl, conversation.id, replyToId);
      await connector.send(serviceUrl, conversation.id, message);
    });
    const tracked = delivery
      .catch((fault: unknown) => {
        this.parts.log.error('what became of a file could not be told', { fault });
      })
      .finally(() => this.running.delete(tracked));
    this.running.add(tracked);
  }

  /** Ends when no file is under way. */
  async finished(): Promise<void> {
    await Promise.all(this.running);
  }

  private async deliver(upload: FileAnswer['uploadInfo'], make: () => Promise<Uint8Array>): Promise<Partial<Activity>> {
    const { words, local, log } = this.parts;
    try {
      if (upload === undefined) throw new Fault('teams', 'Teams named no place for the file');
      await uploadFile(upload.uploadUrl, await make(), local);
      return fileMessage(upload);
    } catch (fault) {
      log.warn('a file was not delivered', { fault });
      const why = fault instanceof Fault && fault.source === 'tables' ? 'export.failed.tables' : 'export.failed.teams';
      return { type: ActivityTypes.Message, text: words.say(why) };
    }
  }
}
