import { createDecipheriv, createPublicKey, verify } from 'node:crypto'
import { Refusal } from '../kernel/errors.ts'
import {
  ANSWER_FORMAT,
  ANSWER_LIMIT,
  type AnswerBody,
  type AnswerEnvelope,
  ATTACHED_LIMIT,
  boundAnswer,
  signedAnswer,
} from './answer.model.ts'
import { attachmentType, endingsOf, namedAs, tooNested } from './answers.rules.ts'
import { answerBody, answerEnvelope } from './answers.schema.ts'

const damaged = (): Refusal => new Refusal('answer.damaged', 'this is no whole answer file')

const jsonOf = (bytes: Uint8Array): unknown => {
  if (tooNested(bytes)) throw damaged()
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw damaged()
  }
}

/** The outside of an answer, before anything of it is believed. Refuses `answer.too-large`, `.damaged`, `.newer-format`. */
export const readEnvelope = async (file: Blob): Promise<{ bytes: Uint8Array; envelope: AnswerEnvelope }> => {
  if (file.size > ANSWER_LIMIT)
    throw new Refusal('answer.too-large', `${file.size} bytes are too many`, { limit: ANSWER_LIMIT / 1_000_000 })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const told = jsonOf(bytes)
  const format = typeof told === 'object' && told !== null && 'format' in told ? told.format : undefined
  if (typeof format === 'number' && format > ANSWER_FORMAT)
    throw new Refusal('answer.newer-format', `format ${format} is newer than this program`, { format })
  const { data: envelope } = answerEnvelope.safeParse(told)
  if (!envelope) throw damaged()
  return { bytes, envelope }
}

const keyOf = (publicKey: string) =>
  createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })

/**
 * The inside of an answer, signed by the space whose keys these are. Refuses `answer.forged` where the signature is not of
 * that space, and `answer.damaged` for what its own page would never have written.
 */
export const openEnvelope = (
  envelope: AnswerEnvelope,
  { publicKey, sealingKey }: { publicKey: string; sealingKey: string },
): AnswerBody => {
  const signature = Buffer.from(envelope.signature, 'base64')
  const key = { key: keyOf(publicKey), dsaEncoding: 'ieee-p1363' as const }
  if (!verify('sha256', Buffer.from(signedAnswer(envelope)), key, signature))
    throw new Refusal('answer.forged', 'the signature is not of this space')
  const { data: body } = answerBody.safeParse(jsonOf(unsealed(envelope, sealingKey)))
  if (!body) throw damaged()
  return body
}

const TAG_LENGTH = 16

const unsealed = ({ space, iv, sealed }: AnswerEnvelope, sealingKey: string): Uint8Array => {
  const bytes = Buffer.from(sealed, 'base64')
  if (bytes.byteLength <= TAG_LENGTH) throw damaged()
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(sealingKey, 'base64'), Buffer.from(iv, 'base64'))
  decipher.setAAD(Buffer.from(boundAnswer(space)))
  decipher.setAuthTag(bytes.subarray(-TAG_LENGTH))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_LENGTH)), decipher.final()])
  } catch {
    throw damaged()
  }
}

export type Attachment = { name: string; mediaType: string; bytes: Uint8Array }

/** Attachments that a reader may open, under names that tell what they are. Refuses `answer.attachment-refused` and `answer.too-large`. */
export const attachmentsOf = ({ files }: AnswerBody): Attachment[] => {
  const attached = files.map(({ name, data }) => {
    const bytes = new Uint8Array(Buffer.from(data, 'base64'))
    const mediaType = attachmentType(bytes)
    if (!mediaType) throw new Refusal('answer.attachment-refused', `${name} is no PDF, PNG or JPEG`, { name })
    return { name: namedAs(name, endingsOf(mediaType)), mediaType, bytes }
  })
  if (attached.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) > ATTACHED_LIMIT)
    throw new Refusal('answer.too-large', 'the attachments are too large', { limit: ATTACHED_LIMIT / 1_000_000 })
  return attached
}
