import {
  ANSWER_FORMAT,
  type AnswerBody,
  type AnswerEnvelope,
  boundAnswer,
  signedAnswer,
} from '../../../main/core/answers/answer.model.ts'
import { IV_LENGTH, type SpaceAnswering } from '../../../main/core/spaces/space.model.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))

/** Base64, piece by piece: a whole attachment is too many arguments for one call. */
export const base64 = (bytes: Uint8Array): string => {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return btoa(pieces.join(''))
}

export const newNonce = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The text of an answer's file: sealed for the firm and signed by this space (ECDSA P-256, SHA-256). */
export const sealAnswer = async (
  { spaceId, signingKey, sealingKey }: Pick<SpaceAnswering, 'spaceId' | 'signingKey' | 'sealingKey'>,
  body: AnswerBody,
): Promise<string> => {
  const key = await crypto.subtle.importKey('raw', bytesOf(sealingKey), 'AES-GCM', false, ['encrypt'])
  const drawn = crypto.getRandomValues(new Uint8Array(IV_LENGTH))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: drawn, additionalData: utf8(boundAnswer(spaceId)) },
    key,
    utf8(JSON.stringify(body)),
  )
  const outside = { space: spaceId, iv: base64(drawn), sealed: base64(new Uint8Array(sealed)) }
  const signer = await crypto.subtle.importKey(
    'pkcs8',
    bytesOf(signingKey),
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['sign'],
  )
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, signer, utf8(signedAnswer(outside)))
  const envelope: AnswerEnvelope = { format: ANSWER_FORMAT, ...outside, signature: base64(new Uint8Array(signature)) }
  return JSON.stringify(envelope)
}
