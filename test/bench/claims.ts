import { click, send } from './activities.ts';
import { type BenchConnector } from './connector.ts';
import { type Running } from './processes.ts';
import { type Sample, timed } from './sample.ts';

/** One claim of a dialogue that waits, from click to answer. The data is that of the button that the bot drew. */
export async function claimOnce(
  bot: Running,
  connector: BenchConnector,
  root: BenchConnector['roots'][number],
  sample: Sample,
): Promise<void> {
  const activity = click(connector.url, root.thread, 'claim', claimData(root.activity));
  const { ms, result } = await timed(() => send(bot.url, activity));
  const answer = result.body as { type?: string } | null;
  if (result.status !== 200 || answer?.type !== 'application/vnd.microsoft.card.adaptive') {
    throw new Error(`a claim was answered with ${result.status} ${JSON.stringify(result.body).slice(0, 300)}`);
  }
  sample.add(ms);
}

/** The same click to a bot that only echoes. */
export async function echoOnce(
  bot: Running,
  connector: BenchConnector,
  dialogue: string,
  sample: Sample,
): Promise<void> {
  const activity = click(connector.url, '19:webcare@thread.tacv2;messageid=1', 'claim', { dialogue });
  const { ms, result } = await timed(() => send(bot.url, activity));
  if (result.status !== 200) throw new Error(`the echo answered ${result.status}`);
  sample.add(ms);
}

/** The data of the claim button somewhere in a card. */
export function claimData(activity: unknown): { readonly dialogue: string } {
  const found = search(activity);
  if (found === null) throw new Error('a root card without a claim button');
  return found;
}

function search(node: unknown): { readonly dialogue: string } | null {
  if (typeof node !== 'object' || node === null) return null;
  if ('verb' in node && node.verb === 'claim' && 'data' in node) return node.data as { readonly dialogue: string };
  for (const child of Object.values(node)) {
    const found = search(child);
    if (found !== null) return found;
  }
  return null;
}
