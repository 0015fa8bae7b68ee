import { type Announcement } from '../services/domain/dialogue/messages.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type Person } from '../services/domain/people.ts';
import { type AdaptiveCard } from './adaptive-card.ts';
import { dueInWords, endings } from './due.ts';
import { hitchSentence } from './hitch-sentence.ts';
import { plainInMarkdown } from './literal-text.ts';
import { offDuty } from './work-reason.ts';
import { matterInTown } from './matter.ts';
import { byHandKey, networkName, ownKey } from './network-name.ts';
import { newsCard } from './news-card.ts';
import { reminderText } from './reminder-text.ts';
import { questionNews } from './question-news.ts';
import { type Values, type Words } from './words.ts';

/** A new line in the thread. `text` holds `<at>name</at>` for each of `mentions`, for the message's mention entities. */
export interface AnnouncementMessage {
  readonly text: string;
  readonly mentions: readonly Person[];
  /** The words that it is about, literally; null when the line says it all. */
  readonly card: AdaptiveCard | null;
}

/** Who must now do something, and what. The text is markdown to Teams: words of others stand in the card alone. */
export function announcement(news: Announcement, view: DialogueView, words: Words): AnnouncementMessage {
  return {
    text: sentence(news, view, words, words.all(news.to.map(({ name }) => `<at>${name}</at>`))),
    mentions: news.to,
    card: newsCard(news, view, words),
  };
}

function sentence(news: Announcement, view: DialogueView, words: Words, to: string): string {
  const { stage } = view.dialogue;
  const by = plainInMarkdown(news.by?.name ?? '');
  switch (news.what) {
    case 'approval-asked': {
      const { text: due, late } = dueInWords(view, words);
      const about = matterInTown(view, words);
      const values: Values = { to, by, matter: plainInMarkdown(about), due };
      return words.say(
        late || view.dialogue.due === null ? ownKey(view.dialogue, 'news.approval-asked') : 'news.approval-asked.due',
        values,
      );
    }
    case 'taken-over':
      return words.say('news.taken-over', { to, by });
    case 'handed-over':
      return [words.say('news.handed-over', { to, by }), ...offDuty(news.to, view, words)].join(' ');
    case 'department-unreached': {
      const { department = '', phone = null } = view.dialogue.passedOn ?? {};
      const there = plainInMarkdown(phone === null ? department : `${department} (${phone})`);
      return words.say('news.department-unreached', { to, department: there });
    }
    case 'came-back':
      return words.say(stage.name === 'waiting' ? 'news.came-back.open' : 'news.came-back', {
        to,
        by: plainInMarkdown(news.before ?? ''),
      });
    case 'department-took':
      return words.say('news.department-took', { to, by });
    case 'citizen-wrote':
    case 'citizen-edited':
      if (view.posts.some(({ id, gone }) => id === news.post && gone !== undefined))
        return words.say('news.citizen-gone', { to });
      if (stage.name !== 'waiting') return words.say(`news.${news.what}`, { to });
      return stage.had === null
        ? words.say(`news.${news.what}.open`, { to })
        : words.say(`news.${news.what}.back`, { to, had: plainInMarkdown(stage.had.name) });
    case 'citizen-deleted':
      return words.say('news.citizen-deleted', { to, options: endings(view, words) });
    case 'answered-outside':
      return words.say('news.answered-outside', { to, network: words.label('network', view.dialogue.network) });
    case 'amended':
      return stage.name === 'approved' && stage.publication.attempt === null
        ? words.say('news.amended', { to, by, time: words.exactTime(stage.publication.placeAt) })
        : words.say('news.amended.placed', { to, by });
    case 'not-placed':
      // It may have been sent again since: then the card above says more than the reason of that time.
      if (news.by !== null) return words.say('news.stopped', { to, by });
      return stage.name === 'drafted' && stage.hitch !== null
        ? words.say(stage.hitch.why === 'unsure' ? 'news.unsure' : 'news.not-placed', {
            to,
            reason: plainInMarkdown(hitchSentence(stage.hitch, view, words)),
          })
        : words.say('news.not-placed.unknown', { to });
    case 'place-by-hand':
      return words.say(byHandKey(view.dialogue, 'news.place-by-hand'), {
        to,
        by,
        network: networkName(view.dialogue, words),
      });
    case 'claim-reminder':
    case 'claim-expired':
    case 'due-soon':
    case 'due-late':
    case 'stand-by-unreached':
      return reminderText({ ...news, what: news.what }, view, words);
    case 'question-answered':
    case 'question-left-over':
    case 'question-more-time':
    case 'question-reminder':
      return questionNews(news, view, words, to);
    case 'removal-refused':
      return words.say('news.removal-refused', { to, network: networkName(view.dialogue, words) });
  }
}
