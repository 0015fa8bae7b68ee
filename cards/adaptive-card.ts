/** A stretch of text that no client reads as markdown: the only place for words that we did not write ourselves. */
export interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly size?: 'Small' | 'Medium' | 'Large';
  readonly color?: 'Attention' | 'Good' | 'Accent';
  readonly isSubtle?: true;
  readonly italic?: true;
  readonly strikethrough?: true;
  readonly underline?: true;
  readonly fontType?: 'Monospace';
  /** Makes it a link. */
  readonly selectAction?: OpenUrlAction;
}

/** An element as the templates write it; what it may hold is in Microsoft's schema, version 1.5. */
export interface CardElement {
  readonly type: string;
  readonly [property: string]: unknown;
}

export interface Choice {
  readonly title: string;
  readonly value: string;
}

/** A button that comes to the bot as an invoke. Without a verb Teams sends nothing. */
export interface ExecuteAction {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: string;
  readonly data: object;
  readonly style?: 'positive' | 'destructive';
  /** `none`: works whatever stands in the inputs, and does not bring them along. */
  readonly associatedInputs?: 'none';
}

export interface OpenUrlAction {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
}

/** A button that folds a small form out under the card. Its buttons bring its inputs and those of the card around it. */
export interface ShowCardAction {
  readonly type: 'Action.ShowCard';
  readonly title: string;
  readonly card: {
    readonly type: 'AdaptiveCard';
    readonly body: readonly CardElement[];
    readonly actions: readonly ExecuteAction[];
  };
}

export type CardAction = ExecuteAction | OpenUrlAction | ShowCardAction;

/** A card as it goes to Teams. A client that does not know version 1.5 shows only `fallbackText`. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly lang: string;
  readonly fallbackText: string;
  readonly body: readonly CardElement[];
  readonly actions: readonly CardAction[];
}
