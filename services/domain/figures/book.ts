/** A cell of an export. `moment`: the town hall's clock, `yyyy-mm-ddThh:mm`; null: empty. */
export type Cell = string | number | null | { readonly moment: string };

export interface Column {
  readonly title: string;
  /** In characters. */
  readonly width: number;
}

/** One table of an export. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What an export holds, whatever the kind of file. */
export type Book = readonly Sheet[];
