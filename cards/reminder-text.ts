import { type Announcement } from '../services/domain/dialogue/messages.ts';
import { type Reminder } from '../services/domain/dialogue/by-time/clock-events.ts';
import { clockOf } from '../services/domain/dialogue/by-time/clock.ts';
import { holderOf, samePerson } from '../services/domain/dialogue/dialogue.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { approversInWords } from './approvers.ts';
import { plainInMarkdown } from './literal-text.ts';
import { matter, matterInTown } from './matter.ts';
import { type Words } from './words.ts';

/** What time reminds of, and what to do now. */
export function reminderText(news: Announcement & { what: Reminder }, view: DialogueView, words: Words): string {
  const names = news.to.map(({ name }) => `<at>${name}</at>`);
  const to = words.all(names);
  switch (news.what) {
    case 'claim-reminder':
      return news.until === undefined
        ? words.say('news.claim-reminder.hitch', { to })
        : words.say('news.claim-reminder', { to, when: words.when(news.until, view.at) });
    case 'claim-expired': {
      // The first is who had it.
      const [had = '', ...team] = names;
      const told = words.say('news.claim-expired', { to: had });
      return team.length === 0 ? told : `${told} ${words.say('news.claim-expired.team', { to: words.all(team) })}`;
    }
    case 'stand-by-unreached': {
      const about = plainInMarkdown(matter(view, words));
      const people = clockOf(view.dialogue).standBy?.people ?? [];
      const told =
        people.length === 0
          ? words.say('news.stand-by-nobody', { to, matter: about })
          : words.say('news.stand-by-unreached', {
              to,
              matter: about,
              names: plainInMarkdown(words.all(people.map(({ name }) => name))),
            });
      return `${told} ${ringInWords(view, words) || words.say('ring.nobody')}`;
    }
    case 'due-soon':
    case 'due-late': {
      const { due } = view.dialogue;
      if (due === null) return words.say('news.due-over', { to });
      const about = matterInTown(view, words);
      const moment = words.moment(due, view.at);
      return `${words.say(`news.${news.what}`, { to, moment, matter: plainInMarkdown(about) })} ${whatToDo(news, view, words)}`;
    }
  }
}

/** Whom to ring up and on what number; '' when nobody must be. */
export function ringInWords({ ring }: DialogueView, words: Words): string {
  if (ring.length === 0) return '';
  return words.say('ring', { who: plainInMarkdown(words.either(ring.map(({ name, phone }) => `${name} ${phone}`))) });
}

/** By where the dialogue stands, and whether it is in the hands of who reads this. */
function whatToDo({ to }: Announcement, view: DialogueView, words: Words): string {
  const { stage } = view.dialogue;
  const holder = holderOf(stage);
  if (stage.name === 'drafted' && stage.hitch === null) {
    const theirs = view.approvers.some((member) => to.some((one) => samePerson(one, member)));
    const approvers = theirs ? '' : ` ${plainInMarkdown(approversInWords(view, words))}`;
    return `${words.say('do.approve')}${approvers}`;
  }
  if (stage.name === 'waiting' || holder === null) return words.say('do.claim');
  const alone = to.length === 1 && samePerson(to[0] ?? null, holder);
  return alone ? words.say('do.goOn') : words.say('do.takeOver', { name: plainInMarkdown(holder.name) });
}
