import type { Company } from '../company/company.contract.ts'
import { requireCompany } from '../company/company.service.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import type { Secret } from '../kernel/contract.ts'
import { Refusal } from '../kernel/errors.ts'
import type { MailSettings, MailSettingsOutput } from './mail.contract.ts'
import { isReadable, openPassword, type Sealed, sealPassword } from './mail.password.ts'
import { findSettings, updateSettings } from './mail.repository.ts'
import { isLoopback, type Mailbox, parseMailbox } from './mail.rules.ts'
import type { MailSettingsTable } from './mail.table.ts'

type Reading = Pick<QueryContext, 'db' | 'ports'>

const sealedOf = ({ password, password_by }: MailSettingsTable): Sealed | null =>
  password && password_by ? { by: password_by, bytes: password } : null

const settingsOf = (row: MailSettingsTable): MailSettings => ({
  host: row.host,
  port: row.port,
  security: row.security,
  plainAllowed: row.plain_allowed === 1,
  user: row.login,
  from: row.sender,
  replyTo: row.reply_to,
  copyTo: row.copy_to,
  withStatement: row.with_statement === 1,
  withInvoices: row.with_invoices === 1,
})

export const readSettings = async (ctx: Reading): Promise<MailSettingsOutput> => {
  const row = await findSettings(ctx.db)
  const sealed = sealedOf(row)
  const place = sealed && ((await isReadable(ctx.ports, sealed)) ? sealed.by : 'elsewhere')
  return { settings: settingsOf(row), password: place ?? 'none' }
}

/** Refuses an address that is none, and a server elsewhere spoken to in clear without the user's word. */
export const checkSettings = (settings: MailSettings): MailSettings => {
  for (const field of ['from', 'replyTo', 'copyTo'] as const) {
    const value = settings[field]
    if (value && !parseMailbox(value)) throw new Refusal('mail.address-invalid', `${field} is no address`, { value })
  }
  const { host, security, plainAllowed } = settings
  if (host && security === 'none' && !plainAllowed && !isLoopback(host))
    throw new Refusal('mail.plain-refused', `messages would travel to ${host} in clear`, { host })
  return settings
}

/** @param password null leaves the one there is, but for another server or name; an empty one removes it */
export const saveSettings = async (ctx: CommandContext, settings: MailSettings, password: Secret | null) => {
  const before = await findSettings(ctx.db)
  const { host, port, security, plainAllowed, user, from, replyTo, copyTo, withStatement, withInvoices } =
    checkSettings(settings)
  await updateSettings(ctx.db, {
    host,
    port,
    security,
    plain_allowed: plainAllowed ? 1 : 0,
    login: user,
    sender: from,
    reply_to: replyTo,
    copy_to: copyTo,
    with_statement: withStatement ? 1 : 0,
    with_invoices: withInvoices ? 1 : 0,
  })
  if (password || !isSameAccount(before, settings)) {
    const text = password?.reveal() ?? ''
    const sealed = text === '' ? null : await sealPassword(ctx.ports, text)
    await updateSettings(ctx.db, { password: sealed?.bytes ?? null, password_by: sealed?.by ?? null })
  }
  return readSettings(ctx)
}

/** A password is told to the server it was given for, and to no other. */
const isSameAccount = (row: MailSettingsTable, { host, user }: MailSettings): boolean =>
  row.host === host && row.login === user

export type Account = { host: string; port: number; security: MailSettings['security']; user: string; password: string }

/** What a connection needs; refuses a server that is not set, or a password that is neither kept nor given. */
export const accountOf = async (
  ctx: Reading,
  given: { settings: MailSettings | null; password: Secret | null },
): Promise<Account> => {
  const row = await findSettings(ctx.db)
  const settings = checkSettings(given.settings ?? settingsOf(row))
  const { host, port, security, user } = settings
  if (!host) throw new Refusal('mail.no-settings', 'no mail server is set')
  if (!user) return { host, port, security, user, password: '' }
  const sealed = isSameAccount(row, settings) ? sealedOf(row) : null
  const password = given.password?.reveal() || (sealed && (await openPassword(ctx.ports, sealed)))
  if (!password) throw new Refusal('mail.password-needed', `the password of ${user} is not kept here`, { user })
  return { host, port, security, user, password }
}

/** What messages bring beside the letter, by this choice or, where none is made, as it is set. */
export const broughtBy = async (
  ctx: Pick<QueryContext, 'db'>,
  choice: { withStatement?: boolean | undefined; withInvoices?: boolean | undefined },
) => {
  const { with_statement, with_invoices } = await findSettings(ctx.db)
  return {
    withStatement: choice.withStatement ?? with_statement === 1,
    withInvoices: choice.withInvoices ?? with_invoices === 1,
  }
}

export type Sender = { from: Mailbox | null; replyTo: Mailbox | null; copyTo: Mailbox | null; bookKey: string }

/** Whom messages come from: the settings', else the company. */
export const senderOf = async (ctx: Reading, company?: Company): Promise<Sender> => {
  const row = await findSettings(ctx.db)
  const { name, email } = company ?? (await requireCompany(ctx))
  const from = parseMailbox(row.sender || email)
  return {
    from: from && { name: from.name || name, address: from.address },
    replyTo: parseMailbox(row.reply_to),
    copyTo: parseMailbox(row.copy_to),
    bookKey: row.book_key,
  }
}
