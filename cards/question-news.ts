import { type Announcement } from '../services/domain/dialogue/messages.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { plainInMarkdown } from './literal-text.ts';
import { type Words } from './words.ts';

/** A line in the thread about a question to a colleague. `to`: who must read it. The text is markdown to Teams. */
export function questionNews(news: Announcement, view: DialogueView, words: Words, to: string): string {
  const shown = view.questions.find(({ question }) => question.id === news.question);
  const by = plainInMarkdown(shown?.question.by.name ?? '');
  const name = plainInMarkdown(news.by?.name ?? shown?.now.who.name ?? '');
  switch (news.what) {
    case 'question-answered': {
      const answered = plainInMarkdown(shown?.answers.at(-1)?.answer.by.name ?? '');
      return words.say('news.question-answered', { to, name: answered, by });
    }
    case 'question-more-time':
      return words.say('news.question-more-time', {
        to,
        name,
        moment: shown === undefined ? '' : words.moment(shown.now.due, view.at),
      });
    default:
      return shown?.phone == null
        ? words.say('news.question-left-over', { to, name })
        : words.say('news.question-left-over.phone', { to, name, phone: plainInMarkdown(shown.phone) });
  }
}
