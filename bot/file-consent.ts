import { type Activity, ActivityTypes, type Attachment } from 'botbuilder';
import { z } from 'zod';
import { SECOND } from '../services/domain/instant.ts';
import { Fault } from '../services/ports/fault.ts';
import { isTrustedUpload } from './trust.ts';

const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const INFO = 'application/vnd.microsoft.teams.card.file.info';

/** Teams gives up on the answer to a click after 10 to 15 s. */
const UPLOAD_LIMIT = 8 * SECOND;

/** A file that may be put into somebody's OneDrive once they say yes. `size` in bytes. */
export interface OfferedFile {
  readonly name: string;
  readonly description: string;
  readonly size: number;
  /** Comes back with the yes; as everything that a client sends it is believed in nothing. */
  readonly context: object;
}

const answer = z.object({
  action: z.enum(['accept', 'decline']),
  context: z.unknown(),
  uploadInfo: z
    .object({
      uploadUrl: z.string().url(),
      contentUrl: z.string().url(),
      name: z.string(),
      uniqueId: z.string(),
      fileType: z.string(),
    })
    .optional(),
});

/** The yes or no to an offered file. */
export type FileAnswer = z.output<typeof answer>;

/** Teams' own way for a bot to give a file: it is offered, and comes after a yes. In a 1:1 chat only. Source: Learn, "Send and receive files using bot". */
export function offerFile({ name, description, size, context }: OfferedFile): Partial<Activity> {
  const content = { description, sizeInBytes: size, acceptContext: context, declineContext: context };
  return { type: ActivityTypes.Message, attachments: [{ contentType: CONSENT, name, content }] };
}

/** null: it is not what Teams sends. */
export function fileAnswer(value: unknown): FileAnswer | null {
  const read = answer.safeParse(value);
  return read.success ? read.data : null;
}

/** The file as it stands in the chat. */
export function fileMessage({
  contentUrl,
  name,
  uniqueId,
  fileType,
}: NonNullable<FileAnswer['uploadInfo']>): Partial<Activity> {
  const attachment: Attachment = { contentType: INFO, contentUrl, name, content: { uniqueId, fileType } };
  return { type: ActivityTypes.Message, attachments: [attachment] };
}

/**
 * Puts a file where Teams said. Once: a half upload is no file in OneDrive, and who asked can ask again.
 * @throws Fault('teams') when the address is not Microsoft's, or the file was not taken.
 */
export async function uploadFile(url: string, file: Uint8Array, local: boolean): Promise<void> {
  if (!isTrustedUpload(url, local)) throw new Fault('teams', 'The file was to be put where Teams keeps no files');
  const response = await fetch(url, {
    method: 'PUT',
    headers: {
      'content-type': 'application/octet-stream',
      'content-range': `bytes 0-${file.length - 1}/${file.length}`,
    },
    body: file,
    redirect: 'error',
    signal: AbortSignal.timeout(UPLOAD_LIMIT),
  }).catch((cause: unknown) => {
    throw new Fault('teams', 'The file could not be sent to OneDrive', cause);
  });
  await response.body?.cancel();
  if (!response.ok) throw new Fault('teams', `OneDrive did not take the file (${response.status})`);
}
