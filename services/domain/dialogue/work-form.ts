import { type Dialogue } from './dialogue.ts';

/**
 * What the work message shows, through its whole life. `writing` alone has fields that somebody types in; it changes
 * only by a click on it.
 */
export type WorkForm = 'writing' | 'draft' | 'hitch' | 'placing' | 'receipt' | 'ended';

/** The form of the newest work message; null when there is none. Older generations are always `ended`. */
export function workForm(dialogue: Dialogue): WorkForm | null {
  if (dialogue.work.generation === 0) return null;
  switch (dialogue.stage.name) {
    case 'claimed':
      return 'writing';
    case 'drafted':
      return dialogue.stage.hitch === null ? 'draft' : 'hitch';
    case 'approved':
      return 'placing';
    case 'answered':
      return 'receipt';
    case 'waiting':
    case 'closed':
    case 'setAside':
      return dialogue.receipts.length > 0 ? 'receipt' : 'ended';
  }
}
