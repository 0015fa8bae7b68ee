/** Which kind of personal data a stretch of text is. */
export type FindingKind = 'bsn' | 'iban' | 'phone' | 'email' | 'address' | 'plate';

/** A stretch of a text that is personal data: `[start, end)` in UTF-16 units. */
export interface Finding {
  readonly kind: FindingKind;
  readonly start: number;
  readonly end: number;
}

/** What stands in the place of a finding, in the reader's language and without brackets: `telefoonnummer`. */
export type MaskLabels = Readonly<Record<FindingKind, string>>;

/**
 * The text with every finding replaced by its label in brackets: "bel [telefoonnummer]". The length does not tell what
 * stood there. `findings` belong to this very text, in order and without overlaps, as `TextTools.personalData` gives them.
 */
export function maskPersonalData(text: string, findings: readonly Finding[], labels: MaskLabels): string {
  let masked = '';
  let done = 0;
  for (const { kind, start, end } of findings) {
    masked += `${text.slice(done, start)}[${labels[kind]}]`;
    done = end;
  }
  return masked + text.slice(done);
}
