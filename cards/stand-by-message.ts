import { type PersonalMessage } from '../services/domain/personal-message.ts';
import { linkButton } from './buttons.ts';
import { mainPost, signedPost } from './citizen-words.ts';
import { dueInWords } from './due.ts';
import { type DrawnMessage } from './drawn-message.ts';
import { plainInMarkdown } from './literal-text.ts';
import { fallbackText, matterInTown } from './matter.ts';
import { type LinkTo } from './overview-lines.ts';
import { render } from './render.ts';
import { type Words } from './words.ts';

/** To who stands by, in their 1:1 chat: what cannot wait, in the citizen's words, by when, and the way to it. */
export function standByMessage(
  { view, thread }: Extract<PersonalMessage, { kind: 'stand-by' }>,
  words: Words,
  linkTo: LinkTo,
): DrawnMessage {
  const about = matterInTown(view, words);
  const { text: due } = dueInWords(view, words);
  const practice = view.dialogue.mode === 'practice' ? `${words.say('practice.banner')}. ` : '';
  return {
    text: practice + words.say('standBy.called', { matter: plainInMarkdown(about), due }),
    card: render('news', {
      lang: words.language,
      fallback: fallbackText(view, words),
      sections: [
        {
          label: words.say('standBy.said'),
          lines: signedPost(view, words),
        },
      ],
      actions: [
        ...linkButton(linkTo(thread), words.say('list.toThread')),
        ...linkButton(mainPost(view)?.link ?? null, words.say('button.viewPost')),
      ],
    }),
    summary: '',
  };
}
