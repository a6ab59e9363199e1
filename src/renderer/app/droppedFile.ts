import { ANSWER_ENDING } from '../../main/core/answers/answer.model.ts'

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

export const isAnswer = ({ name }: File): boolean => name.toLowerCase().endsWith(ANSWER_ENDING)

let answers: readonly File[] = []

/** Answers of customers, dropped among other files, wait here for the screen that reads them. */
export const keepDroppedAnswers = (files: readonly File[]): void => {
  answers = files
}

/** Hands them over once. */
export const takeDroppedAnswers = (): readonly File[] => {
  const files = answers
  answers = []
  return files
}
