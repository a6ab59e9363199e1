import {
  type AnswerBody,
  ATTACHED_LIMIT,
  ATTACHMENTS_LIMIT,
  attachmentTypes,
} from '../../../main/core/answers/answer.model.ts'
import { Problem } from './draft.ts'
import { base64 } from './seal.ts'
import type { AnswerWords } from './words.ts'

const FIELD = 'answer-files'

/** Attachments as an answer holds them; throws `Problem` for what the firm would refuse. */
export const readAttachments = async (
  files: readonly File[],
  told: AnswerWords['problems'],
): Promise<AnswerBody['files']> => {
  const odd = files.find(({ name }) => !attachmentTypes[name.split('.').at(-1)?.toLowerCase() ?? ''])
  if (odd) throw new Problem(FIELD, told.fileType(odd.name))
  if (files.length > ATTACHMENTS_LIMIT) throw new Problem(FIELD, told.filesTooMany)
  if (files.reduce((sum, { size }) => sum + size, 0) > ATTACHED_LIMIT) throw new Problem(FIELD, told.filesTooLarge)
  return Promise.all(
    files.map(async (file) => ({
      name: file.name.slice(-300),
      data: base64(new Uint8Array(await file.arrayBuffer())),
    })),
  )
}
