import { type PersonCommand } from '../services/domain/dialogue/messages.ts';
import { type World } from '../services/flows/world.ts';

type Typed<Type extends PersonCommand['type']> = Omit<Extract<PersonCommand, { type: Type }>, 'by'>;

/** `overdragen els.prins@… Zij kent hem.`: the first word names the colleague, the rest is the remark. */
export function handOverTyped(rest: string): Typed<'handOver'> {
  const [, to = '', remark = ''] = /^(\S*)\s*(.*)$/s.exec(rest) ?? [];
  return { type: 'handOver', to, remark, text: '' };
}

/** `terugkomen vr 14:00 Is de lamp gemaakt?`: the moment, and what it is about. */
export function comeBackTyped(rest: string, { calendar, clock }: World): Typed<'comeBack'> {
  const read = calendar.momentIn(rest, clock.now());
  return { type: 'comeBack', at: read?.at ?? null, note: read?.rest ?? '', text: '' };
}
