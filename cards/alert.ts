import { type Alert } from '../services/domain/alert.ts';
import { httpsLink } from '../services/domain/link.ts';
import { literalName, plainInMarkdown } from './literal-text.ts';
import { type Key, type Words } from './words.ts';

const CHANNEL = {
  removed: 'bot.channelRemoved',
  deleted: 'bot.channelDeleted',
  renamed: 'bot.channelRenamed',
} as const satisfies Record<string, Key>;

/** An alert as the text of a message: what happened and what to do. It is markdown to Teams. */
export function alertText(alert: Alert, words: Words): string {
  switch (alert.what) {
    case 'gap': {
      const { readFor, from, until } = alert;
      const network = words.label('network', alert.network);
      const between = { network, from: words.moment(from), until: words.moment(until) };
      return readFor.kind === 'mentions'
        ? words.say('alert.gap.mentions', { ...between, account: plainInMarkdown(readFor.account) })
        : words.say('alert.gap.search', { ...between, terms: words.all(readFor.terms.map(plainInMarkdown)) });
    }
    case 'spending': {
      const { percent, month } = alert;
      const network = words.label('network', alert.network);
      return words.say('alert.spending', {
        network,
        month: words.month(month),
        spent: words.dollars(alert.spent),
        monthly: words.dollars(alert.monthly),
        percent,
        next: words.say(`alert.spending.${percent}`, { network }),
      });
    }
    case 'network-down': {
      const { since, refused, who } = alert;
      const network = words.label('network', alert.network);
      const names = who.length === 0 ? words.say('alert.down.anybody') : words.all(who.map(plainInMarkdown));
      return words.say(refused ? 'alert.down.refused' : 'alert.down.silent', {
        network,
        since: words.moment(since),
        who: names,
      });
    }
    case 'nobody-on-duty':
      return words.say('alert.nobody', { from: words.moment(alert.from), until: words.time(alert.until) });
    case 'placing-paused': {
      const { by, reason, since } = alert.pause;
      const why =
        reason === '' ? '' : words.say('alert.paused.reason', { reason: plainInMarkdown(literalName(reason)) });
      return words.say('alert.paused', { who: plainInMarkdown(by.name), when: words.moment(since), why });
    }
    case 'placing-resumed': {
      const { by, pause } = alert;
      const set = { who: plainInMarkdown(pause.by.name), when: words.moment(pause.since) };
      return words.say('alert.resumed', { by: plainInMarkdown(by.name), ...set });
    }
    case 'threat': {
      const { by, at } = alert;
      const network = words.label('network', alert.network);
      const link = httpsLink(alert.link ?? '');
      return [
        words.say('alert.threat', { by: plainInMarkdown(by), moment: words.moment(at), network }),
        ...(link === null ? [] : [`[${words.say('button.viewPost')}](${link})`]),
      ].join(' ');
    }
    case 'channel':
      return words.say(CHANNEL[alert.trouble]);
  }
}
