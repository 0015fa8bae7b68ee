import nl from '../../../cards/text/nl.json' with { type: 'json' };

export type Key = keyof typeof nl;

/**
 * A pattern for a line that begins with this sentence of the Dutch catalogue, so that a test asks for what is said and
 * not for its wording. What `values` leaves out may be anything; the mark of a notice may stand before it.
 */
export function says(key: Key, values: Readonly<Record<string, string>> = {}): RegExp {
  const parts = nl[key].split(/\{(\w+)\}/);
  const pattern = parts.map((part, index) => {
    if (index % 2 === 0) return escaped(part);
    const value = values[part];
    return value === undefined ? '.+?' : escaped(value);
  });
  return new RegExp(`^(?:ⓘ )?${pattern.join('')}`, 'm');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
