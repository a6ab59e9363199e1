import { readLogo, requireCompany } from '../company/company.service.ts'
import { readCustomer } from '../customers/customers.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { Language } from '../kernel/contract.ts'
import type { Minor } from '../kernel/money.ts'
import { fold } from '../kernel/text.ts'
import { typesetterOf } from '../letters/typesetter.port.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { composeApplicationForm, composeReferenceForm, type Form } from './forms.document.ts'
import { fillable } from './forms.pdf.ts'
import { FORM_WORDS } from './forms.words.ts'

type Reading = Pick<QueryContext, 'db' | 'today' | 'ports'>

const setForm = async ({ ports }: Reading, { document, inputs }: Form, named: readonly string[]) => {
  const typesetter = typesetterOf(ports)
  const pdf = await fillable(typesetter.documentPdf(document), typesetter.fieldBoxes(document), inputs)
  const name = `${named
    .map((part) => fold(part).replace(/[^a-z0-9]+/g, '-'))
    .join('-')
    .replace(/-+$/, '')}.pdf`
  return { name, file: new File([new Uint8Array(pdf)], name, { type: 'application/pdf' }) }
}

const frame = async (ctx: Reading) => {
  const company = await requireCompany(ctx)
  return { company, logo: await readLogo(ctx, company), day: ctx.today }
}

type FormAsked = { customerId: string | null; asked: Minor | null; language: Language }

/** The application form as a PDF to fill in; what is known of the customer stands in it already. */
export const applicationForm = async (ctx: Reading, { customerId, asked, language }: FormAsked) => {
  const customer = customerId === null ? null : await readCustomer(ctx, customerId)
  const { documents } = (await policyInForce(ctx)).content.credit
  const form = composeApplicationForm({ ...(await frame(ctx)), customer, asked, documents, language })
  return setForm(ctx, form, [FORM_WORDS[language].fileName.application, ...(customer ? [customer.name] : [])])
}

type ReferenceAsked = {
  reference: { supplier: string; contact: string }
  customerId: string
  language: Language
}

/** The request for a trade reference as a PDF to fill in. */
export const referenceForm = async (ctx: Reading, { reference, customerId, language }: ReferenceAsked) => {
  const customer = await readCustomer(ctx, customerId)
  const { supplier, contact } = reference
  const form = composeReferenceForm({ ...(await frame(ctx)), customer, supplier, contact, language })
  return setForm(ctx, form, [FORM_WORDS[language].fileName.reference, customer.name, supplier])
}
