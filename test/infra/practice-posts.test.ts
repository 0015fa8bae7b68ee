import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseTweet } from 'twitter-text';
import { parse } from 'yaml';
import { followUpId, readShippedPosts, type ShippedPosts } from '../../infra/local/shipped-posts.ts';

const FOLDER = join(import.meta.dirname, '../../infra/local/practice-posts');
const FIELDS = ['id', 'author', 'account', 'inReplyTo', 'minutesAgo', 'text', 'private'];
const SIGNATURE = ' ^AB';

interface GuideEntry {
  readonly id: string;
  readonly kind: string;
  readonly municipality: string;
  readonly text: string;
}

function readGuide(markdown: string): GuideEntry[] {
  return markdown
    .split(/^### /m)
    .slice(1)
    .map((section) => {
      const match = /^(\S+) · (\S+) · (\S+)\n([^]*)/.exec(section);
      assert.ok(match, `a heading of the guide is not "id · kind · municipality": ${section.slice(0, 60)}`);
      return { id: match[1]!, kind: match[2]!, municipality: match[3]!, text: match[4]! };
    });
}

describe('The shipped practice posts', () => {
  let shipped: ShippedPosts;
  let rawLines: Record<string, unknown>[];
  let guide: GuideEntry[];
  before(async () => {
    shipped = await readShippedPosts(FOLDER);
    const raw = await readFile(join(FOLDER, 'posts.jsonl'), 'utf8');
    rawLines = raw
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    guide = readGuide(await readFile(join(FOLDER, 'guide.nl.md'), 'utf8'));
  });

  it('are at least 40, each with an id and a text of its own', () => {
    assert.ok(shipped.posts.length >= 40, `${shipped.posts.length}`);
    assert.equal(new Set(shipped.posts.map((post) => post.id)).size, shipped.posts.length);
    assert.equal(new Set(shipped.posts.map((post) => post.text)).size, shipped.posts.length);
  });

  it('have the documented fields in the documented order', () => {
    for (const line of rawLines) {
      assert.deepEqual(
        Object.keys(line),
        FIELDS.filter((field) => field in line),
        JSON.stringify(line['id']),
      );
    }
  });

  it('name the account in the text when they address it in public, and answer only an earlier post', () => {
    const seen = new Set<string>();
    for (const { id, account, inReplyTo, text, private: alone } of shipped.posts) {
      if (account !== undefined && alone !== true) assert.ok(text.includes(`@${account}`), id);
      if (inReplyTo !== undefined) assert.ok(seen.has(inReplyTo), id);
      seen.add(id);
    }
  });

  it('come for both accounts and unasked, short and longer than a post without a subscription', () => {
    for (const account of ['GemOostzaan', 'GemWormerland', undefined]) {
      assert.ok(shipped.posts.filter((post) => post.account === account).length >= 10, account ?? 'unasked');
    }
    const lengths = shipped.posts.map((post) => parseTweet(post.text).weightedLength);
    assert.ok(Math.min(...lengths) < 30 && Math.max(...lengths) > 500);
    assert.ok(lengths.filter((length) => length <= 280).length >= 40);
  });

  it('hold no personal data but the well-known fake ones', () => {
    for (const { id, text } of shipped.posts) {
      const rest = text.replace('06-12345678', '').replace('Dorpsstraat 999', '').replace('123456782', '');
      assert.doesNotMatch(rest, /\d{6}|06-?\d/, id);
      assert.doesNotMatch(rest, /\S@\S+\.(?!example\b)\w/, id);
      assert.doesNotMatch(rest, /https?:\/\/(?!\w+\.example\b)/, id);
    }
  });

  it('get a reaction to our reply for at least 20 of them, one each, some of only thanks, some angry or asking on', () => {
    const posts = new Set(shipped.posts.map((post) => post.id));
    const after = shipped.followUps.map((followUp) => followUp.after);
    assert.ok(after.filter((id) => posts.has(id)).length >= 20);
    assert.equal(new Set(after).size, after.length);
    const known = new Set([...posts, ...after.map(followUpId)]);
    assert.deepEqual(
      after.filter((id) => !known.has(id)),
      [],
    );
    assert.ok(shipped.followUps.filter(({ text }) => text.includes('?')).length >= 8);
    for (const { text } of shipped.followUps) assert.ok(parseTweet(text).valid, text);
  });

  it('are each in the guide, in order, with a kind of the work instruction', async () => {
    assert.deepEqual(
      guide.map((entry) => entry.id),
      shipped.posts.map((post) => post.id),
    );
    const settings = parse(await readFile(join(FOLDER, '../../../webcare.yml'), 'utf8')) as {
      instruction: { kinds: object; noReplyReasons: string[] };
    };
    const kinds = Object.keys(settings.instruction.kinds);
    assert.deepEqual([...new Set(guide.map((entry) => entry.kind))].sort(), kinds.sort());
    const places = guide.map((entry) => entry.municipality);
    assert.deepEqual([...new Set(places)].sort(), ['Oostzaan', 'Wormerland', 'elders']);
    assert.ok(places.filter((place) => place === 'Oostzaan').length >= 15);
    assert.ok(places.filter((place) => place === 'Wormerland').length >= 15);
    for (const { id, text } of guide) {
      const reason = /\*\*Reageren\*\*: nee, reden \*([^*]+)\*/.exec(text)?.[1];
      if (reason !== undefined) assert.ok(settings.instruction.noReplyReasons.includes(reason), `${id}: ${reason}`);
    }
  });

  it('have a model answer that fits with its signature, or none where nobody is answered', () => {
    for (const { id, text } of guide) {
      const answer = /^- \*\*Goed antwoord\*\*: "(.+)"$/m.exec(text)?.[1];
      const silent = text.includes('**Reageren**: nee');
      assert.equal(answer === undefined, silent, id);
      if (answer !== undefined) {
        const { valid, weightedLength } = parseTweet(answer + SIGNATURE);
        assert.ok(valid, `${id}: ${weightedLength}`);
      }
    }
  });
});
