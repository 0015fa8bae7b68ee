import { type TurnContext } from 'botbuilder';
import { busyRefusalSentence } from '../../cards/busy/busy-refusal.ts';
import { EVERYWHERE, manyForm, type ManyFormParts, manyFormUsed } from '../../cards/busy/many-form.ts';
import { withNotice } from '../../cards/notice.ts';
import { manyState, NAME } from '../../services/domain/busy/many-text.ts';
import { type Member } from '../../services/domain/people.ts';
import { submitMany, whomFor } from '../../services/flows/busy/write-many.ts';
import { answerCard, answerSentence, attachCard } from '../answer.ts';
import { type BusyClick } from '../busy-clicks.ts';
import { operationOf } from '../turn.ts';
import { type HandlerParts } from './dialogue-actions.ts';
import { turnAway } from './turn-away.ts';

/** Somebody wants to write one text for all that wait on a list: a form, as a message in the thread of the list. */
export async function offerManyForm(
  parts: HandlerParts,
  context: TurnContext,
  by: Member,
  click: BusyClick,
): Promise<void> {
  const { world, words } = parts;
  // A click that comes twice is one form.
  const form = world.texts.fingerprint(`many:${operationOf(context.activity)}`);
  const drawn = await formParts(parts, by, { ...click, form });
  if (drawn.handles.length === 0) return answerSentence(context, refusal(parts, { code: 'many-nobody' }));
  await context.sendActivity(attachCard(manyForm(drawn, words)));
  await answerSentence(context, words.say('busy.done.writeMany'));
}

/** The form comes back. A text that cannot go as it is stays in its field, with the reason above it. */
export async function handleManyForm(
  parts: HandlerParts,
  context: TurnContext,
  by: Member,
  click: BusyClick,
): Promise<void> {
  const { world, words } = parts;
  const { storm, form, manyTemplate, manyTown, topic = null } = click;
  if (form === undefined) return turnAway({ world, words }, context, 'unreadable-form');
  const municipality = world.settings.municipalities.find(({ id }) => id === manyTown)?.id ?? null;
  const wrong = await submitMany(
    world,
    { storm, form, topic, municipality, template: manyTemplate },
    by,
    operationOf(context.activity),
  );
  if (wrong !== null) {
    const card = manyForm(await formParts(parts, by, { ...click, form }), words);
    return answerCard(context, withNotice(card, refusal(parts, wrong)));
  }
  const used = manyFormUsed(topic, words);
  await answerCard(context, used);
  const { replyToId } = context.activity;
  if (replyToId === undefined) return;
  await context.updateActivity({ ...attachCard(used), id: replyToId }).catch((fault: unknown) => {
    world.log.warn('a form that was used still stands in the channel', { fault });
  });
}

async function formParts(
  { world, words }: HandlerParts,
  by: Member,
  { storm, practice, topic = null, form, manyTemplate, manyTown }: BusyClick & { readonly form: string },
): Promise<ManyFormParts> {
  const whom = await whomFor(world, storm, { topic, municipality: null }, by);
  const towns = world.settings.municipalities
    .map(({ id, name }) => ({ id, name, count: whom.filter(({ municipality }) => municipality === id).length }))
    .filter(({ count }) => count > 0);
  const texts = world.team().storms.find(({ id }) => id === storm)?.texts ?? [];
  // What was sent back is where one goes on from.
  const before = texts.findLast((many) => many.topic === topic && manyState(many) === 'sentBack');
  const template =
    manyTemplate === '' ? (before?.template ?? words.say('many.form.start', { name: NAME })) : manyTemplate;
  const handles = whom.map(({ citizen }) => citizen.handle);
  return {
    storm,
    practice,
    form,
    topic,
    handles,
    towns,
    template,
    municipality: manyTown === '' ? EVERYWHERE : manyTown,
  };
}

function refusal({ world, words }: HandlerParts, no: Parameters<typeof busyRefusalSentence>[0]): string {
  return busyRefusalSentence(no, words, world.clock.now());
}
