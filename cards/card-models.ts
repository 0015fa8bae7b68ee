import { type CardAction, type CardElement, type Choice, type ExecuteAction, type TextRun } from './adaptive-card.ts';
import { type Line } from './lines.ts';

/**
 * What the templates are filled with: everything a template names, always. Never null or absent: a missing field shows
 * its name on the card and null throws. Fields named in a TextBlock are read as markdown: no words of others in those.
 */
interface Every {
  readonly lang: string;
  readonly fallback: string;
  readonly actions: readonly CardAction[];
}

/** A list that is folded away under a line one can press. */
interface Fold {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly any: boolean;
}

export interface ShownPhoto {
  readonly url: string;
  /** Never empty. */
  readonly alt: string;
}

interface OfDialogue extends Every {
  /** '' outside practice. */
  readonly practice: string;
}

export interface DialogueModel extends OfDialogue {
  readonly from: readonly TextRun[];
  readonly time: string;
  readonly about: readonly TextRun[];
  readonly words: readonly Line[];
  readonly around: readonly Line[];
  readonly photos: readonly ShownPhoto[];
  readonly notes: readonly Line[];
  readonly earlier: Fold;
  readonly status: string;
  /** '' when on time. */
  readonly late: string;
  /** Whom to ring up; '' when nobody must be. */
  readonly ring: string;
  readonly steps: readonly TextRun[];
}

/** What the work card shows of questions to colleagues: who is asked, what they answered, and the way to ask. */
export interface ColleaguesModel {
  readonly lines: readonly Line[];
  readonly answers: readonly Line[];
  readonly actions: readonly CardAction[];
}

export interface WritingModel extends OfDialogue {
  readonly head: string;
  readonly due: readonly Line[];
  readonly question: readonly Line[];
  /** Toon, beside what it shows; none where nothing is masked. */
  readonly reveal: readonly ExecuteAction[];
  readonly remark: readonly Line[];
  readonly spare: readonly Line[];
  readonly notes: readonly Line[];
  readonly colleagues: ColleaguesModel;
  readonly answersLabel: string;
  readonly answersPlaceholder: string;
  readonly answer: string;
  readonly answers: readonly Choice[];
  readonly use: readonly ExecuteAction[];
  readonly conceptLabel: string;
  readonly concept: string;
  readonly channelLabel: string;
  readonly channel: string;
  /** None where there is nothing to choose. */
  readonly channels: readonly Choice[];
  readonly signed: readonly Line[];
  /** What it is taken for; none on an own post. */
  readonly reading: readonly CardElement[];
  readonly holds: readonly CardElement[];
  readonly course: Fold;
}

export type HeadStyle = 'default' | 'good' | 'warning' | 'attention' | 'emphasis';

/** The work card from draft to receipt: what became of the text, why, what it answers, and the text to the letter. */
export interface ReplyModel extends OfDialogue {
  readonly head: string;
  readonly style: HeadStyle;
  readonly notes: readonly Line[];
  readonly question: readonly Line[];
  readonly textLabel: string;
  readonly text: readonly Line[];
  readonly footnotes: readonly Line[];
  readonly course: Fold;
}

/** A new line in the thread that shows words literally. */
export interface NewsModel extends Every {
  readonly sections: readonly { readonly label: string; readonly lines: readonly Line[] }[];
}

export interface HelpModel extends Every {
  readonly title: string;
  readonly intro: string;
  readonly lines: readonly Line[];
}

/** A form that stands by itself, not on a card of a dialogue; without inputs it says what came of it. */
export interface FormModel extends Every {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly inputs: readonly CardElement[];
}

/** Lines under headings, for whoever asked for them or for everybody. */
export interface ListModel extends Every {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly sections: readonly { readonly label: readonly TextRun[]; readonly lines: readonly Line[] }[];
  readonly footnotes: readonly Line[];
}

/** The roster: a table per week. */
export interface RosterModel extends Every {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly weeks: readonly {
    readonly label: readonly TextRun[];
    readonly rows: readonly { readonly style: 'accent' | 'default' | 'attention'; readonly cells: readonly Line[] }[];
  }[];
  readonly changesLabel: readonly TextRun[];
  readonly changes: readonly Line[];
}

/** Figures of a period: what matters most, four numbers, one picture, and the rest folded away. */
export interface StatisticsModel extends Every {
  /** '' for what is real. */
  readonly practice: string;
  readonly title: string;
  readonly about: readonly Line[];
  readonly headline: readonly CardElement[];
  readonly tiles: readonly CardElement[];
  readonly picture: readonly CardElement[];
  readonly folded: readonly CardElement[];
}

/** Template → what it is filled with. */
export interface CardModels {
  readonly dialogue: DialogueModel;
  readonly writing: WritingModel;
  readonly reply: ReplyModel;
  readonly news: NewsModel;
  readonly help: HelpModel;
  readonly form: FormModel;
  readonly list: ListModel;
  readonly roster: RosterModel;
  readonly statistics: StatisticsModel;
}
