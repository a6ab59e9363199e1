import { requireCompany } from '../company/company.service.ts'
import { readCustomer } from '../customers/customers.service.ts'
import { agreementToSend } from '../instalments/instalments.agreement.ts'
import type { QueryContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { agreementWords } from '../letters/agreement.words.ts'
import { typographic } from '../letters/typography.rules.ts'
import { toMime } from './mail.mime.ts'
import { findSettings } from './mail.repository.ts'
import { datedOf, messageIdOf, recipientsOf } from './mail.rules.ts'
import { senderOf } from './mail.settings.ts'

/**
 * The agreement of an instalment plan as a draft that the user's mail program opens ready to be sent, in the agreement's
 * language. Refuses `mail.no-address` for a customer without one.
 */
export const agreementDraft = async (ctx: QueryContext, documentId: string) => {
  const letter = await agreementToSend(ctx, documentId)
  if (!letter) throw new Refusal('not-found', 'no such agreement', { id: documentId })
  const customer = await readCustomer(ctx, letter.customer_id)
  const recipients = recipientsOf(customer.contacts)
  if (!recipients)
    throw new Refusal('mail.no-address', `${customer.name} has no e-mail address`, { name: customer.name })
  const { from, replyTo } = await senderOf(ctx)
  const { reference, language, document } = letter
  const { subject, text } = agreementWords[language].email
  const company = await requireCompany(ctx)
  const name = `${reference}.eml`
  const bytes = await toMime({
    from,
    replyTo,
    ...recipients,
    subject: subject(reference),
    text: typographic(text(customer.name, company.signatory || company.name), language),
    messageId: messageIdOf(reference, (await findSettings(ctx.db)).book_key),
    dated: datedOf(ctx.today, ctx.now),
    attachments: [{ name: document.name, mediaType: document.media_type, bytes: document.bytes }],
    draft: true,
  })
  return { name, file: new File([bytes], name, { type: 'message/rfc822' }) }
}
