import { type Dialogue, type Holder } from './dialogue.ts';

/** Who must do something with it now; null: nobody has it, or it waits for somebody else. A text that came back is theirs again. */
export function inHandOf({ stage }: Dialogue): Holder | null {
  const theirs = stage.name === 'claimed' || (stage.name === 'drafted' && stage.hitch !== null);
  return theirs ? stage.by : null;
}
