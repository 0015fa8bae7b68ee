import { isListed } from '../../services/domain/dialogue/listed/place-in-storm.ts';
import { isShown } from '../../services/flows/show-dialogue.ts';
import { type Outside } from '../support/running-bot.ts';
import { type Laws } from './laws.ts';

/** What else has a say at rest. */
export interface AtRest {
  readonly laws: Laws;
  readonly outside: Outside;
  /** Messages that a person deleted. */
  readonly deletedByPeople: ReadonlySet<string>;
  /** Replies that a person placed on the network. */
  readonly byHand: ReadonlySet<string>;
  /** Posts that the citizen deleted. */
  readonly deletedPosts: ReadonlySet<string>;
  /** How often something went wrong under the telling of a dialogue: so often a line may be there again. */
  readonly disturbed: ReadonlyMap<string, number>;
}

/** What must hold when nobody does anything any more, nothing fails, and there was time to recover. */
export async function checkAtRest(rest: AtRest): Promise<void> {
  const { laws, outside } = rest;
  const { store, network } = outside;
  const where = new Map<string, string[]>();
  const receipts = new Map<string, string>();
  for (const [id, lived] of laws.dialogues) {
    const unsettled = await store.unsettled(id);
    if (unsettled === null) {
      laws.breaks('no dialogue is lost', id);
      continue;
    }
    const { stored, shown } = unsettled;
    const { dialogue } = stored;
    const history = await store.history(id);
    if (history.length !== lived.events.length) laws.breaks('every event is in the history', `${id} at rest`);
    for (const post of dialogue.posts)
      if (post.from === 'citizen') where.set(post.id, [...(where.get(post.id) ?? []), id]);
    for (const { id: receipt } of dialogue.receipts) receipts.set(receipt, id);
    if (dialogue.stage.name === 'approved') laws.breaks('what was said yes to is placed or a person is told', id);
    if (!isShown(unsettled))
      laws.breaks('Teams shows the dialogue as it is', `${id} v${dialogue.version} ${JSON.stringify(shown)}`);
    if (!isListed(dialogue)) isOnOneCard(rest, id, shown.root?.activity);
    isTold(rest, id);
  }
  for (const post of network.posts) {
    const of = where.get(post.id) ?? [];
    if (of.length > 1 || (of.length === 0 && !rest.deletedPosts.has(post.id)))
      laws.breaks('every post is in exactly one dialogue', `${post.id} is in ${of.length}`);
  }
  for (const one of network.placed)
    if (!rest.byHand.has(one.id) && !receipts.has(one.id) && one.privateTo === undefined)
      laws.breaks('what stands on the network has a receipt', `${one.id} ${one.text}`);
  for (const [receipt, dialogue] of receipts)
    if (!receipt.startsWith('gemeld-') && !network.placed.some(({ id }) => id === receipt))
      laws.breaks('a receipt stands on the network', `${receipt} of ${dialogue}`);
  const left = await store.due(outside.clock.now(), 100);
  if (left.length > 0) laws.breaks('it comes to rest', `${left.length} due rows, first of ${left[0]?.dialogue}`);
}

function isOnOneCard({ laws, outside, deletedByPeople }: AtRest, id: string, activity: string | undefined): void {
  const root = outside.channel.messages.find((one) => one.activity === activity);
  if (root === undefined) {
    laws.breaks('every dialogue is on one live card', `${id} has none`);
    return;
  }
  if (root.removed && !deletedByPeople.has(root.activity))
    laws.breaks('every dialogue is on one live card', `${id}: the bot took it away`);
  if (root.views.at(-1)?.dialogue.id !== id)
    laws.breaks('every dialogue is on one live card', `${id}: it shows another`);
}

/** Each line at least once, and once where nothing went wrong. */
function isTold({ laws, outside, disturbed }: AtRest, id: string): void {
  const { promised } = laws.lived(id);
  const told = outside.channel.messages.flatMap(({ announcement, views }) =>
    announcement !== null && views[0]?.dialogue.id === id ? [JSON.stringify(announcement)] : [],
  );
  const often = (all: readonly string[], line: string): number => all.filter((one) => one === line).length;
  let more = 0;
  for (const line of new Set(promised)) {
    if (line.includes('"what":"question-reminder"')) continue;
    const excess = often(told, line) - often(promised, line);
    if (excess < 0) laws.breaks('every line is told', `${id}: ${line}`);
    more += Math.max(0, excess);
  }
  if (more > (disturbed.get(id) ?? 0)) laws.breaks('no line is told twice without a reason', `${id}: ${more} too many`);
  for (const line of told) if (!promised.includes(line)) laws.breaks('only what was decided is told', `${id}: ${line}`);
}
