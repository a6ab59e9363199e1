import type { LetterLanguage } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'
import type { Statement, StatementAccount } from '../statements/statements.contract.ts'
import type { LetterData } from './letter.model.ts'

export type StatementAccountData = StatementAccount & { payment: LetterData['payment'] }

/** A statement of account as it is printed: figures decided beforehand, amounts in minor units of each account's currency. */
export type StatementData = Pick<Statement, 'kind' | 'from' | 'plans'> & {
  language: LetterLanguage
  sender: LetterData['sender']
  recipient: LetterData['recipient']
  reference: string
  /** The day whose balance it tells. */
  date: Day
  accounts: readonly StatementAccountData[]
}
