const PNG = 0x89504e47
const JPEG = 0xffd8

/** Frames of a JPEG that say how large it is: SOF0 to SOF15 without the tables among them (ITU-T T.81, B.1.1.3). */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/**
 * How many pixels a PNG or JPEG says it has, whatever its size as a file: a few kilobytes may unpack to gigabytes. Null for
 * what is neither, or does not say.
 */
export const pixelsOf = (bytes: Uint8Array): number | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength >= 24 && view.getUint32(0) === PNG) return view.getUint32(16) * view.getUint32(20)
  if (view.byteLength < 4 || view.getUint16(0) !== JPEG) return null
  for (let at = 2; at + 9 <= view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (isFrame(marker)) return view.getUint16(at + 5) * view.getUint16(at + 7)
    // Fill bytes may stand before a marker; after the picture began there is nothing to be found.
    if (marker === 0xda) return null
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}
