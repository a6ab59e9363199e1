let waiting: readonly File[] = []

/** Files dropped on another screen, or before there was a book to import them into, wait here for the import screen. */
export const keepDroppedFiles = (files: readonly File[]): void => {
  waiting = files
}

/** Hands them over once. */
export const takeDroppedFiles = (): readonly File[] => {
  const files = waiting
  waiting = []
  return files
}
