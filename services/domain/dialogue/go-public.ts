import { happen, refuse } from './decision.ts';
import { channelsOf } from './choose-channel.ts';
import { type Dialogue } from './dialogue.ts';
import { type Facts } from './facts.ts';
import { type Decision, type DialogueEvent, type PersonCommand } from './messages.ts';
import { type Hitch } from './publication.ts';

/** Whether a private message that came back has the way on of an invitation in public: they take none of ours, and may write first. */
export function mayGoPublic(dialogue: Dialogue, { why, reason }: Hitch): boolean {
  return why === 'refused' && reason === 'dm-refused' && channelsOf(dialogue).includes('public');
}

/** The invitation is written down to be looked at, never placed by this click; the private words are kept apart. */
export function decideGoPublic(
  dialogue: Dialogue,
  { by, invitation }: Extract<PersonCommand, { type: 'goPublic' }>,
  { at }: Facts,
): Decision {
  const { stage, concept } = dialogue;
  if (stage.name !== 'drafted' || stage.hitch === null || !mayGoPublic(dialogue, stage.hitch))
    return refuse({ code: 'not-now', stage: stage.name });
  if (invitation === null) return refuse({ code: 'no-invitation' });
  const apart: readonly DialogueEvent[] = concept === null ? [] : [{ type: 'keptApart', concept }];
  return happen(...apart, {
    type: 'wentPublic',
    concept: { text: invitation, writer: { name: by.name, email: by.email }, at },
  });
}
