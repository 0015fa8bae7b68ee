import { type Dialogue } from './dialogue.ts';
import { type DialogueEvent } from './messages.ts';
import { forgetting, formerText, postOfText, type TextChange } from './post-texts.ts';

/**
 * What a decision changes in the kept words. `brought`: words that came with the command; those of a post that was had
 * already change nothing, unless it was edited, for somebody may be answering the words it had.
 */
export function changedTexts(
  before: { readonly dialogue: Dialogue; readonly texts: ReadonlyMap<string, string> } | null,
  events: readonly DialogueEvent[],
  brought: ReadonlyMap<string, string>,
): TextChange {
  const had = new Set(before?.dialogue.posts.map(({ id }) => id));
  const kept = before?.texts ?? new Map<string, string>();
  const texts = new Map([...brought].filter(([key]) => !had.has(postOfText(key))));
  const forget: string[] = [];
  for (const event of events) {
    if (event.type === 'edited') {
      const words = kept.get(event.post);
      if (words !== undefined) texts.set(formerText(kept, event.post), words);
      for (const [key, now] of brought) if (postOfText(key) === event.post) texts.set(key, now);
    }
    if (event.type === 'postGone') {
      const gone = forgetting(kept, event.post, event.kept);
      for (const [key, rest] of gone.texts) texts.set(key, rest);
      forget.push(...gone.forget);
    }
  }
  return { texts, forget };
}
