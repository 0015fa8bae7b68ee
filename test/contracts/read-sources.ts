import assert from 'node:assert/strict';
import { type Post } from '../../services/domain/post.ts';
import { type Network } from '../../services/ports/network.ts';

/** Reads every source of a network from its cursor until nothing more is to be had, and moves the cursors. */
export async function readSources(network: Network, cursors: Map<string, string>): Promise<Post[]> {
  const posts: Post[] = [];
  for (const source of network.sources()) {
    for (let more = true; more;) {
      const read = await network.read(source, cursors.get(source.name) ?? '');
      assert.ok(read.outcome === 'read', JSON.stringify(read));
      posts.push(...read.batch.posts);
      cursors.set(source.name, read.batch.cursor);
      more = read.batch.more;
    }
  }
  return posts;
}
