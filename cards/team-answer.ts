import { busyRefusalSentence } from './busy/busy-refusal.ts';
import { type Instant } from '../services/domain/instant.ts';
import { type Unread } from '../services/domain/roster/read-roster-request.ts';
import { endOfChange, type RosterChange } from '../services/domain/roster/roster-change.ts';
import { type TeamRefusal } from '../services/domain/team/messages.ts';
import { type PlacingPause } from '../services/domain/team/placing-pause.ts';
import { type Team } from '../services/domain/team/team.ts';
import { type AdaptiveCard } from './adaptive-card.ts';
import { line, run, subtleLine } from './lines.ts';
import { listCard } from './list-card.ts';
import { literalName } from './literal-text.ts';
import { pauseText } from './pause-text.ts';
import { teamButton } from './roster-card.ts';
import { changeText, recordedText } from './roster-change-line.ts';
import { type Words } from './words.ts';

/** What was changed on the roster, what follows from it, and the way back. */
export function rosterAnswer(change: RosterChange, { roster }: Team, now: Instant, words: Words): AdaptiveCard {
  const until = endOfChange(roster, change);
  const away = change.type === 'absence' && change.from <= now;
  return listCard(
    {
      title: words.say('roster.title'),
      lines: [
        line(run(changeText(change, until, now, words), { weight: 'Bolder' })),
        subtleLine(recordedText(change, now, words)),
        ...(away ? [line(words.say('roster.released', { who: change.who.name }))] : []),
      ],
      actions: [teamButton('rosterUndo', words, { change: String(change.id) }), teamButton('rosterShow', words)],
    },
    words,
  );
}

/** That placing stands still, and the button that lifts it; null: that it goes on. */
export function pauseAnswer(pause: PlacingPause | null, words: Words): AdaptiveCard {
  if (pause === null)
    return listCard({ title: words.say('pause.title'), lines: [line(words.say('pause.lifted'))] }, words);
  return listCard(
    {
      title: words.say('pause.title'),
      lines: [line(run(pauseText(pause, words), { weight: 'Bolder' })), line(words.say('pause.what'))],
      actions: [teamButton('resumePlacing', words)],
    },
    words,
  );
}

/** An expected no about the team in one sentence: what happened, who, when, and what you can do now. */
export function teamRefusal(refusal: TeamRefusal | Unread, now: Instant, words: Words): string {
  switch (refusal.code) {
    case 'paused-already':
      return words.say('refusal.paused-already', {
        who: refusal.pause.by.name,
        when: words.when(refusal.pause.since, now),
      });
    case 'absent-already': {
      const { absence } = refusal;
      const change = changeText(absence, refusal.until ?? Infinity, now, words);
      return words.say('refusal.absent-already', { change, by: absence.by.name, when: words.when(absence.at, now) });
    }
    case 'not-absent':
      return words.say('refusal.not-absent', { who: refusal.who.name });
    case 'nothing-to-swap':
      return words.say('refusal.nothing-to-swap', {
        one: refusal.one.name,
        other: refusal.other.name,
        day: words.date(refusal.day, now),
      });
    case 'unknown-person':
    case 'unknown-day':
      return words.say(`refusal.${refusal.code}`, { typed: literalName(refusal.typed) });
    case 'long-agreement':
      return words.many('refusal.long-agreement', refusal.over, { limit: refusal.limit });
    case 'may-not-agree':
    case 'empty-agreement':
    case 'may-not-report':
    case 'report-on-already':
    case 'report-not-on':
    case 'may-not-pause':
    case 'not-paused':
    case 'not-your-roster':
    case 'period-over':
    case 'same-person':
    case 'change-gone':
      return words.say(`refusal.${refusal.code}`);
    default:
      return busyRefusalSentence(refusal, words, now);
  }
}
