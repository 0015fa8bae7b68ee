import { namesDanger } from '../busy/danger.ts';
import { type Instant } from '../instant.ts';
import { type Settings } from '../work-instruction/instruction.ts';
import { type Dialogue } from './dialogue.ts';

/** What goes first when there is much to catch up with: the lower `rank`, and within it the earlier `due`. */
export interface Importance {
  /** 0: danger, or what may not wait for opening time; 1: a complaint, and whatever else needs a second pair of eyes; 2: the rest. */
  readonly rank: 0 | 1 | 2;
  /** Infinity: no answer is due. */
  readonly due: Instant;
}

export function importanceOf(
  { urgent, kind, due }: Dialogue,
  texts: ReadonlyMap<string, string>,
  { instruction }: Settings,
): Importance {
  const rule = instruction.kinds[kind];
  const danger =
    urgent === true ||
    rule?.outsideHours === true ||
    [...texts.values()].some((text) => namesDanger(text, instruction.busy.never));
  return { rank: danger ? 0 : rule?.approval === true ? 1 : 2, due: due ?? Infinity };
}

/** For sorting: what is not known yet comes first, for it was never tried. */
export function byImportance(one: Importance | null, other: Importance | null): number {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null);
  return one.rank - other.rank || Number(one.due > other.due) - Number(one.due < other.due);
}
