import { type Dialogue } from '../domain/dialogue/dialogue.ts';
import { type WorldCommand } from '../domain/dialogue/world-command.ts';
import { type RemoveOutcome } from '../ports/network.ts';
import { type Acted, actOnDialogue } from './act-on-dialogue.ts';
import { type World } from './world.ts';

/** Takes a placed reply off the network when that was asked for; asking twice is harmless. null: nothing to do now. */
export async function removeReply(world: World, dialogue: Dialogue): Promise<Acted | null> {
  const now = world.clock.now();
  const receipt = dialogue.receipts.find(({ removal }) => removal?.state === 'asked' && removal.tryAt <= now);
  if (receipt === undefined) return null;
  const network = world.networks.get(dialogue.network);
  const outcome: RemoveOutcome = network
    ? await network.remove(receipt.account, receipt.id)
    : { outcome: 'refused', reason: 'other', detail: `no connection to "${dialogue.network}" is set up` };
  return actOnDialogue(world, dialogue.id, commandOf(receipt.id, outcome));
}

function commandOf(receipt: string, outcome: RemoveOutcome): WorldCommand {
  switch (outcome.outcome) {
    case 'removed':
    case 'absent':
      return { type: 'removed', receipt };
    case 'refused':
      return { type: 'removalRefused', receipt, detail: outcome.detail };
    case 'later':
      return { type: 'removalPostponed', receipt, until: outcome.at };
  }
}
