import { type Dialogue } from '../dialogue.ts';
import { changedWork, newWork } from '../evolve-holding.ts';
import { type Happened } from '../messages.ts';
import { isEnded } from './promise.ts';

/** What promises change; null: the event is about something else, see `withPromises` for what that does to a promise. */
export function applyPromises(d: Dialogue, event: Happened): Dialogue | null {
  switch (event.type) {
    case 'promised':
      return { ...quietly(d), promise: event.promise };
    case 'promiseDropped':
      return { ...quietly(d), promise: null };
    case 'cameBack':
      return comesBack({ ...d, promise: null }, event);
    case 'holdingKept':
      return { ...d, other: event.concept, work: changedWork(d) };
    default:
      return null;
  }
}

/** In a card that is being written in nothing changes under the hands: the root card tells. */
function quietly(d: Dialogue): Dialogue {
  return d.stage.name === 'claimed' ? d : { ...d, work: changedWork(d) };
}

/** Where nobody works in it any more, somebody does again, or it waits for who does. */
function comesBack(d: Dialogue, event: Extract<Happened, { type: 'cameBack' }>): Dialogue {
  if (!isEnded(d)) return quietly(d);
  return event.for === null
    ? { ...d, stage: { name: 'waiting', had: event.had }, work: changedWork(d) }
    : {
        ...d,
        stage: { name: 'claimed', by: event.for, since: event.at, remark: event.promise.note || null },
        work: newWork(d, event.for),
      };
}
