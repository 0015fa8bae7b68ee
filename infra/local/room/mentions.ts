import { type Account, type Activity } from './activity.ts';

/**
 * What a person typed, as the activity that Teams makes of it: every `@Name` of somebody in `accounts` becomes
 * `<at>Name</at>` with an entity. Longer names win, so that "@Anna de Boer" is not "@Anna".
 */
export function typed(text: string, accounts: readonly Account[]): Activity {
  const byLength = [...accounts].sort((a, b) => b.name.length - a.name.length);
  const names = byLength.map((account) => account.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const mentioned = new Map<string, Account>();
  const marked = text.replace(new RegExp(`@(${names})(?![\\p{L}\\p{N}])`, 'giu'), (whole: string, name: string) => {
    const account = byLength.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
    if (account === undefined) return whole;
    mentioned.set(account.id, account);
    return `<at>${account.name}</at>`;
  });
  const entities = [...mentioned.values()].map((account) => ({
    type: 'mention',
    text: `<at>${account.name}</at>`,
    mentioned: { id: account.id, name: account.name },
  }));
  return { type: 'message', text: marked, textFormat: 'plain', entities };
}

/** Whether an activity mentions this account. */
export function mentions(activity: Activity, account: Account): boolean {
  const entities: unknown = activity['entities'];
  return Array.isArray(entities) && entities.some((entity) => isMentionOf(entity, account.id));
}

function isMentionOf(entity: unknown, id: string): boolean {
  if (typeof entity !== 'object' || entity === null || !('mentioned' in entity)) return false;
  const { mentioned } = entity;
  return typeof mentioned === 'object' && mentioned !== null && 'id' in mentioned && mentioned.id === id;
}
