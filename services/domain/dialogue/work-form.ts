import { type Dialogue } from './dialogue.ts';

/**
 * What a work message shows, through its whole life. `writing` alone has fields that somebody types in; it changes only
 * by a click on it.
 */
export type WorkForm = 'writing' | 'draft' | 'hitch' | 'placing' | 'receipt' | 'ended';

/** The form of one generation's message. An older one that placed something stays the receipt of it. */
export function workForm(dialogue: Dialogue, generation: number = dialogue.work.generation): WorkForm {
  const placed = dialogue.receipts.some((receipt) => receipt.generation === generation);
  return (generation === dialogue.work.generation ? currentForm(dialogue) : null) ?? (placed ? 'receipt' : 'ended');
}

function currentForm({ stage }: Dialogue): WorkForm | null {
  switch (stage.name) {
    case 'claimed':
      return 'writing';
    case 'drafted':
      return stage.hitch === null ? 'draft' : 'hitch';
    case 'approved':
      return 'placing';
    case 'answered':
    case 'waiting':
    case 'closed':
    case 'setAside':
      return null;
  }
}
