type Field = { value: string; selectionStart: number | null; selectionEnd: number | null }

/** The text of a field with words put in place of its selection, and where the caret goes. */
export const insertAt = ({ value, selectionStart, selectionEnd }: Field, words: string) => {
  const from = selectionStart ?? value.length
  const to = selectionEnd ?? from
  return { text: value.slice(0, from) + words + value.slice(to), caret: from + words.length }
}

/** First and last place of a line, counted from 1; the end of the text when there is no such line. */
export const lineRange = (text: string, line: number): [number, number] => {
  const lines = text.split('\n')
  const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
  if (from > text.length) return [text.length, text.length]
  return [from, from + (lines[line - 1]?.length ?? 0)]
}
