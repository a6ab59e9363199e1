import { createHash } from 'node:crypto'
import { zipSync } from 'fflate'
import { uuidv7 } from 'uuidv7'
import { strengthOf } from '../book/book.strength.ts'
import type { Company } from '../company/company.contract.ts'
import { readLogo, requireCompany } from '../company/company.service.ts'
import type { Customer } from '../customers/customers.contract.ts'
import { readCustomer } from '../customers/customers.service.ts'
import { readDocument } from '../documents/documents.service.ts'
import type { CommandContext, Ports, QueryContext } from '../kernel/context.ts'
import type { Progress, Secret } from '../kernel/contract.ts'
import { addDays, type Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { freeName, safeFileName } from '../kernel/file-name.ts'
import { formatLongDay } from '../kernel/format.ts'
import { fileNameOf } from '../letters/letter.parties.ts'
import { typographic } from '../letters/typography.rules.ts'
import type { Exposure } from '../limits/exposure.schema.ts'
import { exposuresOf } from '../limits/exposure.service.ts'
import { copiesToSend } from '../mail/mail.letters.ts'
import { toMime } from '../mail/mail.mime.ts'
import { datedOf, messageIdOf, recipientsOf } from '../mail/mail.rules.ts'
import { senderOf } from '../mail/mail.settings.ts'
import { decisionToTell } from '../reviews/reviews.letter.ts'
import { readReview } from '../reviews/reviews.read.ts'
import type { Statement } from '../statements/statements.contract.ts'
import { openStatements, statementPdf, statementPdfs } from '../statements/statements.service.ts'
import { tableXlsx } from '../tables/table.xlsx.ts'
import { passphraseText } from './passphrase.rules.ts'
import { PASSPHRASE_ROUNDS, SPACE_FORMAT, type SpaceFile, type SpaceHeader } from './space.model.ts'
import { COPIES_LIMIT, LONGEST_DAYS, type SpaceContents, type spaceRemarks, USUAL_DAYS } from './spaces.contract.ts'
import { spaceHtml, spacePageOf } from './spaces.page.ts'
import { creditOf, payloadOf } from './spaces.payload.rules.ts'
import { insertSpace, lastDecided, nextNumber } from './spaces.repository.ts'
import { answerKeys, drawPassphrase, type Lock, lockOf, sealSpace } from './spaces.seal.ts'
import { FILE_PREFIX, noScript, passphraseSheet, spaceMail } from './spaces.words.ts'

type Wish = { holds: SpaceContents; until?: Day | undefined; as: 'file' | 'draft' }
type Remark = (typeof spaceRemarks)[number]

/** A larger logo is left out: it would be most of every file. */
const LARGEST_LOGO = 60_000
const HTML = 'text/html'

/** Last day of a space; refuses one that is past or too far off. */
const lastDayOf = (ctx: Pick<QueryContext, 'today'>, until: Day | undefined): Day => {
  const day = until ?? addDays(ctx.today, USUAL_DAYS)
  if (day < ctx.today || day > addDays(ctx.today, LONGEST_DAYS))
    throw new Refusal('space.until-invalid', `${day} is no last day of a space`, { until: day })
  return day
}

/** What every space of a publication shares. */
const sharedOf = async (ctx: CommandContext, { holds, until, as }: Wish) => {
  const company = await requireCompany(ctx)
  const logo = await readLogo(ctx, company)
  const sender = await senderOf(ctx, company)
  return {
    holds,
    as,
    company,
    sender,
    until: lastDayOf(ctx, until),
    page: spacePageOf(ctx.ports),
    logo:
      logo && logo.bytes.byteLength <= LARGEST_LOGO
        ? `data:${logo.mediaType};base64,${Buffer.from(logo.bytes).toString('base64')}`
        : null,
  }
}
type Shared = Awaited<ReturnType<typeof sharedOf>>

type Known = {
  customer: Customer
  statement: Statement
  exposure: Exposure | null
  pdf: { name: string; bytes: Uint8Array } | null
  passphrase: string
  lock: Lock
}

type Held = Pick<SpaceFile, 'kind' | 'name' | 'mediaType' | 'itemId'> & { bytes: Uint8Array }

/** Copies of the open invoices that the book holds; none of them where they are too large together. */
const copiesOf = async (ctx: CommandContext, { accounts }: Statement): Promise<Held[] | 'too-large'> => {
  const itemIds = accounts.flatMap(({ lines }) => lines.map(({ itemId }) => itemId))
  const copies = await copiesToSend(ctx, itemIds)
  if (copies.reduce((sum, { size }) => sum + size, 0) > COPIES_LIMIT) return 'too-large'
  const held: Held[] = []
  for (const { itemId, documentId, name, mediaType } of copies) {
    const { bytes } = await readDocument(ctx, documentId)
    held.push({ kind: 'invoice', name: safeFileName(name), mediaType, itemId, bytes: new Uint8Array(bytes) })
  }
  return held
}

const decisionFor = async (ctx: CommandContext, customer: Customer) => {
  const id = await lastDecided(ctx.db, customer.id)
  return id === null ? null : decisionToTell(await readReview(ctx, id), customer.language)
}

const nameOf = ({ code, name, language }: Customer, day: Day): string =>
  fileNameOf(`${FILE_PREFIX[language]}-${day}-${code.replace(/[^A-Za-z0-9-]+/g, '-')}`, name).replace(/pdf$/, 'html')

/** Makes one space, records it, and gives the file as it leaves. */
const publishOne = async (ctx: CommandContext, shared: Shared, known: Known) => {
  const { holds, company, until, page, logo, sender, as } = shared
  const { customer, statement, exposure, pdf, lock } = known
  const { language } = customer
  const recipients = as === 'draft' ? recipientsOf(customer.contacts) : null
  const remarks: Remark[] = as === 'draft' && !recipients ? ['no-address'] : []
  const copies = holds.invoices ? await copiesOf(ctx, statement) : []
  if (copies === 'too-large') remarks.push('copies-too-large')
  const held: Held[] = [
    ...(pdf ? [{ kind: 'statement' as const, mediaType: 'application/pdf', itemId: null, ...pdf }] : []),
    ...(copies === 'too-large' ? [] : copies),
  ]
  const id = uuidv7()
  const keys = holds.answers ? await answerKeys() : null
  const header: SpaceHeader = {
    format: SPACE_FORMAT,
    ...{ id, firm: company.name, language, publishedOn: ctx.today, until },
    rounds: PASSPHRASE_ROUNDS,
    salt: lock.salt.toString('base64'),
  }
  const payload = payloadOf({
    ...{ language, until, statement, customer, company, logo },
    files: held.map(({ bytes, ...file }, place) => ({ place, ...file, size: bytes.byteLength })),
    credit: holds.credit && exposure ? creditOf(exposure) : null,
    decision: holds.reasons ? await decisionFor(ctx, customer) : null,
    answering: keys && {
      spaceId: id,
      customerCode: customer.code,
      signingKey: keys.signingKey,
      sealingKey: keys.sealingKey,
      recipient: (sender.replyTo ?? sender.from)?.address ?? '',
      lastDay: until,
    },
  })
  const sealed = sealSpace(
    lock,
    header,
    payload,
    held.map(({ bytes }) => bytes),
  )
  const bytes = new TextEncoder().encode(spaceHtml(page, header, sealed, noScript))
  const name = nameOf(customer, ctx.today)
  const number = await nextNumber(ctx.db)
  await insertSpace(ctx.db, {
    ...{ id, number, customer_id: customer.id, as_of: statement.asOf, until, language },
    holds: JSON.stringify(holds),
    went: recipients ? 'draft' : 'file',
    recipient: recipients ? [...recipients.to, ...recipients.cc].map(({ address }) => address).join(', ') : '',
    file_name: name,
    size: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    public_key: keys?.publicKey ?? '',
    sealing_key: keys?.sealingKey ?? '',
    ...{ published_on: ctx.today, published_at: ctx.now, published_by: ctx.user },
    ...{ withdrawn_on: null, withdrawn_by: '', withdrawn_because: '' },
  })
  if (!recipients) return { id, name, bytes, type: HTML, remarks }
  const reference = `${name.replace(/\.html$/, '')}-${number}`
  const { subject, text } = spaceMail[language]({
    firm: company.name,
    signatory: company.signatory || company.name,
    until: formatLongDay(until, language),
  })
  const message = await toMime({
    ...{ from: sender.from, replyTo: sender.replyTo, ...recipients, draft: true },
    subject: typographic(subject, language),
    text: typographic(text, language),
    messageId: messageIdOf(reference, sender.bookKey),
    dated: datedOf(ctx.today, ctx.now),
    attachments: [{ name, mediaType: HTML, bytes }],
  })
  return { id, name: `${reference}.eml`, bytes: message, type: 'message/rfc822', remarks }
}

const ownNames = (company: Company, customer: Customer): string[] => [company.name, customer.name, customer.code]

/** A passphrase that was chosen, unless it would soon be found; drawn without one. */
const passphraseFor = async (secret: Secret | undefined, company: Company, customer: Customer): Promise<string> => {
  if (!secret) return drawPassphrase(customer.language)
  const passphrase = secret.reveal()
  const { enough } = await strengthOf(passphraseText(passphrase), ownNames(company, customer))
  if (!enough) throw new Refusal('space.passphrase-weak', 'the passphrase would soon be found')
  return passphrase
}

/**
 * Publishes the space of one customer. Refuses `space.until-invalid`, `space.passphrase-weak`, `space.too-large` for
 * copies of invoices above `COPIES_LIMIT`, and `mail.no-address` for a draft to nobody.
 */
export const publishSpace = async (
  ctx: CommandContext,
  { customerId, passphrase: chosen, ...wish }: Wish & { customerId: string; passphrase?: Secret | undefined },
) => {
  const shared = await sharedOf(ctx, wish)
  const customer = await readCustomer(ctx, customerId)
  const passphrase = await passphraseFor(chosen, shared.company, customer)
  const locking = lockOf(passphrase)
  const [statement, exposure] = await factsOf(ctx, [customerId], wish.holds)
  const pdf = wish.holds.statement ? await statementPdf(ctx, wantedOf(customer, ctx.today)) : null
  const known = {
    ...{ customer, passphrase },
    statement: statement.get(customerId) as Statement,
    exposure: exposure.get(customerId) ?? null,
    pdf,
    lock: await locking,
  }
  const { id, name, bytes, type, remarks } = await publishOne(ctx, shared, known)
  if (remarks.includes('no-address'))
    throw new Refusal('mail.no-address', `${customer.name} has no e-mail address`, { name: customer.name })
  if (remarks.includes('copies-too-large'))
    throw new Refusal('space.too-large', `the copies of ${customer.name} are too large together`, {
      name: customer.name,
      limit: COPIES_LIMIT / 1_000_000,
    })
  return { id, passphrase, name, file: new File([bytes], name, { type }) }
}

const wantedOf = ({ id, language }: Pick<Customer, 'id' | 'language'>, asOf: Day) => ({
  customerId: id,
  asOf,
  language,
})

const factsOf = async (ctx: CommandContext, customerIds: readonly string[], { credit }: SpaceContents) => {
  const statements = await openStatements(ctx, { customerIds: [...customerIds], asOf: ctx.today })
  const exposures = credit ? await exposuresOf(ctx, customerIds, ctx.today) : []
  return [statements, new Map(exposures.map((exposure) => [exposure.customerId, exposure]))] as const
}

/**
 * What was made together last in a program. A job tells its result as text: the files are asked for afterwards, by the
 * session that made them. They stand in memory alone, for the passphrases are in them.
 */
const lastMade = new WeakMap<Ports, { id: string; session: string; spaces: File; passphrases: File }>()

type Asking = Pick<QueryContext, 'ports' | 'session'>

export const filesMade = ({ ports, session }: Asking, id: string, what: 'spaces' | 'passphrases') => {
  const made = lastMade.get(ports)
  if (made?.id !== id || made.session !== session)
    throw new Refusal('not-found', 'these spaces are no longer at hand', { id })
  const file = made[what]
  return { name: file.name, file }
}

export const forgetMade = ({ ports, session }: Asking, id: string): void => {
  const made = lastMade.get(ports)
  if (made?.id === id && made.session === session) lastMade.delete(ports)
}

// Keys that are worked out before they are needed: the machine's other cores are kept busy.
const AHEAD = 8
const STEP = 10
const STORED = 0

/** Publishes the spaces of many customers, each under a passphrase of its own. */
export async function* publishSpaces(
  ctx: CommandContext,
  customerIds: readonly string[],
  wish: Wish,
): AsyncGenerator<
  Progress,
  {
    id: string
    count: number
    remarks: { customerId: string; code: string; name: string; remark: Remark }[]
  }
> {
  const shared = await sharedOf(ctx, wish)
  const [statements, exposures] = await factsOf(ctx, customerIds, wish.holds)
  const customers: Customer[] = []
  for (const id of customerIds) customers.push(await readCustomer(ctx, id))
  const passphrases = customers.map(({ language }) => drawPassphrase(language))
  const locks: Promise<Lock>[] = []
  const lockAt = (place: number): Promise<Lock> => {
    for (let next = locks.length; next <= Math.min(place + AHEAD, passphrases.length - 1); next += 1)
      locks.push(lockOf(passphrases[next] as string))
    return locks[place] as Promise<Lock>
  }
  const files: Record<string, [Uint8Array, { level: 0 }]> = {}
  const taken = new Set<string>()
  const remarks: { customerId: string; code: string; name: string; remark: Remark }[] = []
  const rows: string[][] = customers.map(() => [])
  const total = customers.length
  let done = 0
  const papers = wish.holds.statement
    ? statementPdfs(
        ctx,
        customers.map((customer) => wantedOf(customer, ctx.today)),
      )
    : customers.keys().map((index) => ({ index, name: '', bytes: null }))
  yield { step: 'spaces.sealing', done, total }
  for await (const { index, name: paper, bytes: pdf } of papers) {
    ctx.signal?.throwIfAborted()
    const customer = customers[index] as Customer
    const passphrase = passphrases[index] as string
    const one = await publishOne(ctx, shared, {
      ...{ customer, passphrase, statement: statements.get(customer.id) as Statement },
      exposure: exposures.get(customer.id) ?? null,
      pdf: pdf ? { name: paper, bytes: pdf } : null,
      lock: await lockAt(index),
    })
    const name = freeName(one.name, taken)
    taken.add(name.toLowerCase())
    files[name] = [one.bytes, { level: STORED }]
    const { id, code } = customer
    for (const remark of one.remarks) remarks.push({ customerId: id, code, name: customer.name, remark })
    const contact = customer.contacts.find(({ phone }) => phone !== '') ?? customer.contacts[0]
    rows[index] = [code, customer.name, contact?.name ?? '', contact?.phone ?? '', name, passphrase]
    done += 1
    if (done % STEP === 0) yield { step: 'spaces.sealing', done, total }
  }
  yield { step: 'spaces.sealing', done, total }
  const { columns, ...told } = passphraseSheet[shared.company.language]
  const sheet = await tableXlsx({
    ...told,
    currency: shared.company.currency,
    columns: columns.map((label) => ({ label, kind: 'text' as const })),
    rows: rows.map((cells) => ({ cells })),
    totals: null,
    footnotes: [],
  })
  const base = `espaces-${ctx.today}`
  const list = `${base}-phrases.xlsx`
  const id = uuidv7()
  lastMade.set(ctx.ports, {
    id,
    session: ctx.session,
    spaces: new File([new Uint8Array(zipSync(files))], `${base}.zip`, { type: 'application/zip' }),
    passphrases: new File([new Uint8Array(sheet)], list, {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    }),
  })
  return { id, count: total, remarks }
}
