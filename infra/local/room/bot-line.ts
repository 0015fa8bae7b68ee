import { type Activity } from './activity.ts';

/** What the bot answered to one activity. */
export interface BotAnswer {
  /** The HTTP status; null when there was no answer at all. */
  readonly status: number | null;
  /** JSON when it was JSON, else text; null when there was nothing. */
  readonly body: unknown;
}

/** Teams gives up on a bot after 10 to 15 s (Learn, "long operations guidance"). */
const PATIENCE_MS = 15_000;
const PROBE_MS = 3_000;

/**
 * The line to the bot's `/api/messages`. Knows whether the bot answers: as long as it does not, it is probed
 * (any HTTP answer will do) so that the page can say so and stop saying so.
 */
export class BotLine {
  readonly #url: string;
  readonly #onChange: (answers: boolean) => void;
  #answers = true;
  #probe: NodeJS.Timeout | null = null;

  constructor(url: string, onChange: (answers: boolean) => void) {
    this.#url = url;
    this.#onChange = onChange;
  }

  get answers(): boolean {
    return this.#answers;
  }

  /** Hands one activity to the bot and waits for the answer, at most 15 s. Never rejects. */
  async deliver(activity: Activity): Promise<BotAnswer> {
    try {
      const response = await fetch(this.#url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const text = await response.text();
      this.#heard(true);
      return { status: response.status, body: parsed(text) };
    } catch {
      // No connection, a cut one or no answer in time: to a person in Teams these are all the same.
      this.#heard(false);
      return { status: null, body: null };
    }
  }

  /** Looks whether anything answers at the bot's address. */
  async probe(): Promise<void> {
    try {
      const response = await fetch(new URL('/health', this.#url), { signal: AbortSignal.timeout(PROBE_MS) });
      await response.body?.cancel();
      this.#heard(true);
    } catch {
      this.#heard(false);
    }
  }

  close(): void {
    if (this.#probe !== null) clearInterval(this.#probe);
    this.#probe = null;
  }

  #heard(answers: boolean): void {
    if (answers && this.#probe !== null) this.close();
    if (!answers && this.#probe === null) {
      this.#probe = setInterval(() => void this.probe(), PROBE_MS);
      this.#probe.unref();
    }
    if (answers !== this.#answers) {
      this.#answers = answers;
      this.#onChange(answers);
    }
  }
}

function parsed(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
