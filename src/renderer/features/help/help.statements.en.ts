import type { HelpTexts } from './help.topics.ts'

export const statementsTopicsEn: Pick<HelpTexts, 'statements'> = {
  statements: {
    title: 'Statements and balance confirmations',
    lead: 'Each customer’s account as the aged balance and the letters of the same day tell it, to the cent.',
    sections: [
      {
        title: 'One statement',
        text: 'On a customer’s page, “Statement of account” shows the page before it is saved: open items or movements, in one of four languages. The QR code asks for what is to be paid: what is overdue less disputes, instalment plans and credits. There is none when nothing is overdue, nor without a bank account in euros, nor for a past day of which less is still to be paid today.',
      },
      {
        title: 'Statements together',
        text: 'Receivables, Statements.',
        steps: [
          'Choose the day, the contents and the customers: all with a balance, with something overdue or with a movement, of a segment or a salesperson. Untick those you do not want, or all at once in the header to tick a few; the figures follow. Enter shows the page.',
          '“Make statements” sets them in the background, each in the customer’s language; cancelling leaves nothing. They stay in the book with their fingerprints, and in each customer’s history. Whoever has none is named with the reason.',
          'Under “Made”, take the message drafts for those with an address, one PDF sorted by postcode for the others, or the ZIP of all.',
        ],
      },
      {
        title: 'Confirmations for the auditor',
        text: 'At the closing, the auditor has balances confirmed by the customers themselves, who answer the auditor directly. Receivables, More, Confirmations, New round.',
        steps: [
          'Give the closing day, the form, the deadline and the auditor’s address. Positive form: the customer answers in any case. Negative form: only if it disagrees.',
          'Choose the customers: all, the largest balances, those from an amount on, a random draw, or by name. Criteria add up, and the coverage is shown. Settled accounts can be among them: that is where omissions are found.',
          'Issue the letters, then print them or take the drafts. Each letter bears a reply slip to the auditor’s address and what the balance is made of.',
          'Record the answers with keys 1 to 3: agrees, differs with the customer’s balance and the reason, no answer. The slip received can be attached. A mistake is corrected by another entry: all of them stay visible.',
          'Whoever did not answer the positive form by the deadline is in Today’s list for thirty days, with the request a click away; reminder drafts recall the day it left. “No answer” closes it.',
          'Give the auditor the list as XLSX, CSV or PDF: balances, answers, differences, coverage, draw.',
        ],
      },
      {
        title: 'The draw',
        text: 'Accounts that nothing else chose are sorted by the SHA-256 of the seed, a line feed and the customer’s code; the first are drawn. With the seed that is printed, the auditor finds the same ones. A balance in a currency without a known rate counts among the largest: it may be.',
      },
      {
        title: 'At the command line',
        text: 'encours statement and encours statements write one statement or many; encours confirmations draw, run, answer and list do what the screens do. encours help tells their options.',
      },
    ],
  },
}
