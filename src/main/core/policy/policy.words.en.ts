import type { policyWordsFr } from './policy.words.fr.ts'

/** The sentences of the printed policy in English. */
export const policyWordsEn: typeof policyWordsFr = {
  title: 'Credit and collection policy',
  fileName: 'credit-policy',
  inForce: (version, day) => `Version ${version}, in force from ${day}`,
  shipped: 'Policy shipped with the program, not adopted yet',
  printed: (day) => `Printed on ${day}`,
  author: (name) => `Drawn up by ${name}`,
  states: { current: 'In force', coming: 'To come', former: 'Superseded', shipped: 'Not adopted' },
  preamble:
    'These rules apply to every sale on credit by the company. A decision keeps the version it was taken under: a new version changes nothing that is decided.',
  changes: {
    title: (version) => `What changed since version ${version}`,
    titleShipped: 'What changed since the policy shipped',
    columns: ['Clause', 'Point', 'Before', 'From now on'],
    none: 'Nothing changed in the clauses.',
  },
  none: '–',
  writeOff: {
    text: 'A difference on payment may be written off without a credit note up to these amounts.',
    none: 'No difference on payment may be written off without a credit note.',
    columns: ['Currency', 'Largest difference'],
    others: 'Above them, and in any other currency, a credit note is issued, or the debt is written off as follows.',
  },
  losses: {
    text: 'A debt that will not be collected any more is written off on a reasoned proposal with its documents, then approved. A debt written off leaves the balance and the reminders; what is received of it later is a recovery.',
    anyone: 'Anyone other than the author of the proposal may approve it.',
    columns: ['Person', 'Ceiling of approval'],
    fourEyes: 'Nobody approves their own proposal, whatever its amount.',
    alone: (amount: string) =>
      `Up to ${amount} the author of a proposal may approve it; above that another person approves it.`,
  },
  disputes: {
    text: (days) => `A dispute is settled within ${days}. It bears one of these reasons.`,
    retired: (names) => `No longer offered for a new dispute: ${names}.`,
    effect:
      'The disputed part leaves the reminders and stays in the balance; what is not disputed continues to be claimed.',
  },
  proofs: {
    text: 'A claim can be proved once the file holds each of these documents.',
    none: 'No document is asked for: every claim counts as provable.',
  },
  invoicing: {
    text: (delay) => `A delivery is invoiced within ${delay}.`,
    atOnce: 'A delivery is invoiced on the same day.',
  },
  instalments: {
    text: (days) =>
      `An instalment plan is broken when an instalment remains unpaid more than ${days} after its due day. Reminders then start again for the whole balance.`,
    none: 'An instalment plan is broken the day after an unpaid instalment. Reminders then start again for the whole balance.',
    promise: (days) =>
      `A promise to pay is kept when the payment arrives within ${days} of the day promised. Reminders of its invoices wait until then and go on at the next level.`,
    promiseAtOnce:
      'A promise to pay is kept when the payment arrives on the day promised at the latest. Reminders of its invoices wait until then and go on at the next level.',
  },
  charges: {
    contractual: (rate) =>
      `Late-payment interest is due by operation of law, from the day after the due day until payment, at the contractual rate of ${rate} a year.`,
    statutory: (rate) =>
      `Late-payment interest is due by operation of law, from the day after the due day until payment, at the statutory rate: main refinancing rate of the European Central Bank plus 10 points (C. com. L441-10 II)${rate}.`,
    statutoryRate: (rate, semester) => `, that is ${rate} for the ${semester}`,
    semester: (year, half) => `${half === '1' ? 'first' : 'second'} half of ${year}`,
    floorKept: (floor, semester) =>
      `This rate is not below the floor of three times the legal interest rate, ${floor} for the ${semester}.`,
    floorBroken: (floor, semester) =>
      `This rate is below the floor of three times the legal interest rate, ${floor} for the ${semester} (C. com. L441-10 II): it is to be reviewed.`,
    counting: (days) => `Interest is worked out day by day: ${days}.`,
    follows: (rate) => `Rate that applies: ${rate}.`,
    foreign: 'Late-payment interest is due at the statutory rate of the company’s country.',
    indemnity: 'The fixed sum for recovery costs, €40 per invoice paid late, is due in addition (C. com. D441-5).',
    discount: (discount) => `An early-payment discount of ${discount} is granted.`,
    noDiscount: 'No early-payment discount is granted; the invoices say so (C. com. L441-9).',
  },
  limits: {
    text: 'The credit limit is the exposure that the company accepts to carry on a customer. It is worked out by these methods; the arithmetic of each is kept with the decision.',
    columns: ['Method', 'Arithmetic', 'Parameter'],
    methods: {
      need: ['Need', 'yearly purchases without VAT × (1 + VAT) × days / 360, terms and usual delay included'],
      equity: ['Equity', 'share of the customer’s equity; zero if it is negative'],
      supplier: ['Trade payables', 'share of the customer’s trade payables'],
      revenue: ['Revenue', 'the customer’s revenue × share × days / 360'],
      workingCapital: ['Working capital', 'share of the customer’s working capital'],
      ownRevenue: ['Our own capacity', 'share of our yearly revenue, for one customer or its group'],
      external: ['External advice', 'limit advised by the agency or the insurer, as it is'],
    },
    need: (tax, days) => `VAT ${tax}, usual delay ${days}`,
    ownRevenue: (percent, revenue) => `${percent} of ${revenue}`,
    leftOut: 'left out',
    asIs: 'no factor',
    blend:
      'The recommended limit is the lowest of three amounts: the need; the financial base, that is the lowest of equity, trade payables and working capital, times the factor of the class; our own capacity. Guarantees held and the insured part are added. Revenue and external advice are given for comparison.',
    lowest: 'The recommended limit is the lowest of the methods that could be worked out.',
    factors: 'Factor of the financial base',
    classes: 'Class',
    zero: 'A limit of zero is not the absence of a limit: the customer pays cash.',
  },
  terms: {
    company: (terms) => `Unless otherwise agreed, invoices are payable ${terms}.`,
    segments: 'These segments have terms of their own.',
    columns: ['Segment', 'Terms', 'Legal ceiling'],
    kept: 'kept',
    broken: 'exceeded',
    others: 'Other customers',
    check:
      'Checked over the month of this version against the ceiling of 60 days from the invoice date or 45 days end of month (C. com. L441-10 I). Special ceilings (perishables, transport, drinks…) remain to be verified.',
    suppliers: (days) =>
      `Our suppliers grant us ${days} on average: longer terms granted to a customer are to be financed.`,
  },
  scorecard: {
    text: 'The internal mark, from 0 to 100, is the mean of the criteria by their weights. A criterion that is not known is never counted as zero: its weight is spread over the others, and the share known is stated.',
    columns: ['Criterion', 'Origin', 'Weight', 'Share'],
    total: 'Total',
    sources: {
      behaviour: 'our receipts',
      structure: 'annual accounts, structure',
      profitability: 'annual accounts, profitability',
      external: 'rating agency',
      'age-size': 'age and size',
      guarantees: 'guarantees held',
      manual: 'judgement of the analyst',
    },
    classes: 'The mark gives the risk class.',
    classColumns: ['Class', 'Risk', 'Mark'],
    from: (low, high) => `${low} to ${high}`,
    below: (bound) => `below ${bound}`,
  },
  documents: {
    text: 'By amount of the limit, the file holds:',
    columns: ['From', 'Documents'],
    empty: 'No document is asked for.',
  },
  reviews: {
    text: 'Every customer with a limit is reviewed at least as often as its class asks, and earlier when an alert does.',
    row: 'Reviewed every',
    stale: (months) => `An agency report or annual accounts older than ${months} no longer count.`,
  },
  newCustomers: {
    text: (months, ceiling) =>
      `During its first ${months} months a customer has no more than ${ceiling} of exposure without an express decision, whatever is recommended.`,
    none: 'New customers follow no particular rule.',
  },
  exposure: {
    text: 'Exposure is the sum of these components.',
    columns: ['Component', 'In the exposure'],
    yes: 'counted',
    no: 'not counted',
    watch: (percent) => `From ${percent} of the limit on, the account is watched.`,
    tolerance: (percent) => `An order that passes the limit by ${percent} at most is warned of, not refused.`,
    noTolerance: 'An order that passes the limit is refused, without tolerance.',
    delivered: 'An invoice of goods delivered is never refused.',
  },
  late: {
    text: (minimum, warn, refuse) =>
      `As soon as a customer owes more than ${minimum} overdue and not disputed: after ${warn} its orders are warned of; after ${refuse} they are refused, unless a person with authority decides otherwise.`,
    brokenPromise: {
      none: 'A promise to pay that was not kept changes nothing for orders.',
      warn: 'As long as a promise to pay that was not kept is still to be settled, orders are warned of.',
      refuse:
        'As long as a promise to pay that was not kept is still to be settled, orders are refused, unless a person with authority decides otherwise.',
    },
  },
  authority: {
    text: 'These persons decide a limit, up to the amount stated for the class of the customer. A person not named decides nothing.',
    anyone: 'Nobody is named: anyone who works in the file decides, whatever the amount.',
    person: 'Person',
    class: (one) => `Class ${one}`,
    nothing: 'none',
    deputies: 'Deputies',
    deputyColumns: ['Holder', 'Deputy', 'From', 'To'],
    noDeputies: 'No deputy is named.',
    deputyRule: 'A deputy decides within the ceilings of the holder, and the decision names both.',
    escalation: (days) => `A request without an answer for ${days} goes to the next higher level.`,
    fourEyes: (amount) => `From ${amount} on nobody approves their own proposal, whatever their ceiling.`,
  },
  actions: { columns: ['Class', 'Action'], none: 'No particular action is laid down.' },
  alerts: {
    text: 'A review is proposed at once when, between two reviews:',
    lateRise: (days) => `the average delay of the last three months rises by at least ${days}`,
    scoreDrop: (points) => `the payment score loses at least ${points} in three months`,
    inactive: (months) => `a limit stands without an invoice for ${months}`,
    ending: (days) => `a limit, a guarantee or a cover ends within ${days}`,
    always:
      'the limit is passed, insolvency proceedings are published, an instalment plan or a promise to pay is broken, an insured claim must be declared or a document of the file is out of date',
  },
  approval: {
    title: 'Adoption',
    author: 'Drawn up by',
    board: 'Adopted by the management',
    hint: 'date and signature',
  },
}
