import { searchCard } from '../../cards/search-card.ts';
import { attachCard } from '../answer.ts';
import { type Typing } from '../typed-command.ts';

/** Dialogues with these words. Only for the team: who is not in it never gets here. */
export async function showFound({ parts: { finder, words, links }, context, rest }: Typing): Promise<void> {
  const [found, linkTo] = [await finder.find(rest), await links()];
  await context.sendActivity(attachCard(searchCard(rest, found, linkTo, words)));
}
