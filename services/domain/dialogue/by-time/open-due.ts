import { type Instant } from '../../instant.ts';
import { type Dialogue } from '../dialogue.ts';

/** When an answer is due, of a dialogue that still waits for one. */
export function openDue({ stage, due }: Dialogue): Instant | null {
  return stage.name === 'answered' || stage.name === 'closed' || stage.name === 'setAside' ? null : due;
}
