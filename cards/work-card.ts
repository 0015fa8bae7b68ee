import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { workForm } from '../services/domain/dialogue/work-form.ts';
import { type AdaptiveCard } from './adaptive-card.ts';
import { draftCard } from './draft-card.ts';
import { endedCard } from './ended-card.ts';
import { hitchCard } from './hitch-card.ts';
import { placingCard } from './placing-card.ts';
import { receiptCard } from './receipt-card.ts';
import { type Words } from './words.ts';
import { writingCard } from './writing-card.ts';

/** The message in the thread in which the work is done: one message through its whole life, drawn as what it is now. */
export function workCard(view: DialogueView, generation: number, words: Words): AdaptiveCard {
  const { stage, receipts } = view.dialogue;
  const form = workForm(view.dialogue, generation);
  if (form === 'writing') return writingCard(view, generation, words);
  if (form === 'draft') return draftCard(view, generation, words);
  if (form === 'hitch' && stage.name === 'drafted' && stage.hitch) {
    return hitchCard(view, stage.hitch, generation, words);
  }
  if (form === 'placing' && stage.name === 'approved') {
    return placingCard(view, stage.publication, generation, words);
  }
  const receipt = receipts.findLast((one) => one.generation === generation);
  if (form === 'receipt' && receipt) return receiptCard(view, receipt, generation, words);
  return endedCard(view, generation, words);
}
