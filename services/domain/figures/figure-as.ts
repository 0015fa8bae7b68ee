import { figure, type FigureName, type FigureValue } from './figure.ts';
import { type PeriodFigures } from './period-figures.ts';

/** A figure of which it is known what it comes to. Asked for as something that it is not is a mistake of ours, and throws. */
export function figureAs<As extends FigureValue['as']>(
  as: As,
  name: FigureName,
  figures: Pick<PeriodFigures, 'counts' | 'now'>,
): Extract<FigureValue, { as: As }> {
  const value = figure(name, figures);
  if (value.as !== as) throw new TypeError(`"${name}" is no ${as}`);
  return value as Extract<FigureValue, { as: As }>;
}
