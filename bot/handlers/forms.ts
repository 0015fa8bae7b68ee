import { type TurnContext } from 'botbuilder';
import { type AdaptiveCard } from '../../cards/adaptive-card.ts';
import {
  emptyNewPost,
  newPostAdded,
  newPostForm,
  newPostUsedBefore,
  wrongFieldSentence,
} from '../../cards/new-post-form.ts';
import { LONGEST_OWN, ownPostBegun, ownPostForm, ownPostUsedBefore, placeValue } from '../../cards/own-post-form.ts';
import { withNotice } from '../../cards/notice.ts';
import { refusalSentence } from '../../cards/refusal.ts';
import { type FormVerb } from '../../cards/verbs.ts';
import { type Words } from '../../cards/words.ts';
import { hasRole, type Member } from '../../services/domain/people.ts';
import { addPost } from '../../services/flows/add-post.ts';
import { countRefusal } from '../../services/flows/count-refusal.ts';
import { beginOwnPost, ownPlaces } from '../../services/flows/begin-own-post.ts';
import { type World } from '../../services/flows/world.ts';
import { answerCard, answerSentence, attachCard } from '../answer.ts';
import { NEW_POST, OWN_POST_FORM } from '../commands.ts';
import { operationOf } from '../turn.ts';
import { type Typing } from '../typed-command.ts';
import { type HandlerParts } from './dialogue-actions.ts';
import { turnAway } from './turn-away.ts';

/** Somebody typed that something must be made: the form for it, where it was typed. A message that comes twice is one form. */
export function formFor(verb: FormVerb): (typing: Typing) => Promise<void> {
  return (typing) => offerForm(typing, verb);
}

async function offerForm({ parts: { world, words }, context, by }: Typing, verb: FormVerb): Promise<void> {
  const { texts, clock } = world;
  if (!hasRole(by, 'webcare')) {
    await context.sendActivity(refusalSentence({ code: 'no-role', role: 'webcare' }, words, clock.now()));
    return;
  }
  const form = texts.fingerprint(`form:${operationOf(context.activity)}`);
  const card = DRAW[verb](world, form, words);
  await context.sendActivity(card === null ? words.say('own.nowhere') : attachCard(card));
}

/** The empty forms; null: there is nothing to choose from. */
const DRAW: Readonly<Record<FormVerb, (world: World, form: string, words: Words) => AdaptiveCard | null>> = {
  addPost: ({ clock, settings }, form, words) =>
    newPostForm(form, emptyNewPost(clock.now(), words), settings.municipalities, words),
  beginOwn: (world, form, words) => {
    const places = ownPlaces(world);
    const [first] = places;
    return first === undefined ? null : ownPostForm(form, { place: placeValue(first), text: '' }, places, words);
  },
};

const HANDLE = { addPost: handleNewPost, beginOwn: handleOwnPost } as const satisfies Record<FormVerb, FormHandler>;
type FormHandler = (parts: HandlerParts, context: TurnContext, by: Member, data: unknown) => Promise<void>;

/** A form comes back filled in. */
export async function handleForm(
  parts: HandlerParts,
  context: TurnContext,
  verb: FormVerb,
  data: unknown,
): Promise<void> {
  const { world, words, people } = parts;
  const member = await people.memberOf(context);
  if (member === null) return turnAway({ world, words }, context, 'unknown-person');
  if (!hasRole(member, 'webcare')) {
    countRefusal(world, 'no-role');
    return answerSentence(context, refusalSentence({ code: 'no-role', role: 'webcare' }, words, world.clock.now()));
  }
  await HANDLE[verb](parts, context, member, data);
}

async function handleNewPost(
  { world, words }: HandlerParts,
  context: TurnContext,
  by: Member,
  data: unknown,
): Promise<void> {
  const read = NEW_POST.safeParse(data);
  if (!read.success) return turnAway({ world, words }, context, 'unreadable-form');
  const { form, ...fields } = read.data;
  const { settings, calendar } = world;
  const at = calendar.localMoment(fields.day, fields.time);
  const municipality = settings.municipalities.find(({ id }) => id === fields.municipality)?.id ?? null;
  const added = await addPost(world, form, { ...fields, via: fields.where, at, municipality }, by);
  if (added === 'added') return replaceForm(world, context, newPostAdded(fields, words));
  // The message itself was or is being replaced by the click that made it.
  if (added === 'used-before') return answerCard(context, newPostUsedBefore(words));
  const sentence = wrongFieldSentence(added, words);
  // A text that is too long for a card stays where it was typed.
  if (added === 'long-text') return answerSentence(context, sentence);
  await answerCard(context, withNotice(newPostForm(form, fields, settings.municipalities, words), sentence));
}

async function handleOwnPost(
  { world, words }: HandlerParts,
  context: TurnContext,
  by: Member,
  data: unknown,
): Promise<void> {
  const read = OWN_POST_FORM.safeParse(data);
  const places = ownPlaces(world);
  const place = read.success ? places.find((one) => placeValue(one) === read.data.place) : undefined;
  if (!read.success || place === undefined) return turnAway({ world, words }, context, 'unreadable-form');
  const { form, text } = read.data;
  if (text.length > LONGEST_OWN) return answerSentence(context, words.say('own.tooLong', { limit: LONGEST_OWN }));
  const begun = await beginOwnPost(world, form, place, text, by);
  if (begun === 'begun') return replaceForm(world, context, ownPostBegun(place, words));
  if (begun === 'used-before') return answerCard(context, ownPostUsedBefore(words));
  const sentence =
    begun.code === 'empty' ? words.say('own.text.error') : refusalSentence(begun, words, world.clock.now());
  await answerCard(context, withNotice(ownPostForm(form, read.data, places, words), sentence));
}

/** For who clicked at once, and then for everybody who sees the message. */
async function replaceForm({ log }: World, context: TurnContext, card: AdaptiveCard): Promise<void> {
  await answerCard(context, card);
  const { replyToId } = context.activity;
  if (replyToId === undefined) return;
  await context.updateActivity({ ...attachCard(card), id: replyToId }).catch((fault: unknown) => {
    log.warn('a form that was used still stands in the channel', { fault });
  });
}
