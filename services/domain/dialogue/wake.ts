import { type Instant } from '../instant.ts';
import { type Dialogue } from './dialogue.ts';

/**
 * The next moment at which this dialogue needs the bot without anybody clicking; null for never. What must happen then
 * follows from the state, so a lost message loses nothing.
 */
export function nextWake(dialogue: Dialogue): Instant | null {
  const moments = [
    stageWake(dialogue),
    ...dialogue.receipts.map((r) => (r.removal?.state === 'asked' ? r.removal.tryAt : null)),
  ];
  const known = moments.filter((moment) => moment !== null);
  return known.length > 0 ? Math.min(...known) : null;
}

function stageWake({ stage }: Dialogue): Instant | null {
  switch (stage.name) {
    case 'approved':
      return stage.publication.attempt?.lookAt ?? stage.publication.placeAt;
    case 'answered':
      return stage.closesAt;
    case 'waiting':
    case 'claimed':
    case 'drafted':
    case 'closed':
    case 'setAside':
      return null;
  }
}
