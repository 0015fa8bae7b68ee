import { placedAlone, type Publication } from '../services/domain/dialogue/publication.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type AdaptiveCard } from './adaptive-card.ts';
import { buttonsOn } from './buttons.ts';
import { questionLines } from './citizen-words.ts';
import { replyLabel } from './draft-card.ts';
import { holdingLines } from './later-form.ts';
import { type Line, line, subtleLine, textLines } from './lines.ts';
import { networkName } from './network-name.ts';
import { pauseText } from './pause-text.ts';
import { replyCard, revealButton } from './reply-card.ts';
import { type Words } from './words.ts';

/** A frozen text on its way. As long as nothing was sent it can be held back; an answer that got lost is looked up. */
export function placingCard(
  view: DialogueView,
  publication: Publication,
  generation: number,
  words: Words,
): AdaptiveCard {
  const button = buttonsOn(view, 'work', generation, words);
  const network = networkName(view.dialogue, words);
  const unclear = publication.attempt !== null && publication.attempt.unclear !== null;
  return replyCard(view, words, {
    head: head(publication, network, words),
    style: unclear ? 'warning' : 'default',
    notes: [
      ...(unclear ? [line(words.say('placing.unclear.do'))] : []),
      ...(waitsForPause(publication) ? [line(pauseText(publication.held, words))] : []),
      ...(publication.attempt === null && publication.held === undefined && publication.placeAt > publication.dueAt
        ? [line(words.say('placing.postponed', { network }))]
        : []),
    ],
    question: questionLines(view, words),
    textLabel: replyLabel(view, words),
    text: textLines(publication.text, { size: 'Medium' }),
    footnotes: [...holdingLines(publication.holds, view, words), aboutPublication(publication, words)],
    actions: [...(publication.attempt === null ? [button('stop')] : []), ...revealButton(view, button)],
  });
}

type HeldPublication = Publication & { readonly held: NonNullable<Publication['held']> };

function waitsForPause(publication: Publication): publication is HeldPublication {
  return publication.attempt === null && publication.held !== undefined;
}

function head(publication: Publication, network: string, words: Words): string {
  const { attempt, placeAt } = publication;
  if (waitsForPause(publication)) return words.say('placing.held');
  if (attempt === null) return words.say('placing.head', { time: words.exactTime(placeAt) });
  if (attempt.unclear === null) return words.say('placing.now');
  return words.say('placing.unclear', { network, time: words.exactTime(attempt.lookAt) });
}

function aboutPublication(publication: Publication, words: Words): Line {
  const { account, submittedBy, approvedBy } = publication;
  return subtleLine(
    [
      ...(account === '' ? [] : [words.say('reply.account', { account })]),
      words.say('reply.writer', { name: submittedBy.name }),
      ...(placedAlone(publication) ? [] : [words.say('reply.approver', { name: approvedBy.name })]),
    ].join(' · '),
  );
}
