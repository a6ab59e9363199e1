import type { Company } from '../company/company.contract.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { LetterLanguage } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'
import { checkNotice, checkNoticeText } from '../letters/formal.rules.ts'
import type { ElementCheck } from '../letters/formal.schema.ts'
import type { LevelInput, ProposedLetter } from './dunning.contract.ts'
import { copiesOf, type DebtorRow, debtorsOf, lettersAbout } from './dunning.formal.repository.ts'
import { makesPaper } from './dunning.plan.rules.ts'
import { formalWordings } from './dunning.sending.ts'
import { wordingOf } from './dunning.wording.service.ts'

type Reading = Pick<QueryContext, 'db'>
type Noticed = {
  letter: Pick<ProposedLetter, 'currency' | 'interest' | 'indemnities'>
  level: Pick<LevelInput, 'newDeadlineDays'>
  debtor: Omit<DebtorRow, 'id' | 'language'>
  language: LetterLanguage
  invoices: number
  earlierLetters: number
  enclosures: number
}

const linesOf = (street: string): string[] => street.split('\n').filter(Boolean)

/** The elements of one notice, with the wording that it would be made with. */
export const elementsOf = (
  company: Company,
  noticed: Noticed,
  wording: { subject: string; body: string } | readonly ElementCheck[],
): ElementCheck[] => {
  const { letter, level, debtor, language } = noticed
  return checkNotice(
    {
      language,
      sender: { ...company, street: linesOf(company.street) },
      recipient: { ...debtor, street: linesOf(debtor.street) },
      invoices: noticed.invoices,
      charged: letter.interest + letter.indemnities > 0,
      deadlineDays: level.newDeadlineDays,
      hasAccount: company.bankAccounts.some(({ currency }) => currency === letter.currency),
      earlierLetters: noticed.earlierLetters,
      enclosures: noticed.enclosures,
    },
    'subject' in wording ? checkNoticeText(wording, language) : wording,
  )
}

type Proposed = { letter: ProposedLetter; level: LevelInput }

/**
 * What each formal notice among the letters has of the elements of a solid one, by the letter's key. Texts are looked at
 * once for each wording and language, whatever the number of letters.
 */
export const checkNotices = async (
  ctx: Reading,
  proposed: readonly Proposed[],
  { company, asOf }: { company: Company; asOf: Day },
): Promise<Map<string, ElementCheck[]>> => {
  const formal = await formalWordings(ctx)
  const notices = proposed.filter(({ level }) => formal.has(level.wording) && makesPaper(level))
  const itemIds = notices.flatMap(({ letter }) => letter.items.map(({ itemId }) => itemId))
  const debtors = new Map(
    (
      await debtorsOf(
        ctx.db,
        notices.map(({ letter }) => letter.customerId),
      )
    ).map((row) => [row.id, row]),
  )
  const reminded = new Set((await lettersAbout(ctx.db, itemIds, asOf)).map(({ item_id }) => item_id))
  const copied = new Set((await copiesOf(ctx.db, itemIds)).map(({ itemId }) => itemId))
  const texts = new Map<string, ElementCheck[]>()
  const textOf = async (key: string, language: LetterLanguage) => {
    const known = texts.get(`${key} ${language}`) ?? checkNoticeText(await wordingOf(ctx, key, language), language)
    texts.set(`${key} ${language}`, known)
    return known
  }
  const checks = new Map<string, ElementCheck[]>()
  for (const { letter, level } of notices) {
    const debtor = debtors.get(letter.customerId)
    if (!debtor) continue
    const noticed = {
      letter,
      level,
      debtor,
      language: debtor.language,
      invoices: letter.items.length,
      earlierLetters: letter.items.filter(({ itemId }) => reminded.has(itemId)).length,
      enclosures: letter.items.filter(({ itemId }) => copied.has(itemId)).length,
    }
    checks.set(letter.key, elementsOf(company, noticed, await textOf(level.wording, debtor.language)))
  }
  return checks
}

/** A letter with what its notice lacks: what is indispensable keeps it from going, the rest is told. */
export const withNoticeChecks = (letter: ProposedLetter, elements: readonly ElementCheck[]): ProposedLetter => {
  const codes = (blocks: boolean) =>
    elements
      .filter((one) => one.state === 'missing' && one.blocks === blocks)
      .map((one) => `formal-element ${one.element}`)
  return {
    ...letter,
    // The account has a problem of its own.
    problems: [...letter.problems, ...codes(true).filter((code) => code !== 'formal-element iban')],
    warnings: [...letter.warnings, ...codes(false)],
  }
}
