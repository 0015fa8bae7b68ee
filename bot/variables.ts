import { type VariableName } from './environment.ts';
import { Secret } from './secret.ts';

/** Reads variables one by one and gathers what is wrong with them. A variable that is set to nothing is not set. */
export class Variables {
  readonly problems: string[] = [];
  readonly #env: NodeJS.ProcessEnv;

  constructor(env: NodeJS.ProcessEnv) {
    this.#env = env;
  }

  text(name: VariableName): string | null {
    const value = this.#env[name]?.trim();
    return value === undefined || value === '' ? null : value;
  }

  secret(name: VariableName): Secret | null {
    const value = this.text(name);
    return value === null ? null : new Secret(value);
  }

  /** A whole number; the default, after telling it, when it is none or out of bounds. */
  number(name: VariableName, fallback: number, least: number, most: number): number {
    const text = this.text(name);
    if (text === null) return fallback;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    this.problems.push(`${name} is "${text}": set it to a whole number from ${least} to ${most}, or leave it out.`);
    return fallback;
  }

  /** One of a few words; null when it is not set, or is told to be none of them. */
  oneOf<Word extends string>(name: VariableName, words: readonly Word[]): Word | null {
    const text = this.text(name);
    const word = words.find((known) => known === text);
    if (text !== null && word === undefined) {
      this.problems.push(`${name} is "${text}": set it to ${words.join(', ')}, or leave it out.`);
    }
    return word ?? null;
  }

  /** An address that fits; `expected` says which do. Null when it is not set, or is told not to fit. */
  address(name: VariableName, expected: string, fits: (url: URL) => boolean): string | null {
    const text = this.text(name);
    if (text === null) return null;
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url !== null && url.username === '' && url.search === '' && fits(url)) return text.replace(/\/+$/, '');
    this.problems.push(`${name} is no ${expected}.`);
    return null;
  }

  names(): readonly string[] {
    return Object.keys(this.#env).filter((name) => this.#env[name]?.trim());
  }
}

/** Whether an address is on this machine. */
export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
