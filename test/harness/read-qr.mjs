import jsqr from 'jsqr';

const decode = jsqr.default ?? jsqr;
/** A camera never sees one pixel per square. */
const PIXELS = 4;

/**
 * The bytes in a QR code that is drawn as an SVG path of unit squares (`M<x> <y>h1v1h-1z`), read by a decoder that has
 * nothing of the encoder; null when there is none to read.
 */
export function readQr(svg) {
  const side = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const width = side * PIXELS;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let row = 0; row < PIXELS; row++)
      for (let column = 0; column < PIXELS; column++) {
        const at = ((Number(y) * PIXELS + row) * width + Number(x) * PIXELS + column) * 4;
        pixels.fill(0, at, at + 3);
      }
  const read = decode(pixels, width, width);
  return read && Buffer.from(read.binaryData);
}
