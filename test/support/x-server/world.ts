import { type Instant } from '../../../services/domain/instant.ts';

const EPOCH = 1_288_834_974_657n;

export interface XUser {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
}

/** A post to put on the server. Its author is a handle, made known when it is new. */
export interface NewPost {
  readonly author: string | { readonly handle: string; readonly name?: string };
  /** As typed. In a reply X puts `@handle` of the answered author in front, unless the text names that handle. */
  readonly text: string;
  /** When it was posted; its id carries this time. The server's now unless told. */
  readonly at?: Instant;
  readonly inReplyTo?: string;
  readonly quotes?: string;
  readonly retweets?: string;
  /** The author is left out of `includes`, as X does for who is suspended or gone. */
  readonly hideAuthor?: boolean;
  /** Nobody but who the author follows may reply. */
  readonly repliesClosed?: boolean;
  readonly photos?: readonly XPhoto[];
  /** As X guesses it; Dutch unless told. */
  readonly language?: string;
}

export interface XPhoto {
  readonly url: string;
  readonly alt?: string;
}

/** A post as it stands on the server. */
export interface StoredPost {
  /** Of the newest edit, the last of `history`. */
  readonly id: string;
  readonly history: readonly string[];
  /** What it said before each edit, by the id it had then. */
  readonly former: ReadonlyMap<string, string>;
  readonly author: XUser;
  /** As typed, without what X adds. */
  readonly typed: string;
  /** As X keeps it: with the leading `@handle`, before links are wrapped and characters escaped. */
  readonly text: string;
  readonly at: Instant;
  readonly conversation: string;
  readonly inReplyTo: string | null;
  readonly quotes: string | null;
  readonly retweets: string | null;
  readonly deleted: boolean;
  readonly hideAuthor: boolean;
  readonly repliesClosed: boolean;
  readonly photos: readonly XPhoto[];
  readonly language: string;
}

/** The users and posts of a small X, in memory. */
export interface World {
  user(handle: string, name?: string): XUser;
  userWith(id: string): XUser | undefined;
  add(post: NewPost): StoredPost;
  edit(id: string, text: string): StoredPost;
  remove(id: string): void;
  /** From now on only who the user allows may see what the user wrote; we are not allowed. */
  protect(handle: string): void;
  isProtected(user: XUser): boolean;
  /** Any id of its history will do; also deleted posts. */
  find(id: string): StoredPost | undefined;
  /** Newest first, deleted ones included; `since`: only those with a later id. */
  all(since?: string | null): readonly StoredPost[];
}

export function createWorld(now: () => Instant): World {
  const users = new Map<string, XUser>();
  const posts = new Map<string, StoredPost>();
  /** Every id that an edited post ever had, and the one that it has now. */
  const editions = new Map<string, string>();
  /** Newest first; null: to be sorted anew. */
  let sorted: readonly StoredPost[] | null = null;
  const shy = new Set<string>();

  function freshId(at: Instant): string {
    let id = (BigInt(Math.floor(at)) - EPOCH) << 22n;
    while (find(String(id)) !== undefined) id += 1n;
    return String(id);
  }
  function user(handle: string, name?: string): XUser {
    const key = handle.toLowerCase();
    const known = users.get(key) ?? { id: String(1_000_000_001 + users.size), handle, name: name ?? handle };
    users.set(key, known);
    return known;
  }
  function find(id: string): StoredPost | undefined {
    return posts.get(editions.get(id) ?? id);
  }
  function store(post: StoredPost): StoredPost {
    posts.set(post.id, post);
    for (const id of post.history) editions.set(id, post.id);
    sorted = null;
    return post;
  }

  return {
    user,
    userWith: (id) => [...users.values()].find((one) => one.id === id),
    find,
    add(post) {
      const author = typeof post.author === 'string' ? user(post.author) : user(post.author.handle, post.author.name);
      const at = post.at ?? now();
      const id = freshId(at);
      const parent = post.inReplyTo === undefined ? undefined : find(post.inReplyTo);
      return store({
        id,
        history: [id],
        former: new Map(),
        author,
        typed: post.text,
        text: mentioningParent(post.text, author, parent).normalize('NFC').trim(),
        at,
        conversation: parent?.conversation ?? post.inReplyTo ?? id,
        inReplyTo: post.inReplyTo ?? null,
        quotes: post.quotes ?? null,
        retweets: post.retweets ?? null,
        deleted: false,
        hideAuthor: post.hideAuthor ?? false,
        repliesClosed: post.repliesClosed ?? false,
        photos: post.photos ?? [],
        language: post.language ?? 'nl',
      });
    },
    edit(id, text) {
      const old = find(id);
      if (old === undefined) throw new Error(`no post ${id} to edit`);
      const newId = freshId(Math.max(now(), old.at + 1));
      posts.delete(old.id);
      const former = new Map([...old.former, [old.id, old.text]]);
      return store({
        ...old,
        id: newId,
        history: [...old.history, newId],
        former,
        typed: text,
        text: text.normalize('NFC'),
      });
    },
    remove(id) {
      const old = find(id);
      if (old === undefined) throw new Error(`no post ${id} to remove`);
      store({ ...old, deleted: true });
    },
    protect: (handle) => void shy.add(user(handle).id),
    isProtected: ({ id }) => shy.has(id),
    all(since) {
      sorted ??= [...posts.values()].sort((a, b) => (isLater(a.id, b.id) ? -1 : 1));
      const from = since == null ? -1 : sorted.findIndex(({ id }) => !isLater(id, since));
      return from === -1 ? sorted : sorted.slice(0, from);
    },
  };
}

function isLater(id: string, than: string): boolean {
  return id.length === than.length ? id > than : id.length > than.length;
}

/** Whether a text names a handle as X sees it: `@handle` as a word, capitals do not matter. */
export function names(text: string, handle: string): boolean {
  return new RegExp(`(^|[^\\w@])@${handle}(?!\\w)`, 'i').test(text);
}

/** Whether the author of a post mentioned or quoted this account. */
export function isSummoned(handle: string, post: StoredPost, world: World): boolean {
  const quoted = post.quotes === null ? undefined : world.find(post.quotes);
  return names(post.text, handle) || quoted?.author.handle.toLowerCase() === handle.toLowerCase();
}

function mentioningParent(text: string, author: XUser, parent: StoredPost | undefined): string {
  if (parent === undefined || parent.author.id === author.id || names(text, parent.author.handle)) return text;
  return `@${parent.author.handle} ${text}`;
}
