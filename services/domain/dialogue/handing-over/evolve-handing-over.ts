import { type Dialogue } from '../dialogue.ts';
import { changedWork, newWork } from '../evolve-holding.ts';
import { type Happened } from '../messages.ts';

/** Somebody else holds it; null: the event is about something else. A draft stays on its card, a new writer gets a new one. */
export function applyHandingOver(d: Dialogue, event: Happened): Dialogue | null {
  if (event.type !== 'handedOver') return null;
  const { to: by, at: since, remark } = event;
  if (d.stage.name === 'drafted') return { ...d, stage: { ...d.stage, by, since }, work: changedWork(d) };
  return { ...d, stage: { name: 'claimed', by, since, remark: remark || null }, work: newWork(d, by) };
}
