import type { Words } from '../../app/words.ts'
import type { exchangeFr } from './exchange.fr.ts'

export const exchangeEn = {
  palette: { rates: 'Exchange rates', revaluation: 'Revalue receivables in other currencies' },
  rates: {
    title: 'Exchange rates',
    about:
      'What one unit of each currency is worth in that of the company, day by day. An invoice or a receipt takes the rate of its day, failing that the last one known.',
    currency: 'Currency',
    day: 'Day',
    rate: 'Rate in {{home}}',
    source: 'Source',
    add: 'Add a rate',
    remove: 'Remove',
    removeOf: 'Remove the {{currency}} rate of {{day}}',
    removed: '{{currency}} rate of {{day}} removed',
    empty: {
      title: 'No exchange rate',
      text: 'Without a rate, receivables in other currencies stay in theirs and no exchange difference is calculated.',
    },
  },
  dialog: {
    title: 'Rate of a day',
    rate: '1\u00a0{{currency}} in {{home}}',
    sourceHint: 'ECB, bank…',
    same: 'This is the company’s own currency.',
    reads: '1\u00a0{{currency}} is worth {{rate}}\u00a0{{home}}.',
    submit: 'Save the rate',
    done: '{{currency}} rate of {{day}} saved',
    doneItems_one: '{{currency}} rate of {{day}} saved, taken by {{count, number}} item',
    doneItems_other: '{{currency}} rate of {{day}} saved, taken by {{count, number}} items',
  },
  revaluation: {
    title: 'Receivables in other currencies',
    day: 'Revalued on',
    toRates: 'Exchange rates',
    latent: 'Unrealised difference on {{day}}',
    realised: 'Differences realised until {{day}}',
    gain: 'gain',
    loss: 'loss',
    even: 'no difference',
    open: 'Open',
    base: 'As booked ({{home}})',
    rate: 'Rate of the day',
    revalued: 'Revalued ({{home}})',
    difference: 'Difference ({{home}})',
    remark: 'Direction',
    rateOf: 'Rate of {{day}}.',
    noRate: 'No rate by that day.',
    withoutRate_one: '{{count, number}} item without a rate when it was booked.',
    withoutRate_other: '{{count, number}} items without a rate when they were booked.',
    empty: {
      title: 'No receivable in another currency',
      text: 'Receivables in another currency than the company’s appear here, at their value of the day.',
    },
  },
} satisfies Words<typeof exchangeFr>
