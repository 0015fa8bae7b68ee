import { mayPlaceByHand, someMayReply } from '../services/domain/dialogue/by-hand.ts';
import { type Hitch } from '../services/domain/dialogue/publication.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { MANUAL } from '../services/domain/post.ts';
import { type CardAction } from './adaptive-card.ts';
import { type ButtonMaker, foldOut, linkButton } from './buttons.ts';
import { type Line, line, run } from './lines.ts';
import { byHandKey, networkName } from './network-name.ts';
import { INPUTS } from './verbs.ts';
import { type Words } from './words.ts';

/** UTF-16 units; browsers, proxies and the X app take so much. Only rows of long emoji come over it. */
const LONGEST_ADDRESS = 2_000;

/** X's own page with the reply filled in, for a person to look at and to send. A text that does not fit is left out. */
export function intentAddress(inReplyTo: string, text: string): string {
  const address = (fields: Record<string, string>): string =>
    // The X app shows a plus as a plus; a real one is %2B by then.
    `https://x.com/intent/post?${new URLSearchParams(fields).toString().replaceAll('+', '%20')}`;
  const whole = address({ in_reply_to: inReplyTo, text });
  return whole.length > LONGEST_ADDRESS ? address({ in_reply_to: inReplyTo }) : whole;
}

/**
 * The way on by hand: the page of the network with exactly the words that were said yes to, and the form that takes the
 * link of what was placed. Words that changed since have no page: they need a yes first.
 */
export function byHandActions(
  view: DialogueView,
  hitch: Hitch,
  button: ButtonMaker,
  words: Words,
): readonly CardAction[] {
  if (!mayPlaceByHand(hitch)) return [];
  const network = networkName(view.dialogue, words);
  const report = button('reportPlaced', { data: { hash: hitch.hash } });
  if (hitch.why === 'unsure')
    return [
      ...conversationButton(view, words),
      { ...report, title: words.say('button.wasSent'), associatedInputs: 'none' },
    ];
  const title = words.say('button.reportPlaced');
  const link = {
    type: 'Input.Text',
    id: INPUTS.reportPlaced,
    ...(view.dialogue.network === MANUAL
      ? { label: words.say('input.placed.manual') }
      : {
          label: words.say('input.placed', { network }),
          isRequired: true,
          errorMessage: words.say('input.placed.error'),
        }),
  };
  return [
    ...(hasPage(view, hitch)
      ? [
          {
            type: 'Action.OpenUrl',
            title: words.say('button.placeYourself', { network }),
            url: intentAddress(hitch.inReplyTo ?? '', view.signed),
          } as const,
        ]
      : []),
    foldOut(title, [link], [report]),
  ];
}

/** Known before anyone writes: a person will have to place it, and may find that even that is not allowed. */
export function byHandLines({ dialogue, onlyByHand }: DialogueView, words: Words): readonly Line[] {
  if (!onlyByHand) return [];
  const network = networkName(dialogue, words);
  return [
    line(words.say(byHandKey(dialogue, 'writing.byHand'), { network })),
    ...(someMayReply(dialogue) ? [line(words.say('writing.someMayReply', { network }))] : []),
  ];
}

/** Asked beforehand: the browser may be signed in as somebody else. */
export function signedInLines(view: DialogueView, hitch: Hitch, words: Words): readonly Line[] {
  const { account } = view.dialogue;
  if (!mayPlaceByHand(hitch) || account === null || !hasPage(view, hitch)) return [];
  return [
    line(
      run(words.say('hitch.signedIn', { account }), { weight: 'Bolder' }),
      ` ${words.say('hitch.signedIn.look', { network: networkName(view.dialogue, words) })}`,
    ),
  ];
}

/** X's documented page for writing to somebody: it opens the conversation with them. */
function conversationButton({ dialogue }: DialogueView, words: Words): readonly CardAction[] {
  const { network, citizen } = dialogue;
  if (network !== 'x' || !/^\d{1,20}$/.test(citizen.id)) return [];
  const url = `https://x.com/messages/compose?recipient_id=${citizen.id}`;
  return linkButton(url, words.say('button.viewReply', { network: words.label('network', network) }));
}

function hasPage({ dialogue, hash }: DialogueView, { why, inReplyTo, hash: frozen }: Hitch): boolean {
  return dialogue.network === 'x' && hash === frozen && why !== 'unsure' && /^\d{1,20}$/.test(inReplyTo ?? '');
}
