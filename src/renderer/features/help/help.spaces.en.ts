import type { HelpTexts } from './help.topics.ts'

export const spaceTopicsEn: Pick<HelpTexts, 'spaces'> = {
  spaces: {
    title: 'Customer spaces',
    lead: 'Each customer sees their account and answers, in an encrypted file that opens in a browser. There is no server.',
    sections: [
      {
        title: 'Publish a space',
        text: 'A space shows the account of the day: balance, open items and their age, how to pay them with the transfer code. The statement, copies of invoices, the credit limit, the reasons of the last decision and a way to answer are added as you choose.',
        steps: [
          'On the customer’s page, Account › Customer space; for many, Receivables › Customer spaces › To publish.',
          'Choose what it shows, until when it opens, and its output: a file, or a message draft that carries it.',
          'Note the passphrase: it is shown once. For many, save the workbook that lists them.',
        ],
      },
      {
        title: 'The passphrase',
        text: 'Give it by another way than the file: telephone, post, text message. It is written neither in the book, nor in the file, nor in the message. A lost one cannot be found again: publish a new space. Accents, capitals and hyphens do not count.',
      },
      {
        title: 'What protects the file',
        text: 'Its contents are encrypted (AES-256-GCM); the key comes from the passphrase by 600,000 rounds of PBKDF2. The page loads nothing, sends nothing and keeps nothing. In the clear stand only your name, the language and the days.',
        points: [
          'The day it expires is that of the customer’s device: it closes the page, it does not erase a file that was kept.',
          'Withdrawing a space makes answers from it refused. A file handed over cannot be called back.',
        ],
      },
      {
        title: 'Who received what',
        text: 'The list and the customer’s timeline keep to whom, when and until when, with the SHA-256 of the file. The file itself is not kept.',
      },
      {
        title: 'Online payment',
        text: 'A payment address, if you have one, is set in Settings › Company; the space puts the customer, the reference and the amount into it.',
      },
    ],
  },
}
