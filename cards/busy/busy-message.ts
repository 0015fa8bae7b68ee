import { type StormMessage } from '../../services/domain/busy/storm-message.ts';
import { type Person } from '../../services/domain/people.ts';
import { type AdaptiveCard } from '../adaptive-card.ts';
import { plainInMarkdown } from '../literal-text.ts';
import { type LinkTo } from '../overview-lines.ts';
import { type Words } from '../words.ts';
import { callCard } from './call-card.ts';
import { manyCard } from './many-card.ts';
import { stormCard } from './storm-card.ts';
import { countsInWords, topicInWords } from './storm-words.ts';
import { topicListCard, unheardCard } from './topic-list-card.ts';

/** A message about a storm. `text` holds `<at>name</at>` for each of `mentions`. */
export interface BusyMessage {
  readonly text: string;
  readonly mentions: readonly Person[];
  /** null: the text says it all. */
  readonly card: AdaptiveCard | null;
  /** For a notification: the matter in a line, without a word of a citizen. */
  readonly summary: string;
}

/** How each message about a storm reads. */
export function busyMessage(message: StormMessage, words: Words, linkTo: LinkTo): BusyMessage {
  switch (message.what) {
    case 'storm':
      return silent(stormCard(message, words, linkTo), words.say('storm.summary'));
    case 'list': {
      const matter = `${topicInWords(message.topic, words)}: ${countsInWords(message.counts, words)}`;
      return silent(topicListCard(message, words, linkTo), matter);
    }
    case 'unheard': {
      const { to } = message;
      const text = to.length === 0 ? '' : words.say('storm.unheard.asks', { to: mentioned(to, words) });
      return {
        text,
        mentions: to,
        card: unheardCard(message, words, linkTo),
        summary: words.say('storm.unheard.title'),
      };
    }
    case 'many':
      return silent(manyCard(message, words), words.say('many.summary'));
    case 'call': {
      const { to, by } = message.call;
      const text = words.say('storm.call.asks', { to: mentioned(to, words), by: plainInMarkdown(by.name) });
      return { text, mentions: to, card: callCard(message, words), summary: words.say('storm.call.title') };
    }
    case 'many-asked': {
      const { to, by, count } = message;
      const values = { to: mentioned(to, words), by: plainInMarkdown(by.name) };
      return { text: words.many('many.asks', count, values), mentions: to, card: null, summary: '' };
    }
  }
}

function silent(card: AdaptiveCard, summary: string): BusyMessage {
  return { text: '', mentions: [], card, summary };
}

function mentioned(people: readonly Person[], words: Words): string {
  return words.all(people.map(({ name }) => `<at>${name}</at>`));
}
