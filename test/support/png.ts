import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

/** A picture as rows of points; a point is red, green, blue and, with `alpha`, how opaque it is, each 0 to 255. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly alpha: boolean;
  readonly points: readonly (readonly number[])[];
}

/** Reads the kind of PNG that a browser writes: 8 bits a channel, red, green and blue with or without alpha, not interlaced. */
export function readPng(file: string): Picture {
  const bytes = readFileSync(file);
  assert.equal(bytes.toString('latin1', 1, 4), 'PNG', `${file} is no PNG`);
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  const [depth, colourType, , , interlace] = bytes.subarray(24, 29);
  assert.ok(depth === 8 && (colourType === 2 || colourType === 6) && interlace === 0, `${file} is another kind of PNG`);
  const alpha = colourType === 6;
  const channels = alpha ? 4 : 3;
  const plain = unfilter(inflateSync(Buffer.concat(chunks(bytes, 'IDAT'))), width * channels, channels);
  const points = Array.from({ length: width * height }, (_, at) => [
    ...plain.subarray(at * channels, (at + 1) * channels),
  ]);
  return { width, height, alpha, points };
}

function chunks(bytes: Buffer, wanted: string): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const start = at + 8;
    if (bytes.toString('latin1', at + 4, start) === wanted)
      found.push(bytes.subarray(start, start + bytes.readUInt32BE(at)));
  }
  return found;
}

/** Each row begins with the way in which it differs from its neighbours: left, above, and above left. */
function unfilter(rows: Buffer, stride: number, channels: number): Buffer {
  const plain = Buffer.alloc((rows.length / (stride + 1)) * stride);
  for (let at = 0; at < plain.length; at++) {
    const row = Math.floor(at / stride);
    const first = at % stride < channels;
    const left = first ? 0 : plain[at - channels]!;
    const above = row === 0 ? 0 : plain[at - stride]!;
    const corner = first || row === 0 ? 0 : plain[at - stride - channels]!;
    const predicted = [0, left, above, (left + above) >> 1, nearest(left, above, corner)][rows[row * (stride + 1)]!]!;
    plain[at] = rows[at + row + 1]! + predicted;
  }
  return plain;
}

function nearest(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(guess - value));
  if (toLeft! <= toAbove! && toLeft! <= toCorner!) return left;
  return toAbove! <= toCorner! ? above : corner;
}
