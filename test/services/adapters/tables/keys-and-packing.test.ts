import assert from 'node:assert/strict';
import fc from 'fast-check';
import { encodeKey, momentKey } from '../../../../services/adapters/tables/keys.ts';
import { pack, unpack } from '../../../../services/adapters/tables/packing.ts';
import { Fault } from '../../../../services/ports/fault.ts';

const anyText = fc.string({ unit: 'binary' });

describe('A key made of any text', () => {
  it('leaves the ids of the networks and of Teams readable', () => {
    const thread = '19:a1_B2-c3@thread.tacv2;messageid=1700000000000';
    assert.equal(encodeKey(thread), thread);
    assert.equal(encodeKey('a/b%c'), 'a!2fb!25c');
  });

  it('holds nothing that keys refuse, and can be read back, so no two texts share one', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const key = encodeKey(text);
        assert.match(key, /^[A-Za-z0-9_.:;@=!-]*$/);
        assert.equal(decodeURIComponent(key.replaceAll('!', '%')), text);
      }),
    );
  });

  it('sorts moments by time', () => {
    fc.assert(
      fc.property(fc.nat(8e15 / 1e3), fc.nat(8e15 / 1e3), (one, other) => {
        assert.equal(momentKey(one) < momentKey(other), one < other);
      }),
    );
  });
});

describe('Data packed into properties', () => {
  it('comes back as it was, in parts that a property takes and that end on whole characters', () => {
    const texts = fc.tuple(anyText, fc.nat(70_000), fc.constantFrom('a', '😀', '"', '\uD83D'));
    fc.assert(
      fc.property(texts, ([text, times, character]) => {
        const data = { text: `${text}${character.repeat(times)}`, list: [null, 1] };
        const packed = pack(data);
        const parts = Object.values(packed).filter((part) => typeof part === 'string');
        assert.ok(parts.every((part) => part.length <= 32_768 && !/\p{Surrogate}/u.test(part)));
        assert.deepEqual(unpack(packed), data);
      }),
      { numRuns: 50 },
    );
  });

  it('ignores the tail of an older, longer value', () => {
    const merged = { ...pack('x'.repeat(100_000)), ...pack('kort') };
    assert.equal(unpack(merged), 'kort');
  });

  it('that is damaged is a fault that names the row', () => {
    const damaged = { partitionKey: 'x:1', rowKey: 'head', json0: '{"half', parts: 1 };
    assert.throws(
      () => unpack(damaged),
      (fault) => fault instanceof Fault && fault.message.startsWith('Row x:1 / head is damaged'),
    );
  });
});
