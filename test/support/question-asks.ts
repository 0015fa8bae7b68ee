import { member, type Name } from './dialogue-facts.ts';
import { type Instant } from '../../services/domain/instant.ts';
import { type Ask } from './given.ts';
import { HOLDING } from './happened.ts';

/** Colleagues of the shipped settings: Esra is the one of Afval en openbare ruimte, Frits of Burgerzaken. */
export const ESRA = { name: 'Esra Yilmaz', email: 'esra.yilmaz@over-gemeenten.example' };
export const FRITS = { name: 'Frits Bakker', email: 'frits.bakker@over-gemeenten.example' };

const ESRA_ASKED = {
  type: 'ask',
  id: 'q1',
  to: ESRA.email,
  department: 'Afval en openbare ruimte',
  question: 'Wanneer wordt het opgehaald?',
  named: false,
} as const;

/** Asks Esra's department, from a card with this concept on it, or typed (null). */
export function askEsra(name: Name, concept: string | null = null, id = 'q1'): Ask {
  return { ...ESRA_ASKED, by: member(name), id, beside: concept === null ? null : { text: concept } };
}

/** The same, with a holding reply that names its moment. */
export function askEsraAndHold(
  name: Name,
  promised: Instant | null,
  holding = HOLDING,
  concept: string | null = '',
  { says = true, seen }: { readonly says?: boolean; readonly seen?: number } = {},
): Ask {
  return ({ version }) => ({
    ...ESRA_ASKED,
    by: member(name),
    beside: concept === null ? null : { text: concept },
    holding: { holding, promised, says, seen: seen ?? version },
  });
}

export function askPerson(name: Name, to: string, question = 'Weet jij dit?', id = 'q1'): Ask {
  return { type: 'ask', by: member(name), id, to, department: null, question, named: false, beside: null };
}

export function withdrawQuestion(name: Name, question = 'q1', concept: string | null = null): Ask {
  const beside = concept === null ? null : { text: concept };
  return { type: 'withdrawQuestion', by: member(name), question, beside };
}

export function recordAnswer(name: Name, answer: string, who = '', concept: string | null = null): Ask {
  const beside = concept === null ? null : { text: concept };
  return { type: 'recordAnswer', by: member(name), question: 'q1', id: 'a1', who, answer, beside };
}

export function intoConcept(name: Name, said: string, text = '', question = 'q1'): Ask {
  return { type: 'intoConcept', by: member(name), question, answer: 'a1', said, text };
}

export function answerQuestion(from: typeof ESRA, answer: string, question = 'q1', id = 'a1'): Ask {
  return { type: 'answerQuestion', from, question, id, answer };
}

export function passOn(from: typeof ESRA, to = '', question = 'q1'): Ask {
  return { type: 'passOn', from, question, to };
}

export function askMoreTime(from: typeof ESRA, question = 'q1'): Ask {
  return { type: 'askMoreTime', from, question };
}
