import type { LetterLanguage } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'
import { formatLongDay, formatMoney } from '../kernel/format.ts'
import type { Minor } from '../kernel/money.ts'

type About = {
  customer: string
  signatory: string
  asOf: Day
  totals: readonly { currency: string; total: Minor; overdue: Minor }[]
}

type Words = {
  subject: (day: string, customer: string) => string
  greeting: string
  attached: (day: string) => string
  balance: (amount: string) => string
  inFavour: (amount: string) => string
  overdue: (amount: string) => string
  check: string
  close: string
}

const WORDS: Record<LetterLanguage, Words> = {
  fr: {
    subject: (day, customer) => `Relevé de compte au ${day} – ${customer}`,
    greeting: 'Madame, Monsieur,',
    attached: (day) => `Vous trouverez ci-joint le relevé de votre compte au ${day}.`,
    balance: (amount) => `Solde dû : ${amount}`,
    inFavour: (amount) => `Solde en votre faveur : ${amount}`,
    overdue: (amount) => `dont échu : ${amount}`,
    check: 'Merci de nous signaler tout écart avec vos livres.',
    close: 'Cordialement,',
  },
  en: {
    subject: (day, customer) => `Statement of account as of ${day} – ${customer}`,
    greeting: 'Dear Sir or Madam,',
    attached: (day) => `Please find attached the statement of your account as of ${day}.`,
    balance: (amount) => `Balance due: ${amount}`,
    inFavour: (amount) => `Balance in your favour: ${amount}`,
    overdue: (amount) => `of which overdue: ${amount}`,
    check: 'Please let us know of any difference with your books.',
    close: 'Kind regards,',
  },
  de: {
    subject: (day, customer) => `Kontoauszug zum ${day} – ${customer}`,
    greeting: 'Sehr geehrte Damen und Herren,',
    attached: (day) => `anbei erhalten Sie den Auszug Ihres Kontos zum ${day}.`,
    balance: (amount) => `Offener Saldo: ${amount}`,
    inFavour: (amount) => `Saldo zu Ihren Gunsten: ${amount}`,
    overdue: (amount) => `davon fällig: ${amount}`,
    check: 'Bitte teilen Sie uns Abweichungen von Ihren Büchern mit.',
    close: 'Mit freundlichen Grüßen',
  },
  es: {
    subject: (day, customer) => `Extracto de cuenta a ${day} – ${customer}`,
    greeting: 'Estimados señores:',
    attached: (day) => `Adjuntamos el extracto de su cuenta a ${day}.`,
    balance: (amount) => `Saldo pendiente: ${amount}`,
    inFavour: (amount) => `Saldo a su favor: ${amount}`,
    overdue: (amount) => `del cual vencido: ${amount}`,
    check: 'Les rogamos nos comuniquen cualquier diferencia con sus libros.',
    close: 'Atentamente,',
  },
}

/** The words around a statement of account that goes as a message of its own. */
export const statementMail = (language: LetterLanguage, { customer, signatory, asOf, totals }: About) => {
  const words = WORDS[language]
  const day = formatLongDay(asOf, language)
  const figures = totals.flatMap(({ currency, total, overdue }) => [
    total < 0
      ? words.inFavour(formatMoney(-total, currency, language))
      : words.balance(formatMoney(total, currency, language)),
    ...(overdue > 0 ? [words.overdue(formatMoney(overdue, currency, language))] : []),
  ])
  return {
    subject: words.subject(day, customer),
    text: [words.greeting, [words.attached(day), ...figures].join('\n'), words.check, words.close, signatory].join(
      '\n\n',
    ),
  }
}
