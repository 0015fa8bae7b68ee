import { crc32, deflateRawSync } from 'node:zlib';

/** One file in an archive. */
export interface ZipEntry {
  /** ASCII, with `/` between folders. */
  readonly name: string;
  readonly data: Buffer;
}

const VERSION = 20;
const DEFLATED = 8;
/** 1 January 1980, the first day that the format knows: equal files make equal archives. */
const DAY_ONE = 0x21;

/** A zip archive of some small files, in the order given. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data } of entries) {
    const packed = deflateRawSync(data, { level: 9 });
    const about = aboutFile(name, data, packed);
    const file = Buffer.concat([numbers([4, 0x04034b50]), about, Buffer.from(name), packed]);
    files.push(file);
    directory.push(
      numbers([4, 0x02014b50], [2, VERSION]),
      about,
      // No comment, first disk, binary, no attributes of a system.
      numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
      Buffer.from(name),
    );
    offset += file.length;
  }
  const index = Buffer.concat(directory);
  const count = entries.length;
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, index.length], [4, offset], [2, 0]);
  return Buffer.concat([...files, index, end]);
}

/** The part that stands both before a file and in the directory. */
function aboutFile(name: string, data: Buffer, packed: Buffer): Buffer {
  return numbers(
    [2, VERSION],
    [2, 0],
    [2, DEFLATED],
    [2, 0],
    [2, DAY_ONE],
    [4, crc32(data)],
    [4, packed.length],
    [4, data.length],
    [2, Buffer.byteLength(name)],
    [2, 0],
  );
}

/** Little-endian numbers, each with its width in bytes. */
function numbers(...parts: readonly (readonly [2 | 4, number])[]): Buffer {
  return Buffer.concat(
    parts.map(([width, value]) => {
      const bytes = Buffer.alloc(width);
      bytes.writeUIntLE(value, 0, width);
      return bytes;
    }),
  );
}
