import type { AnswerBody, AnswerRequest } from '../../src/main/core/answers/answer.model.ts'
import type { SpaceAnswering, SpacePayload } from '../../src/main/core/spaces/space.model.ts'
import { newNonce, sealAnswer } from '../../src/renderer/space/answers/seal.ts'
import type { TestBook } from './book.ts'
import { customerFields, importItems, invoice } from './ledger.ts'
import { openedSpace } from './space.ts'

export const ANSWER_NAME = 'reponse.encours-answer'
const TODAY = '2026-11-22'

export const contact = { name: 'Anne', role: '', email: 'anne@x.example', phone: '0102030405', dunning: true }

/** A customer with an invoice overdue (F1-…) and one not due (F2-…), and the space published to it. */
export const publishedTo = async (book: TestBook, code: string, holds = {}) => {
  const { id: customerId } = await book.client.customers.create(
    customerFields(code, { name: `Client ${code}`, contacts: [contact] }),
  )
  await importItems(book.client, [
    invoice(`F1-${code}`, { customer: code, issued: '2026-09-01', due: '2026-10-01', amount: '1200.00' }),
    invoice(`F2-${code}`, { customer: code, issued: '2026-11-10', due: '2026-12-10', amount: '300.00' }),
  ])
  const made = await book.client.spaces.publish({ customerId, holds: { statement: false, ...holds } })
  const payload = await openedSpace(made.file, made.passphrase)
  const [f1, f2] = payload.accounts[0]?.lines.map(({ itemId }) => itemId) ?? []
  return { customerId, payload, space: made.space, f1: f1 ?? '', f2: f2 ?? '' }
}

export const answeringOf = ({ answering }: SpacePayload): SpaceAnswering => answering as SpaceAnswering

export const bodyOf = (payload: SpacePayload, request: AnswerRequest, rest: Partial<AnswerBody> = {}): AnswerBody => ({
  nonce: newNonce(),
  issued: `${TODAY}T10:00:00.000Z`,
  customer: payload.customer.code,
  sender: { name: 'Anne Roux', email: 'anne@x.example', phone: '' },
  request,
  files: [],
  ...rest,
})
export const fileOf = (text: string) => new File([text], ANSWER_NAME)
export const answered = async (payload: SpacePayload, request: AnswerRequest, rest: Partial<AnswerBody> = {}) =>
  fileOf(await sealAnswer(answeringOf(payload), bodyOf(payload, request, rest)))
