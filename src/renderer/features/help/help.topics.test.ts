import { expect, test } from 'vitest'
import { helpTextsEn } from './help.topics.en.ts'
import { helpTextsFr } from './help.topics.fr.ts'
import { type HelpText, helpTopics, topicOf } from './help.topics.ts'

test.each([
  ['/today', 'today'],
  ['/bank', 'bank'],
  ['/bank/statements', 'bank'],
  ['/receivables', 'receivables'],
  ['/receivables/aged', 'receivables'],
  ['/receivables/plans', 'payments'],
  ['/receivables/statements', 'statements'],
  ['/receivables/confirmations/0190', 'statements'],
  ['/receivables/spaces', 'spaces'],
  ['/receivables/answers', 'answers'],
  ['/dunning', 'dunning'],
  ['/dunning/wordings', 'letters'],
  ['/dunning/outbox', 'mail'],
  ['/dunning/write-offs', 'writeoffs'],
  ['/figures', 'board'],
  ['/figures/key', 'figures'],
  ['/figures/report', 'reports'],
  ['/credit/losses', 'reports'],
  ['/figures/provisions', 'provisions'],
  ['/dunning/handovers/0190', 'claims'],
  ['/customers/0190', 'customers'],
  ['/credit/exposure', 'limits'],
  ['/credit/registers', 'creditFile'],
  ['/credit/applications', 'applications'],
  ['/credit/order', 'orders'],
  ['/safety', 'safety'],
  ['/help', 'begin'],
])('F1 on %s opens %s', (path, topic) => expect(topicOf(path)).toBe(topic))

test('each topic says as much in French as in English', () => {
  const shape = ({ sections }: HelpText) => sections.map(({ steps = [], points = [] }) => [steps.length, points.length])
  for (const { id } of helpTopics) expect(shape(helpTextsFr[id])).toEqual(shape(helpTextsEn[id]))
})
