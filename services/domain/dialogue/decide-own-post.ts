import { hasRole } from '../people.ts';
import { happen, NOTHING, refuse } from './decision.ts';
import { asHolder } from './decide-holding.ts';
import { type Dialogue } from './dialogue.ts';
import { type Facts } from './facts.ts';
import { type Decision } from './messages.ts';
import { type WorldCommand } from './world-command.ts';

/** Counted, and nothing more: what was said has a dialogue of its own. Also of a post that was taken away since. */
export function decideReaction({ own }: Dialogue, { handle }: Extract<WorldCommand, { type: 'react' }>): Decision {
  return own === true ? happen({ type: 'reacted', handle }) : NOTHING;
}

/** A new own post: from one of our accounts, held by its writer. A second time it changes nothing. */
export function decideOwnPost(
  dialogue: Dialogue | null,
  command: Extract<WorldCommand, { type: 'begin' }>,
  facts: Facts,
): Decision {
  if (dialogue !== null) return NOTHING;
  const { writer, mode, network } = command;
  if (!hasRole(writer, 'webcare')) return refuse({ code: 'no-role', role: 'webcare' });
  if (mode === 'listening') return refuse({ code: 'listening' });
  const ours = facts.settings.accounts.find(({ handle }) => handle === command.account);
  if (ours === undefined) return refuse({ code: 'no-account' });
  if (command.text.trim() === '') return refuse({ code: 'empty' });
  return happen({
    type: 'begun',
    dialogue: command.dialogue,
    mode,
    network,
    account: ours.handle,
    municipality: ours.municipality,
    by: asHolder(writer),
    concept: { text: command.text.trim(), writer: { name: writer.name, email: writer.email }, at: facts.at },
  });
}
