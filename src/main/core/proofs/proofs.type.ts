import { type ContentType, typeWithoutSignature } from './proofs.files.rules.ts'

/** The real type of a file, by its content; its name decides only where the content says nothing. */
export const typeOf = async (name: string, bytes: Uint8Array): Promise<ContentType> => {
  // Loaded when the first file is kept: it costs more than the rest of the program's start.
  const { fileTypeFromBuffer } = await import('file-type')
  // A damaged archive makes it throw: that is no type, and no reason to lose the file.
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  return found ?? typeWithoutSignature(name, bytes)
}
