import { decodeEntities } from './decode-entities.ts';

/**
 * Whether what stands on X is the text that we sent. X puts `@author` in front of a reply, replaces each link by a
 * `https://t.co/…` of its own, normalises to NFC, escapes `& < >` and trims. Any word of ours may be the link that a
 * `t.co` stands for: taking two texts for the same is safer here than placing one twice.
 */
export function sameText(sent: string, onX: string): boolean {
  const pieces = plain(decodeEntities(onX)).split(/https?:\/\/t\.co\/\w+/i);
  return new RegExp(`^${pieces.map(literally).join('\\S+')}$`, 'u').test(plain(sent));
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:@\w{1,15} )+/, '');
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
