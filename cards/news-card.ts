import { type Announcement } from '../services/domain/dialogue/messages.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type AdaptiveCard } from './adaptive-card.ts';
import { linkButton } from './buttons.ts';
import { type NewsModel } from './card-models.ts';
import { postLines, signedLine } from './citizen-words.ts';
import { difference } from './difference.ts';
import { line, shortenedLines, textLines } from './lines.ts';
import { cut, literal } from './literal-text.ts';
import { fallbackText } from './matter.ts';
import { networkName } from './network-name.ts';
import { render } from './render.ts';
import { type Words } from './words.ts';

/** Longer texts than a network takes are cut for comparison. UTF-16 units. */
const COMPARED = 1_500;

/** The words that a line in the thread is about, literally; null when there are none. */
export function newsCard(news: Announcement, view: DialogueView, words: Words): AdaptiveCard | null {
  const network = networkName(view.dialogue, words);
  switch (news.what) {
    case 'citizen-wrote':
    case 'citizen-edited':
    case 'answered-outside': {
      const post = view.posts.find(({ id }) => id === news.post);
      if (post === undefined) return null;
      const lines = [signedLine(view, post, words), ...postLines(post, words)];
      const link = linkButton(post.link, words.say('button.viewPost'));
      return draw(view, words, [{ label: labelOf(news, network, words), lines }], link);
    }
    case 'amended': {
      const { before, after } = difference(cut(news.before ?? '', COMPARED).text, cut(news.after ?? '', COMPARED).text);
      return draw(view, words, [
        { label: words.say('news.was'), lines: [line(...before)] },
        { label: words.say('news.becomes'), lines: [line(...after)] },
      ]);
    }
    case 'handed-over':
    case 'came-back': {
      const said = cut(literal(news.after ?? '').trim(), COMPARED).text;
      const label = news.what === 'came-back' ? 'news.note' : 'news.remark';
      const lines = textLines(said);
      return said === '' ? null : draw(view, words, [{ label: words.say(label, { by: news.by?.name ?? '' }), lines }]);
    }
    case 'not-placed':
    case 'removal-refused': {
      const said = cut(literal(news.after ?? '').trim(), COMPARED).text;
      return said === ''
        ? null
        : draw(view, words, [{ label: words.say('news.said', { network }), lines: [line(said)] }]);
    }
    case 'question-answered': {
      const shown = view.questions.find(({ question }) => question.id === news.question);
      const last = shown?.answers.at(-1);
      if (shown === undefined || last === undefined) return null;
      const lines = shortenedLines(literal(last.text ?? words.say('question.gone')), COMPARED, words);
      const asked = shortenedLines(literal(shown.text ?? words.say('question.gone')), COMPARED / 2, words);
      return draw(view, words, [
        { label: words.say('question.asked'), lines: asked },
        {
          label: words.say('question.answer', {
            name: last.answer.by.name,
            moment: words.moment(last.answer.at, view.at),
          }),
          lines,
        },
      ]);
    }
    case 'question-left-over':
    case 'question-more-time':
    case 'question-reminder':
    case 'citizen-deleted':
    case 'approval-asked':
    case 'place-by-hand':
    case 'taken-over':
    case 'claim-reminder':
    case 'claim-expired':
    case 'due-soon':
    case 'due-late':
    case 'stand-by-unreached':
    case 'department-took':
    case 'department-unreached':
      return null;
  }
}

function labelOf({ what }: Announcement, network: string, words: Words): string {
  if (what === 'answered-outside') return words.say('news.outside', { network });
  return words.say(what === 'citizen-edited' ? 'news.edited' : 'news.wrote');
}

function draw(
  view: DialogueView,
  words: Words,
  sections: NewsModel['sections'],
  actions: NewsModel['actions'] = [],
): AdaptiveCard {
  return render('news', { lang: words.language, fallback: fallbackText(view, words), sections, actions });
}
