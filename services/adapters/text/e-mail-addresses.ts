import { stretches, type Stretch } from './stretch.ts';

const ADDRESS =
  /(?<![\p{L}\d@._%+-])[\p{L}\d](?:[\p{L}\d._%+-]{0,62}[\p{L}\d_+-])?@(?:[\p{L}\d-]{1,63}\.){1,5}\p{L}{2,24}(?![\p{L}\d])/gu;

/** E-mail addresses. A handle with its server (`@anna@mastodon.nl`) is none. */
export function findEmailAddresses(text: string): readonly Stretch[] {
  return stretches(text, ADDRESS, () => true);
}
