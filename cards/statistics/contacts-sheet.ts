import { type Sheet } from '../../services/domain/figures/book.ts';
import { type ContactRow } from '../../services/domain/figures/contact-rows.ts';
import { type ExportWords, momentCell } from './export-words.ts';
import { nameInWords } from './value-words.ts';

const CONTACT_COLUMNS = [
  ['export.dialogue', 9],
  ['export.contact', 9],
  ['export.municipality', 16],
  ['export.source', 14],
  ['export.asked', 10],
  ['export.kind', 18],
  ['export.topic', 18],
  ['export.postedAt', 17],
  ['export.takenInAt', 17],
  ['export.due', 17],
  ['export.pickedUpAt', 17],
  ['export.firstAt', 17],
  ['export.replyMinutes', 12],
  ['export.answeredAt', 17],
  ['export.way', 16],
  ['export.verdict', 12],
  ['export.promisedAt', 17],
  ['export.promise', 12],
  ['export.ending', 18],
  ['export.reason', 24],
] as const;

/** A row for each contact. */
export function contactsSheet(contacts: readonly ContactRow[], { words, municipalities }: ExportWords): Sheet {
  const nameOf = (id: string | null): string => municipalities.find((one) => one.id === id)?.name ?? id ?? '';
  return {
    name: words.say('export.contacts'),
    columns: CONTACT_COLUMNS.map(([key, width]) => ({ title: words.say(key), width })),
    rows: contacts.map(({ contact, ...row }) => [
      row.dialogue,
      row.number,
      nameOf(row.municipality),
      nameInWords('sources', row.source, words),
      words.say(contact.asked ? 'export.yes' : 'export.no'),
      words.label('kind', contact.kind),
      contact.topic ?? '',
      momentCell(contact.postedAt, words),
      momentCell(contact.takenInAt, words),
      momentCell(contact.due, words),
      momentCell(contact.pickedUpAt, words),
      momentCell(contact.first?.at ?? null, words),
      row.replyMinutes,
      momentCell(contact.answer?.at ?? null, words),
      contact.answer === null ? '' : nameInWords('ways', contact.answer.way, words),
      row.verdict === null ? '' : words.say(`export.verdict.${row.verdict}`),
      momentCell(contact.promisedAt, words),
      row.promise === null ? '' : words.say(`export.promise.${row.promise}`),
      words.say(`export.ending.${contact.ending.how}`),
      reasonOf(contact.ending),
    ]),
  };
}

function reasonOf(ending: ContactRow['contact']['ending']): string {
  if (ending.how === 'aside') return ending.reason;
  return ending.how === 'handedOver' ? ending.department : '';
}
