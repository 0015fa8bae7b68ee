import { type PersonalMessage } from '../services/domain/personal-message.ts';
import { mainPost, postLines } from './citizen-words.ts';
import { type DrawnMessage } from './drawn-message.ts';
import { plainInMarkdown } from './literal-text.ts';
import { fallbackText } from './matter.ts';
import { render } from './render.ts';
import { type Words } from './words.ts';

/** To who earned it: the citizen's words, masked and without a name, and who passes them on. Nothing is asked of them. */
export function complimentMessage(
  { view, by }: Extract<PersonalMessage, { kind: 'compliment' }>,
  words: Words,
): DrawnMessage {
  const town = view.municipality;
  const practice = view.dialogue.mode === 'practice' ? `${words.say('practice.banner')}. ` : '';
  const name = plainInMarkdown(by.name);
  return {
    text:
      practice +
      (town === null
        ? words.say('passPraise.told', { name })
        : words.say('passPraise.told.town', { name, town: plainInMarkdown(town) })),
    card: render('news', {
      lang: words.language,
      fallback: fallbackText(view, words),
      sections: [{ label: words.say('standBy.said'), lines: postLines(mainPost(view), words) }],
      actions: [],
    }),
    summary: '',
  };
}
