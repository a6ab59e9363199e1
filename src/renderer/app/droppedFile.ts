let waiting: File | null = null

/** A file dropped before there was a book to import it into waits here for the import screen. */
export const keepDroppedFile = (file: File): void => {
  waiting = file
}

/** Hands it over once. */
export const takeDroppedFile = (): File | null => {
  const file = waiting
  waiting = null
  return file
}
