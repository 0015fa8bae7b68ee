import { type Instant } from '../../../services/domain/instant.ts';
import { type Post } from '../../../services/domain/post.ts';
import { dayOf } from '../../../services/domain/spending.ts';
import { type Batch } from '../../../services/ports/network.ts';
import { names, type StoredPost } from '../x-server/world.ts';

/** USD; the list of docs.x.com as the X server knows it, written down once more. */
const POST = 0.005;
const OWNED = 0.001;
const USER = 0.01;

/**
 * The least that X can charge for reading all this: on the UTC day on which it first came in, each post (each edition, for that is
 * another post to X), its author, and the post that it answers or quotes with that one's author, each once a day, at the
 * price of the reading that brought it; and once each post of ours, the retweets that name us, and who we are on each day on
 * which a bot starts. Nothing for looking twice.
 */
export class LeastBill {
  private readonly owner: string;
  private readonly ours: readonly string[];
  private readonly seen = new Set<string>();
  private readonly lines = new Map<string, number>();
  /** Of replies that X took; refused ones are free. */
  private written = 0;

  constructor(owner: string, ours: readonly string[]) {
    this.owner = owner;
    this.ours = ours;
  }

  get usd(): number {
    return [...this.lines.values()].reduce((sum, usd) => sum + usd, this.written);
  }

  /** What a read brought, whatever came of it. */
  came(source: string, batch: Batch, at: Instant): void {
    const usd = source === `mentions:${this.owner}` ? OWNED : POST;
    for (const post of batch.posts) if (this.isNew(`${post.id} ${post.edition ?? 0}`)) this.needed(post, usd, at);
    for (const { id, account } of batch.own ?? [])
      if (this.isNew(id)) this.line(at, `post ${id}`, account === this.owner ? OWNED : POST);
  }

  /** Passed on, and so in the mentions whether one wants it or not. */
  passedOn(retweet: StoredPost, original: StoredPost): void {
    if (!this.ours.some((handle) => names(retweet.text, handle))) return;
    this.line(retweet.at, `post ${retweet.id}`, names(retweet.text, this.owner) ? OWNED : POST);
    this.line(retweet.at, `post ${original.history[0]!}`, POST);
    for (const { handle } of [retweet.author, original.author]) this.line(retweet.at, `user ${handle}`, USER);
  }

  started(at: Instant): void {
    for (const handle of this.ours) this.line(at, `user ${handle}`, USER);
  }

  wrote(usd: number): void {
    this.written += usd;
  }

  private needed({ id, edition = 0, author, surroundings }: Post, usd: number, at: Instant): void {
    this.line(at, `post ${id}${edition > 0 ? ` ${edition}` : ''}`, usd);
    this.line(at, `user ${author.handle}`, USER);
    for (const beside of [surroundings?.repliedTo, surroundings?.quoted]) {
      if (beside == null) continue;
      this.line(at, `post ${beside.id}`, POST);
      if (beside.handle !== null) this.line(at, `user ${beside.handle}`, USER);
    }
  }

  private isNew(name: string): boolean {
    return this.seen.size < this.seen.add(name).size;
  }

  private line(at: Instant, thing: string, usd: number): void {
    const key = `${dayOf(at)} ${thing}`;
    this.lines.set(key, Math.min(usd, this.lines.get(key) ?? Infinity));
  }
}
