import type { HelpTexts } from './help.topics.ts'

export const claimTopicsEn: Pick<HelpTexts, 'claims'> = {
  claims: {
    title: 'Hand-over and court',
    lead: 'When the formal notice had no effect: hand the account over, draw up the file, follow the procedure.',
    sections: [
      {
        title: 'From the account to the file',
        text: 'What is open on the day is frozen; letters stop for these items while somebody outside has them, and go on when you close the file.',
        steps: [
          'Hand the account over and say to whom. We tell which route the file allows.',
          'Under “Routes”, read why a route is open or closed, then choose.',
          'Under “Exhibits”, add what is missing and leave out what serves nothing.',
          'Under “Papers and files”, issue the request, the mandate or the whole file, as PDF or ZIP.',
          'Under “Steps”, note what happens: deadlines are counted for you (CPC 641, 642).',
        ],
      },
      {
        title: 'The account',
        text: 'Day by day, line by line, by invoice, rounded once. What payments go to first is always written beside the figure.',
        points: [
          'Interest first: the law’s own order (C. civ. 1343-1), that of an account for a court.',
          'Costs first: costs are accessories of the debt.',
          'Principal first: the principal left is that of the ledger.',
          'Interest bears interest only where the contract or a court says so, for a whole year.',
          'A credit note reduces the principal from its date; the disputed part stands apart; a judgment stops interest the day before.',
        ],
      },
      {
        title: 'What the program does not do',
        text: 'Nothing is sent or filed: papers issued are kept with their fingerprint, you hand them on. The court proposed by the debtor’s seat and the fees are to be checked.',
      },
    ],
  },
}
