import { type Outside } from '../support/running-bot.ts';
import { type Random } from '../support/week/random.ts';

const WORDS = [
  '@GemWormerland Wanneer wordt het grofvuil opgehaald in Jisp?',
  '@GemWormerland Schandalig, al weken niets gehoord',
  '@GemWormerland Hoe laat gaat het zwembad open?',
  '@GemWormerland Waar haal ik een paspoort in Wormer?',
  '@GemOostzaan Wat kost een rijbewijs in Oostzaan?',
  '@GemOostzaan Er ligt een losse tegel in De Haal',
  '@GemWormerland Er is brand in Wormer!',
  '@GemWormerland Ik schrijf voor de krant. Wat vindt de wethouder?',
  '@GemWormerland Wat is de stoep mooi geworden. Chapeau!',
];
const THANKS = ['Dankjewel', 'dank', 'Bedankt!'];

/** As many conversations at once. */
const MOST_THREADS = 7;

/** The people of the town: they write, react to what we say, edit and delete. */
export class Citizens {
  readonly deleted = new Set<string>();
  private readonly outside: Outside;
  private readonly say: (line: string) => void;
  private threads = 0;
  private count = 0;

  constructor(outside: Outside, say: (line: string) => void) {
    this.outside = outside;
    this.say = say;
  }

  act(random: Random): void {
    const { network } = this.outside;
    const what = random.next();
    const known = network.posts.length === 0 ? null : random.pick(network.posts.slice(-20));
    if (known === null || (what < 0.4 && this.threads < MOST_THREADS)) {
      this.threads += 1;
      const alone = random.chance(0.1) ? ({ private: true } as const) : {};
      const post = network.write({ handle: `inwoner${this.threads}`, text: this.words(random.pick(WORDS)), ...alone });
      this.say(`inwoner${this.threads} writes ${post.id}: ${post.text}`);
      return;
    }
    if (what < 0.8) {
      const reply = network.placed.findLast(({ inReplyTo }) => inReplyTo === known.id)?.id ?? known.id;
      const text = random.chance(0.2) ? random.pick(THANKS) : this.words('En nu?');
      const alone = known.private === true ? ({ private: true } as const) : { inReplyTo: reply };
      network.write({ handle: known.author.handle, text, ...alone });
      this.say(`${known.author.handle} writes on: ${text}`);
      return;
    }
    if (known.private === true || this.deleted.has(known.id)) return;
    if (what < 0.92) {
      this.say(`${known.author.handle} edits ${known.id}`);
      network.edit(known.id, this.words(known.text));
      return;
    }
    this.say(`${known.author.handle} deletes ${known.id}`);
    this.deleted.add(known.id);
    network.deletes(known.id);
  }

  /** Nobody says the same to the letter: copies would be counted on one card. */
  private words(text: string): string {
    return `${text} (${(this.count += 1)})`;
  }
}
