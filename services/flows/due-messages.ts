import { type Dialogue } from '../domain/dialogue/dialogue.ts';
import { workForm } from '../domain/dialogue/work-form.ts';
import { type Shown, type ShownLine, type ShownWork } from '../ports/dialogue-store.ts';

/** The work messages that are missing or behind, as generation and what stands there now. */
export function dueWork(dialogue: Dialogue, shown: Shown): readonly { generation: number; now: ShownWork | null }[] {
  const current = dialogue.work.generation;
  const newest = shown.work.find(({ generation }) => generation === current) ?? null;
  const behind = newest === null || newest.version < dialogue.work.changedAt;
  // An older message that is being written in stays: somebody may be typing, and a click on it keeps the text. But not
  // with words on it that had to go.
  const older = shown.work.filter(
    (work) =>
      work.generation < current &&
      (work.version < (dialogue.forgotAt ?? 0) ||
        (work.form !== 'writing' &&
          (work.form !== workForm(dialogue, work.generation) || removalMoved(dialogue, work)))),
  );
  return [
    ...older.map((now) => ({ generation: now.generation, now })),
    ...(current > 0 && behind ? [{ generation: current, now: newest }] : []),
  ];
}

/** Lines whose words were edited, or had to go, since they were drawn. */
export function dueLines({ posts, forgotAt = 0 }: Dialogue, { lines = [] }: Shown): readonly ShownLine[] {
  return lines.filter(({ version, announcement }) => {
    const post = posts.find(({ id }) => id === announcement.post);
    const changedAt = Math.max(post?.edited?.version ?? 0, post?.gone === undefined ? 0 : forgotAt);
    return version < changedAt;
  });
}

/** Messages that nobody looks at any more, with words that had to go. */
export function dueLeft({ forgotAt = 0 }: Dialogue, { left = [] }: Shown): NonNullable<Shown['left']> {
  return left.filter(({ version }) => version < forgotAt);
}

function removalMoved(dialogue: Dialogue, work: ShownWork): boolean {
  const receipt = dialogue.receipts.find(({ generation }) => generation === work.generation);
  return receipt?.removal != null && work.version < receipt.removal.changedAt;
}
