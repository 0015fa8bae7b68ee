import { openCard } from '../../cards/open-card.ts';
import { openFor } from '../../services/domain/overview/open-for.ts';
import { readOpen } from '../../services/flows/read-open.ts';
import { attachCard } from '../answer.ts';
import { type Typing } from '../typed-command.ts';

/** What is open for who asks. */
export async function showOpen({ parts: { world, words, links }, context, by }: Typing): Promise<void> {
  const [entries, linkTo] = [await readOpen(world), await links()];
  await context.sendActivity(attachCard(openCard(openFor(by, entries), world.clock.now(), linkTo, words)));
}
