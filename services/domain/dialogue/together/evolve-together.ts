import { type Dialogue, samePerson } from '../dialogue.ts';
import { type Happened } from '../messages.ts';
import { NOTES_KEPT } from './together.ts';

/** null: the event is about something else. */
export function applyTogether(d: Dialogue, event: Happened): Dialogue | null {
  if (event.type === 'acquainted') return { ...d, earlier: { all: event.all, thisMonth: event.thisMonth } };
  if (event.type === 'praisePassed') {
    const { at, by, department, people } = event;
    return { ...d, praise: { at, by, department, people, reach: null } };
  }
  if (event.type === 'praiseTold') {
    return d.praise === undefined ? d : { ...d, praise: { ...d.praise, reach: event.reach } };
  }
  if (event.type !== 'noted') return null;
  const { at, by, note: text } = event;
  return { ...d, notes: [...(d.notes ?? []), { at, by, text }].slice(-NOTES_KEPT) };
}

/**
 * Remembers what the words of a concept were before somebody else changed them, or before they were changed while waiting
 * for a yes: who reads the text can then see what became different.
 */
export function withRewritten(before: Dialogue, after: Dialogue, { type }: Happened): Dialogue {
  const [was, is] = [before.concept, after.concept];
  const { rewritten, ...rest } = after;
  if (is === null || is.text === rewritten?.before) return rest;
  const changed = was !== null && was.text !== '' && was.text !== is.text;
  if (!changed || (samePerson(was.writer, is.writer) && type !== 'amended')) return after;
  return { ...after, rewritten: { before: was.text, writer: was.writer } };
}
