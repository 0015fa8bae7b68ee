import { type PersonalMessage } from '../services/domain/personal-message.ts';
import { linkButton } from './buttons.ts';
import { mainPost, signedPost } from './citizen-words.ts';
import { type DrawnMessage } from './drawn-message.ts';
import { textLines } from './lines.ts';
import { literal, plainInMarkdown } from './literal-text.ts';
import { fallbackText, matterInTown } from './matter.ts';
import { render } from './render.ts';
import { type Words } from './words.ts';

/** To somebody of a department that takes a matter over: what it is, in the citizen's words, from whom, and by when. */
export function departmentMessage(
  { view, organisation }: Extract<PersonalMessage, { kind: 'passed-on' }>,
  words: Words,
): DrawnMessage {
  const { mode, passedOn } = view.dialogue;
  const { by, department, due, remark } = passedOn ?? { by: { name: '' }, department: '', due: null, remark: '' };
  const about = matterInTown(view, words);
  const values = {
    organisation: plainInMarkdown(organisation),
    by: plainInMarkdown(by.name),
    department: plainInMarkdown(department),
    matter: plainInMarkdown(about),
  };
  return {
    text: [
      ...(mode === 'practice' ? [`${words.say('practice.banner')}.`] : []),
      words.say('department.told', values),
      ...(due === null ? [] : [words.say('department.due', { moment: words.moment(due, view.at) })]),
    ].join(' '),
    card: render('news', {
      lang: words.language,
      fallback: fallbackText(view, words),
      sections: [
        {
          label: words.say('standBy.said'),
          lines: signedPost(view, words),
        },
        ...(remark === ''
          ? []
          : [{ label: words.say('news.remark', { by: by.name }), lines: textLines(literal(remark)) }]),
      ],
      actions: linkButton(mainPost(view)?.link ?? null, words.say('button.viewPost')),
    }),
    summary: '',
  };
}
