import { DAY, HOUR, type Instant, MINUTE } from '../../../services/domain/instant.ts';
import { type StoredPost } from '../x-server/world.ts';
import { type XServer } from '../x-server/x-server.ts';
import { type Agenda } from './agenda.ts';
import { type Random } from './random.ts';

const QUESTIONS = [
  'wanneer wordt het grofvuil opgehaald?',
  'hoe laat is het gemeentehuis open?',
  'de lantaarn op de hoek is al een week stuk',
  'wat kost een paspoort tegenwoordig?',
  'kan iemand de stoeptegels recht leggen?',
  'fijn dat de speeltuin is opgeknapt',
  'waarom is de brug dicht? Ik sta al een uur te wachten',
  'vier keer gebeld en niemand neemt op. Ik dien een klacht in',
];
const PLACES = ['Wormer', 'Jisp', 'Oostzaan', 'Wijdewormer', 'Wormerland'];
const PEOPLE = Array.from({ length: 700 }, (_, n) => `inwoner_${n}`);

/** How busy each hour is where the people live, beside one another; UTC, an hour behind. */
const BUSY = [1, 1, 1, 1, 1, 3, 8, 20, 30, 30, 30, 30, 30, 30, 30, 25, 15, 12, 12, 12, 8, 4, 2, 1];

/** The people of two municipalities, who write on X for a week. */
export class Town {
  private readonly x: XServer;
  private readonly random: Random;
  private readonly written: StoredPost[] = [];

  constructor(x: XServer, random: Random) {
    this.x = x;
    this.random = random;
  }

  /** Plans `count` posts, and some more that pass one on. */
  plan(agenda: Agenda, from: Instant, until: Instant, count: number): void {
    const moments: Instant[] = [];
    while (moments.length < count) {
      const at = from + this.random.between(0, until - from - 1);
      const weekend = [0, 6].includes(new Date(at).getUTCDay()) ? 0.4 : 1;
      if (this.random.chance((BUSY[Math.floor((at % DAY) / HOUR)]! / 30) * weekend)) moments.push(at);
    }
    moments.sort((a, b) => a - b);
    let next = 0;
    agenda.plan('town', moments[0]!, () => {
      this.write(agenda, moments[next]!);
      next += 1;
      return Promise.resolve(next < count ? moments[next]! - moments[next - 1]! : null);
    });
  }

  private write(agenda: Agenda, at: Instant): void {
    const { random, x } = this;
    // Nobody says the same to the letter: copies would be counted on one card.
    const question = `${random.pick(QUESTIONS)} Wij wonen op nummer ${this.written.length}.`;
    const place = random.pick(PLACES);
    const to = random.pick(['@GemWormerland', '@GemOostzaan', '@GemWormerland']);
    const earlier = this.written.at(-random.between(1, 60));
    const kind = random.next();
    const author = random.pick(PEOPLE);
    const text =
      kind < 0.55
        ? `${to} ${question}`
        : kind < 0.72
          ? `In ${place}: ${question}`
          : kind < 0.85
            ? `${to} ${question} Hier in ${place}`
            : kind < 0.88
              ? `@GemOostzaan @GemWormerland ${question}`
              : `${to} en ook nog: ${question}`;
    const inReplyTo = kind < 0.88 ? undefined : kind < 0.94 ? earlier : (this.ours() ?? earlier);
    const post = x.addPost({ author, text, ...(inReplyTo === undefined ? {} : { inReplyTo: inReplyTo.id }) });
    this.written.push(post);
    if (random.chance(0.02) && earlier !== undefined)
      x.addPost({
        author: random.pick(PEOPLE),
        text: `RT @${earlier.author.handle}: ${earlier.text}`,
        retweets: earlier.id,
      });
    if (random.chance(0.02))
      this.later(agenda, post, at + random.between(1, 25) * MINUTE, () => x.editPost(post.id, `${text}!`));
    else if (random.chance(0.03))
      this.later(agenda, post, at + random.between(0, 300) * MINUTE, () => {
        x.deletePost(post.id);
      });
  }

  /** One of the newest replies that stand there. */
  private ours(): StoredPost | undefined {
    return this.x.posts(this.random.pick(['GemWormerland', 'GemOostzaan'])).at(-this.random.between(1, 20));
  }

  private later(agenda: Agenda, { id }: StoredPost, at: Instant, deed: () => unknown): void {
    agenda.plan(`change ${id}`, at, () => {
      deed();
      return Promise.resolve(null);
    });
  }
}
