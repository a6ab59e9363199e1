import type { HelpTexts } from './help.topics.ts'

export const mailTopicsEn: Pick<HelpTexts, 'mail'> = {
  mail: {
    title: 'Sending by e-mail',
    lead: 'Your letters leave when you decide, each of them once.',
    sections: [
      {
        title: 'From your own mail program',
        text: 'Without a server, each letter is saved as a draft (.eml) with its PDF: your mail program opens it ready to go. Then mark the run as sent.',
      },
      {
        title: 'From Encours',
        text: 'Set the server under E-mail and try it: trying sends nothing.',
        steps: [
          'Under Issued letters, “E-mails…” puts the run into the outbox, with the statement of account and copies of the invoices if you wish. Letters left out are named with the reason.',
          'Read the messages, then send them: each letter that left is marked as sent on that day.',
          'What was refused stays in the outbox with the answer of the server. Correct the address on the customer’s record, take the message out and put the letter in again, or try again.',
        ],
      },
      {
        title: 'Fate unknown',
        text: 'When the connection breaks after the message was handed over, nobody knows whether it arrived. It does not leave again by itself: find out, then say whether it arrived.',
      },
      {
        title: 'Password',
        text: 'It is kept by the keychain of the system, or encrypted under a key that stays on this machine. Otherwise it is asked for at each sending. It is told only to the server it was given for.',
      },
    ],
  },
}
