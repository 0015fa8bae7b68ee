import { type Dialogue, holderOf } from '../services/domain/dialogue/dialogue.ts';
import { type PassedOn } from '../services/domain/dialogue/handing-over/passes-on.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { byHandKey, networkName, ownKey } from './network-name.ts';
import { type Words } from './words.ts';

/** Where the dialogue stands and who has it since when, in words; without the due time. */
export function statusInWords({ dialogue, at }: DialogueView, words: Words): string {
  const { stage } = dialogue;
  switch (stage.name) {
    case 'waiting':
      return stage.had === null ? words.say('status.new') : words.say('status.back', { name: stage.had.name });
    case 'claimed':
      return words.say('status.claimed', { name: stage.by.name, moment: words.moment(stage.since, at) });
    case 'drafted': {
      const { name } = stage.by;
      if (stage.hitch === null) {
        return words.say('status.drafted', { name, moment: words.moment(stage.since, at) });
      }
      if (stage.hitch.why === 'by-hand')
        return words.say(byHandKey(dialogue, 'status.byHand'), { name, network: networkName(dialogue, words) });
      if (stage.hitch.why === 'unsure') return words.say('status.unsure', { name });
      return words.say(stage.hitch.why === 'stopped' ? 'status.stopped' : 'status.hitch', { name });
    }
    case 'approved': {
      const { attempt, held } = stage.publication;
      const status = { name: stage.by.name };
      return attempt === null && held !== undefined
        ? words.say('status.held', { ...status, who: held.by.name, moment: words.moment(held.since, at) })
        : words.say('status.approved', status);
    }
    case 'answered':
      return [
        answered(dialogue, words.moment(stage.at, at), words),
        words.say('status.answered.closes', { when: words.when(stage.closesAt, at) }),
      ].join(' · ');
    case 'closed': {
      if (dialogue.passedOn !== undefined && stage.outcome === 'handed-over')
        return passedOnInWords(dialogue.passedOn, words.moment(stage.at, at), words);
      const outcome = dialogue.own ? words.say('outcome.replied.own') : words.label('outcome', stage.outcome);
      const rest = { moment: words.moment(stage.at, at), outcome };
      return stage.by === null
        ? words.say('status.closed.itself', rest)
        : words.say('status.closed', { ...rest, name: stage.by.name });
    }
    case 'setAside':
      return words.say(ownKey(dialogue, 'status.setAside'), {
        reason: stage.reason,
        name: stage.by.name,
        moment: words.moment(stage.at, at),
      });
  }
}

/** To which department, on what number, and whether it knows. */
function passedOnInWords({ by, department, phone, state, told }: PassedOn, moment: string, words: Words): string {
  const status = words.say('status.passedOn', { moment, name: by.name, department });
  const who = told?.name ?? '';
  return [
    phone === null ? status : `${status} (${phone})`,
    ...(state === 'telling' ? [] : [words.say(`status.passedOn.${state}`, { who })]),
  ].join(' · ');
}

/** What somebody says to have placed, and nobody saw, is not told as a fact. */
function answered({ receipts, stage, network, posts, own }: Dialogue, moment: string, words: Words): string {
  const newest = posts.findLast(({ from }) => from === 'us');
  if (newest?.outside) return words.say('status.outside', { network: words.label('network', network), moment });
  const word = receipts.at(-1)?.byHand;
  return word?.checked === false
    ? words.say('status.reported', { name: word.by.name, moment })
    : words.say(ownKey({ own }, 'status.answered'), { name: holderOf(stage)?.name ?? '', moment });
}
