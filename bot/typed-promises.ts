import { type PersonCommand } from '../services/domain/dialogue/messages.ts';
import { readHandOver } from '../services/domain/dialogue/handing-over/departments.ts';
import { type World } from '../services/flows/world.ts';

type Typed<Type extends PersonCommand['type']> = Omit<Extract<PersonCommand, { type: Type }>, 'by'>;

/** `overdragen els.prins@… Zij kent hem.`, `overdragen burgerzaken Gaat over een paspoort.` */
export function handOverTyped(rest: string, { settings }: World): Typed<'handOver'> {
  return { type: 'handOver', ...readHandOver(rest, settings), text: '' };
}

/** `terugkomen vr 14:00 Is de lamp gemaakt?`: the moment, and what it is about. */
export function comeBackTyped(rest: string, { calendar, clock }: World): Typed<'comeBack'> {
  const read = calendar.momentIn(rest, clock.now());
  return { type: 'comeBack', at: read?.at ?? null, note: read?.rest ?? '', text: '' };
}
