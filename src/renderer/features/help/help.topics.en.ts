import { answerTopicsEn } from './help.answers.en.ts'
import { boardTopicsEn } from './help.board.en.ts'
import { claimTopicsEn } from './help.claims.en.ts'
import { figureTopicsEn } from './help.figures.en.ts'
import { mailTopicsEn } from './help.mail.en.ts'
import { orderTopicsEn } from './help.orders.en.ts'
import { payableTopicsEn } from './help.payables.en.ts'
import { planSectionsEn } from './help.plans.en.ts'
import { provisionTopicsEn } from './help.provisions.en.ts'
import { reportTopicsEn } from './help.reports.en.ts'
import { safetyTopicsEn } from './help.safety.en.ts'
import { spaceTopicsEn } from './help.spaces.en.ts'
import { statementsTopicsEn } from './help.statements.en.ts'
import type { HelpTexts } from './help.topics.ts'
import { writeoffTopicsEn } from './help.writeoffs.en.ts'

export const helpTextsEn: HelpTexts = {
  begin: {
    title: 'Where to begin',
    lead: 'From an accounting export to reminders, in minutes and offline.',
    sections: [
      {
        title: 'Four steps',
        text: 'Encours works on one file, your company’s book, kept wherever you like.',
        steps: [
          'Create your company, or drop your ledger export on the first screen.',
          'Complete Settings › Company: address, IBAN, logo. They stand on the letters.',
          'Check the aged balance: its difference from the ledger must be nil.',
          'Open Reminders, check the proposal, issue.',
        ],
      },
      {
        title: 'The working day',
        text: 'It stands at the top right and serves every calculation: what is overdue, levels, interest. Change it to look back at an earlier situation.',
      },
      {
        title: 'Going fast',
        text: 'Ctrl+K finds a customer, a document, a screen or an action. “?” shows the keys of the screen, F1 opens this help at the right page. The demo company lets you try without risk.',
      },
    ],
  },
  today: {
    title: 'The list of the day',
    lead: 'Whom to call now, why, and what to ask.',
    sections: [
      {
        title: 'How it is ordered',
        text: 'Each reason is worth points by its figures: amount, delay, habit, limit, broken promise, deadline. Their sum places the customer, and every point is written at the right. “Weights” shows and changes them.',
        points: [
          'A broken promise comes back on top.',
          'What is contested, promised, in a plan or on hold moves a customer down by its share.',
          'A customer dealt with leaves the list and comes back on the day of the next action.',
        ],
      },
      {
        title: 'A call by keyboard',
        text: 'The first customer is ready; j and k walk the list.',
        steps: [
          '“t” starts the timer.',
          'Tick the invoices you talk about, ask the questions in order.',
          'The keys 1 to 7 record the outcome. The next action is always proposed, with its day.',
          'Enter records and goes to the next customer.',
        ],
      },
    ],
  },
  imports: {
    title: 'Importing files',
    lead: 'A format is recognised by its content, never by its name.',
    sections: [
      {
        title: 'What is read',
        text: 'FEC exports of any French accounting program, templates of receivables and customers (CSV or Excel), any other table through a mapping of columns, bank statements (CAMT.053 and .054, CFONB 120, MT940, OFX, QIF, CSV), electronic invoices (Factur-X, ZUGFeRD, UBL, CII).',
      },
      {
        title: 'All or nothing',
        text: 'A file is taken whole or not at all, unless you choose to leave out the refused lines: each is listed with its number, column and reason. Reading the same file again changes nothing; a longer export adds only what is new.',
      },
      {
        title: 'Due dates of a FEC',
        text: 'A FEC holds no due dates: they are computed from the customer’s terms, else the company’s, and marked so. An electronic invoice brings the true one.',
      },
    ],
  },
  customers: {
    title: 'The customer file',
    lead: 'All that is known of a customer, on one page.',
    sections: [
      {
        title: 'Situation',
        text: 'Balance, overdue, open items, age of the debt, and on the right the timeline: invoices, payments, letters, disputes, documents.',
      },
      {
        title: 'Checks',
        text: 'SIREN, VAT number and IBAN are checked by their keys. A SIREN already used is pointed out with the other customer’s name; two files of one customer can be merged without losing anything.',
      },
      {
        title: 'Payment terms',
        text: 'Changing a customer’s terms moves the due dates computed from them, never those printed on an invoice. A term above the legal ceiling is pointed out.',
      },
      {
        title: 'Segment and salesperson',
        text: 'Both are free text and may come from the customers template or any table (columns “segment”, “salesperson”, “account manager”…). They filter the list, and figures are read by segment as by salesperson.',
      },
    ],
  },
  receivables: {
    title: 'Receivables and aged balance',
    lead: 'What is owed, as of any past day.',
    sections: [
      {
        title: 'Aged balance',
        text: 'It sorts what is still owed by days late. What is due today is not late; exactly thirty days belong to 1–30. A match dated later is not seen. Unallocated credits have a column of their own, and the control line compares with the ledger.',
      },
      {
        title: 'Of which disputed, to come',
        text: 'A disputed amount stays in the balance and is shown apart. A receipt dated after the balance stands under “to come”, without lowering what is owed on that day.',
      },
      { title: 'Exporting', text: 'Excel, CSV or PDF, with the same figures as the screen.' },
    ],
  },
  payments: {
    title: 'Payments and allocation',
    lead: 'Both sides of a match fall by the same amount, never by more than what is open.',
    sections: [
      {
        title: 'Recording a receipt',
        text: 'Tick the invoices that it pays, or have it settle the oldest. What is not placed stays in credit, unallocated. A draft bears its maturity, a foreign currency its rate.',
      },
      {
        title: 'Bounced receipts',
        text: 'A bounced cheque or a rejected debit opens the invoices again at their own due dates, from the day it came back. For late interest, that payment never took place.',
      },
      {
        title: 'Small differences, discount, set-off',
        text: 'A difference is written off within the policy’s limit. A discount corrects VAT. A set-off ends both debts up to the smaller one.',
      },
      {
        title: 'Undoing a match',
        text: 'A match undone stays visible, struck through, with its reason: the book keeps the trace of everything.',
      },
      {
        title: 'Instalment plans',
        text: 'While a plan is kept, its invoices are not reminded. It is broken when an instalment is not paid within the policy’s days of grace; reminders then start again.',
      },
    ],
  },
  bank: {
    title: 'Bank and matching',
    lead: 'Lines of the statement on the left, the invoices they pay on the right.',
    sections: [
      {
        title: 'Matching by keyboard',
        text: 'Enter accepts the chosen proposal and goes on to the next line.',
        points: [
          'Number keys choose among the proposals.',
          '“a” accepts at once those whose reference and amount are exact.',
          '“m” splits by hand, “c” names another customer, “s” sets aside what is no customer’s receipt.',
          '“u” undoes the last acceptance.',
        ],
      },
      {
        title: 'Why this proposal',
        text: 'Each proposal gives its reasons: a number quoted, even shortened, an RF reference, an IBAN or a label seen before, a name, the amount of one invoice, of several, of the balance, or less a discount. Your past choices count.',
      },
      {
        title: 'Statements',
        text: 'A statement that does not add up is taken with a warning that gives the difference. A movement told by an earlier statement does not count twice. A rejected debit is never taken for a receipt.',
      },
    ],
  },
  disputes: {
    title: 'Disputes and holds',
    lead: 'What is disputed leaves the reminders, not the balance.',
    sections: [
      {
        title: 'Opening and following',
        text: 'A dispute has a reason, an amount, an owner and a deadline. The undisputed part goes on being reminded. Each step is noted.',
      },
      {
        title: 'Concluding',
        text: 'The claim stands, or part of it is given up: the credit note is then made and matched in one step. Age and duration are measured by reason.',
      },
      {
        title: 'Holding',
        text: 'A hold stops the reminders of a customer or of an invoice, with a reason, an owner and an end. It ends by itself, and the item comes back the day after.',
      },
    ],
  },
  proofs: {
    title: 'Documents and invoicing delay',
    lead: 'A claim is worth what can be proved.',
    sections: [
      {
        title: 'The register of proofs',
        text: 'Order, contract, terms accepted, delivery note, acknowledgement of debt: drop the files on the customer or the invoice. They are kept in the book with their hash, 20 MB each at most. An executable file opens only after a warning.',
      },
      {
        title: 'Is this claim provable?',
        text: 'The policy’s checklist says, invoice by invoice, what is there and what is missing. An expired document no longer counts.',
      },
      {
        title: 'Invoicing delay',
        text: 'Delivered, invoiced, sent: the days between them delay payment by as much. The screen shows deliveries not invoiced within the policy’s hours, and what the delay costs in DSO days.',
      },
    ],
  },
  credit: {
    title: 'Credit reviews and alerts',
    lead: 'Who grants how much, on which evidence, by whom and why: readable two years later.',
    sections: [
      {
        title: 'The list of what is to decide',
        text: 'One line for each customer that asks for something, the most pressing first: proposals that wait for you, grave alerts, reviews returned or overdue, alerts, reviews to come. Enter opens the review, or starts it. The calendar counts the reviews of the next twelve months; a click shows them.',
      },
      {
        title: 'A review from start to end',
        text: 'Opening a review freezes what is known of the customer on that day. The digits 1 to 0 lead from part to part.',
        steps: [
          'Read the evidence: exposure, behaviour, scorecard, statements, alerts. “g” freezes it again while nothing is submitted.',
          'Propose an amount (“p”): the program says whether it raises, keeps or reduces, and who will decide by the policy.',
          'The decider approves (“a”), refuses (“r”) or returns it with a question (“q”), always with a reason.',
          'Issue the letter to the customer (“l”) and keep the dossier as a PDF (“d”).',
        ],
      },
      {
        title: 'The route',
        text: 'The authority matrix of the policy names the people. Without an answer in time the proposal goes to the next level as well; a deputy decides during an absence. From the four-eyes amount on nobody decides their own proposal alone. Refused versions stay in the file.',
      },
      {
        title: 'Withdrawing a limit',
        text: 'A withdrawal excludes the customer from any sale and hands the account to collection with its open items. The confirmation tells how many.',
      },
      {
        title: 'Alerts',
        text: 'Between two reviews the program watches what the policy names. An alert leads to a review (Enter), or is marked as seen with a reason (“v”): it comes back if it happens again.',
      },
    ],
  },
  limits: {
    title: 'Limits and exposure',
    lead: 'How much a customer may owe, what it owes already, and who decided so.',
    sections: [
      {
        title: 'Traffic light and limit',
        text: 'At the head of each customer: green, nothing against an order; amber, it passes with caution; red, it is refused. The gravest reason stands beside, all of them in the Credit tab. What was delivered is never blocked.',
      },
      {
        title: 'Deciding a limit',
        text: 'In the Credit tab, “l”. A limit is a dated decision with its reason: it is never erased, another one replaces it. Not set and zero are two things: zero accepts cash only.',
        points: [
          'Internal: what the firm accepts.',
          'Temporary: stands in for the internal one until it ends. A lowered internal limit ends it.',
          'Credit insurance and guarantee: shown beside, they lower the firm’s own risk.',
          'Above your authority, the policy names who may decide; a review puts it before them.',
        ],
      },
      {
        title: 'Exposure',
        text: 'A sum with one line for each part: invoices, contested, delivered and not invoiced, orders, drafts, bounced payments, less credits not allocated. The policy says what counts. A currency without a rate is named, never counted as zero. The list also shows limits that will be passed within 30 days.',
      },
      {
        title: 'Groups',
        text: 'Companies of a group share a limit: the lower of the customer’s and the group’s applies.',
      },
      {
        title: 'Insured unpaid invoices',
        text: 'Each invoice keeps the cover in force when it was issued. Overdue, it appears with the day by which to declare it: extension, then the policy’s notice days, earlier in an insolvency. The program sends nothing: note the declaration once it is made.',
      },
      {
        title: 'Excluding, allowing',
        text: 'An exclusion refuses every order, prepaid or not. Allowing lets orders pass up to an amount and a day: it lifts what refuses at that moment, nothing else.',
      },
    ],
  },
  creditFile: {
    title: 'Credit file: registers, statements, reports',
    lead: 'What registers, accounts and agencies say, each piece with its day and source.',
    sections: [
      {
        title: 'Is the company still in business?',
        text: 'Credit › Registers reads the Sirene stock files, the notices of the BODACC and the LEIs of GLEIF that you download, and holds them against all your customers by SIREN or LEI.',
        steps: [
          'Drop the files: they are read without keeping anything, even at several GB. The bar at the bottom shows how far.',
          'Look at the events found, then keep them. Reading the same file again adds nothing.',
          'In the Credit tab of the customer, read the deadlines: declaration of the claim, claim of goods, relief from lateness. A company of the same name is set aside with a reason.',
        ],
      },
      {
        title: 'Statements',
        text: 'In the Accounts tab, “n” opens the entry, by box of the tax forms or by item: Enter goes down, Ctrl+Enter saves, and totals are checked while you type. A CSV or XLSX table can be dropped too. A line that is missing is never taken for zero: the score says that it cannot be worked out, and why.',
      },
      {
        title: 'Reports of agencies',
        text: 'In the Reports tab, each score stays on the scale of its agency: nothing is worked out again.',
        points: [
          'An unknown report in JSON, XML or CSV is read once you have said where its values stand; the next ones are read by themselves.',
          'The report of another company, a score off its scale or a malformed file is refused with the place at fault.',
        ],
      },
    ],
  },
  ...figureTopicsEn,
  ...mailTopicsEn,
  ...statementsTopicsEn,
  ...spaceTopicsEn,
  ...answerTopicsEn,
  ...claimTopicsEn,
  ...writeoffTopicsEn,
  ...boardTopicsEn,
  ...reportTopicsEn,
  ...payableTopicsEn,
  ...provisionTopicsEn,
  ...orderTopicsEn,
  dunning: {
    title: 'Reminders',
    lead: 'The proposal says whom to remind, and why the others wait.',
    sections: [
      {
        title: 'Propose, check, issue',
        text: 'Levels come from the state of each invoice, never from the day: a week away loses nothing. One level a run. Letters on the left; on the right the items left out, with the reason and the day they come back.',
      },
      {
        title: 'What is deducted',
        text: 'Payments, credit notes, unallocated credits, disputed parts, instalment plans that are kept, holds. The day of the last bank entry is shown before issuing.',
      },
      {
        title: 'After issuing',
        text: 'An issued letter never changes: it is kept with its hash. Mark the run as sent once the letters have left: the next level depends on it. A cancelled letter leaves its trace.',
      },
      ...planSectionsEn,
    ],
  },
  letters: {
    title: 'Letters and wordings',
    lead: 'Your words, set as a printer would set them.',
    sections: [
      {
        title: 'Changing a wording',
        text: 'Each level has its wording, in French and in English; the page follows as you type. Fields in braces are replaced by the customer’s values. An unknown field is pointed out with its line.',
      },
      {
        title: 'Exporting',
        text: 'One PDF per customer in a folder or an archive, or all letters in one PDF for the printer, by postcode, with separators. The QR code pays the right amount to the right account.',
      },
      {
        title: 'By post',
        text: 'The address shows through the right-hand window of a DL envelope, and of most C4 ones: print the test sheet and try yours.',
        steps: [
          'Under More, Post, give registered letters their numbers: scan them one by one, or give the first of a roll of labels.',
          'Save the deposit slip, have it stamped at the counter, and record the letters as handed in: they are sent from that day.',
          'Record what each receipt says, with its scan. A letter refused or not fetched was presented all the same; one to an unknown address leaves a task and a warning.',
        ],
      },
    ],
  },
  interest: {
    title: 'Plan, interest and indemnity',
    lead: 'The calculation is the law’s, day by day, and it can be printed.',
    sections: [
      {
        title: 'Late interest',
        text: 'The ECB rate plus ten points (French Commercial Code L441-10), day by day for each half-year, on what was still owed that day, rounded once. A half-year whose rate is missing stops the calculation and is named.',
      },
      { title: 'Indemnity of €40', text: 'Once per invoice paid late, never per reminder.' },
      {
        title: 'The plan',
        text: 'Each level has a number of days, a minimum gap, a channel, a wording, a new deadline. A plan that cannot work is refused with the reason.',
      },
    ],
  },
  settings: {
    title: 'Settings and policy',
    lead: 'What the company decided, written once.',
    sections: [
      { title: 'Company', text: 'Identity, bank accounts by currency, letterhead, default terms, exchange rates.' },
      {
        title: 'Policy',
        text: 'Dispute reasons, limit of write-offs, documents required, invoicing hours, days of grace of instalment plans. Each change makes a new version: decisions keep the one they were taken under.',
      },
    ],
  },
  ...safetyTopicsEn,
}
