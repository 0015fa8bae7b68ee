import { z } from 'zod/v4';

/** Media fields to ask X for. */
export const MEDIA_FIELDS = 'alt_text,preview_image_url,type,url';

/** A photo, or the still of a video. */
export interface WireMedia {
  readonly key: string;
  /** https, as small as X has it. */
  readonly url: string;
  readonly alt: string | null;
}

const media = z.object({
  media_key: z.string(),
  url: z.string().optional(),
  preview_image_url: z.string().optional(),
  alt_text: z.string().optional(),
});

/** Reads one medium; null when there is nothing to see, or when it does not come from X's own picture servers over https. */
export function readWireMedia(raw: unknown): WireMedia | null {
  const { success, data } = media.safeParse(raw);
  const address = success ? (data.url ?? data.preview_image_url ?? '') : '';
  if (!success || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' || !/(^|\.)twimg\.com$/.test(url.hostname)) return null;
  url.searchParams.set('name', 'small');
  return { key: data.media_key, url: url.href, alt: data.alt_text ?? null };
}
