import type { HelpTexts } from './help.topics.ts'

export const answerTopicsEn: Pick<HelpTexts, 'answers'> = {
  answers: {
    title: 'Customers’ answers',
    lead: 'From its space a customer answers with a small signed file. Nothing enters the book without your decision.',
    sections: [
      {
        title: 'What a customer can say',
        text: 'It announces a payment, disputes an invoice, asks for more credit or longer terms, or corrects its contact data. The page prepares an encrypted file, which the customer attaches to an e-mail: the message holds nothing else.',
      },
      {
        title: 'Read and decide',
        text: 'An answer that was read waits for your decision; a task in the list of the day reminds you.',
        steps: [
          'Drop the .encours-answer file, or several at once, on the Import screen or in Receivables › Answers. Each is read by itself; those refused are listed with why.',
          'Read what the customer says beside what the book says; contact data show before and after.',
          'Change the values if need be, then accept: a promise, a dispute, a credit application or a corrected customer comes of it. Or decline, with a reason.',
        ],
        points: [
          'Attachments (PDF, PNG, JPEG) and the file received stay in the book; an attachment bears the ending of what it really is.',
          'Who receives reminders is yours to say: corrected contact data change nothing of it unless you tick so.',
          'The customer is not told of your decision: tell them.',
        ],
      },
      {
        title: 'What is refused, and why',
        text: 'The signature must be that of a space this book published for this customer. An answer that is forged, damaged, read before, too large, another customer’s, from a space withdrawn or past, too old or of a newer version is refused with its reason; nothing of it is kept.',
        points: [
          'An answer written in time is still read fourteen days after the space ended.',
          'After ninety days, ask for a new one.',
        ],
      },
    ],
  },
}
