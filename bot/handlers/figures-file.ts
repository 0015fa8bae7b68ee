import { type Activity, type TurnContext } from 'botbuilder';
import { exportBook } from '../../cards/statistics/export-book.ts';
import { periodTitle } from '../../cards/statistics/period-title.ts';
import { type FilesVerb } from '../../cards/statistics/stats-verbs.ts';
import { type Book } from '../../services/domain/figures/book.ts';
import { totalOf } from '../../services/domain/figures/counts.ts';
import { periodCode } from '../../services/domain/figures/period-code.ts';
import { type FiguresRequest } from '../../services/domain/figures/read-request.ts';
import { type Report } from '../../services/domain/figures/report.ts';
import { sightOf } from '../../services/domain/figures/who-sees.ts';
import { exportFigures } from '../../services/flows/export-figures.ts';
import { reportFigures } from '../../services/flows/report-figures.ts';
import { type FileWriter } from '../../services/ports/file-writer.ts';
import { answerSentence } from '../answer.ts';
import { fileAnswer, offerFile } from '../file-consent.ts';
import { FILE_CONTEXT, type FiguresFile } from '../stats-clicks.ts';
import { type HandlerParts } from './dialogue-actions.ts';
import { askedBy, isPersonal } from './asked-figures.ts';

/** How a file is made of an export. A csv holds one table, so there are two of them. */
const FILES: Readonly<
  Record<
    FiguresFile,
    { readonly ending: string; readonly make: (files: FileWriter, book: Book) => Promise<Uint8Array> }
  >
> = {
  workbook: { ending: '.xlsx', make: (files, book) => files.excel(book) },
  figures: { ending: '-cijfers.csv', make: (files, [figures]) => csv(files, figures) },
  contacts: { ending: '-contacten.csv', make: (files, [, contacts]) => csv(files, contacts) },
};

/** In bytes, what stands around the lines and what a contact takes: as measured on 2,500 and 25,000 contacts. */
const ABOUT: Readonly<Record<FiguresFile, { readonly rest: number; readonly contact: number }>> = {
  workbook: { rest: 7_000, contact: 81 },
  figures: { rest: 5_000, contact: 0 },
  contacts: { rest: 220, contact: 175 },
};

const ASKED: Readonly<Record<FilesVerb, readonly FiguresFile[]>> = {
  statsExcel: ['workbook'],
  statsCsv: ['figures', 'contacts'],
};

/** Offers the figures as files, in the chat with who asked; Teams' own way asks whether they may be put in their OneDrive. */
export async function offerFigures(
  parts: HandlerParts,
  context: TurnContext,
  verb: FilesVerb,
  asked: FiguresRequest,
): Promise<void> {
  const { world, words } = parts;
  if (!isPersonal(context)) return answerSentence(context, words.say('export.onlyInChat'));
  const report = await reportFigures(world, asked.period, asked);
  for (const file of ASKED[verb]) await context.sendActivity(offer(parts, report, file));
  await answerSentence(context, words.say('export.making'));
}

function offer(
  { words }: HandlerParts,
  { period, municipality, mode, figures, at }: Report,
  file: FiguresFile,
): Partial<Activity> {
  const code = periodCode(period);
  const { contact, rest } = ABOUT[file];
  return offerFile({
    name: `${['gehoor', municipality, code].filter((part) => part !== null).join('-')}${FILES[file].ending}`,
    description: words.say('export.description', { period: periodTitle(period, at, words) }),
    // The file is made after the yes, with what is known by then.
    size: rest + contact * totalOf(figures.counts, 'came'),
    context: { period: code, municipality, mode, file },
  });
}

/** The yes or no to an offered file. Who says it, and may see what, is looked up anew. */
export async function handleFile(parts: HandlerParts, context: TurnContext): Promise<void> {
  const { world, words, people, files, delivery } = parts;
  const answer = fileAnswer(context.activity.value);
  const read = FILE_CONTEXT.safeParse(answer?.context);
  const by = await people.memberOf(context);
  const asked = read.success ? askedBy(read.data, world) : null;
  if (answer === null || !read.success || asked === null || by === null || sightOf(by) === null) {
    await context.sendActivity(words.say('export.stale'));
    return;
  }
  if (answer.action === 'decline') {
    if (context.activity.replyToId !== undefined) await context.deleteActivity(context.activity.replyToId);
    return;
  }
  const { municipalities } = world.settings;
  delivery.begin(context.activity, answer, async () => {
    const { report, contacts } = await exportFigures(world, asked);
    return FILES[read.data.file].make(files, exportBook(report, contacts, { words, municipalities }));
  });
}

function csv(files: FileWriter, sheet: Book[number] | undefined): Promise<Uint8Array> {
  if (sheet === undefined) throw new Error('an export has two sheets');
  return Promise.resolve(files.csv(sheet));
}
