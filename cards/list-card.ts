import { type AdaptiveCard, type TextRun } from './adaptive-card.ts';
import { type ListModel } from './card-models.ts';
import { type Line, run } from './lines.ts';
import { plainInMarkdown } from './literal-text.ts';
import { render } from './render.ts';
import { type Words } from './words.ts';

/** A heading with lines under it. */
export interface Section {
  readonly label: string;
  readonly lines: readonly Line[];
}

/** What a list says; whatever is left out is empty. `title` may hold words of settings, never of a citizen. */
export interface ListParts extends Partial<Pick<ListModel, 'lines' | 'footnotes' | 'actions'>> {
  readonly title: string;
  readonly sections?: readonly Section[];
}

/** A card of lines under headings. A section without lines is left out. */
export function listCard(
  { title, lines = [], sections = [], footnotes = [], actions = [] }: ListParts,
  words: Words,
): AdaptiveCard {
  return render('list', {
    lang: words.language,
    fallback: words.say('fallback.list', { title: plainInMarkdown(title) }),
    title: plainInMarkdown(title),
    lines,
    sections: sections
      .filter((section) => section.lines.length > 0)
      .map((section) => ({ label: [run(section.label, { weight: 'Bolder' })], lines: section.lines })),
    footnotes,
    actions,
  });
}

/** Words that lead to a place in Teams, or the words alone where there is no such place (yet). */
export function linkRun(text: string, link: string | null, title: string): TextRun {
  return link === null
    ? run(text)
    : { ...run(text), selectAction: { type: 'Action.OpenUrl', title: `${text}: ${title}`, url: link } };
}
