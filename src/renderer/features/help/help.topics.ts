/** Topics of the help, in reading order; each names the screens that it explains. */
export const helpTopics = [
  { id: 'begin', paths: [] },
  { id: 'today', paths: ['/today'] },
  { id: 'imports', paths: ['/imports'] },
  { id: 'customers', paths: ['/customers'] },
  { id: 'receivables', paths: ['/receivables'] },
  { id: 'payments', paths: ['/receivables/plans', '/receivables/revaluation'] },
  { id: 'statements', paths: ['/receivables/statements', '/receivables/confirmations'] },
  { id: 'spaces', paths: ['/receivables/spaces'] },
  { id: 'answers', paths: ['/receivables/answers'] },
  { id: 'bank', paths: ['/bank'] },
  { id: 'disputes', paths: ['/disputes'] },
  { id: 'proofs', paths: ['/proofs'] },
  { id: 'credit', paths: ['/credit'] },
  { id: 'limits', paths: ['/credit/exposure', '/credit/groups', '/credit/claims'] },
  { id: 'creditFile', paths: ['/credit/registers'] },
  { id: 'applications', paths: ['/credit/applications'] },
  { id: 'orders', paths: ['/credit/orders', '/credit/order'] },
  { id: 'dunning', paths: ['/dunning'] },
  { id: 'letters', paths: ['/dunning/letters', '/dunning/registered', '/dunning/wordings'] },
  { id: 'mail', paths: ['/dunning/outbox', '/mail'] },
  { id: 'interest', paths: ['/dunning/plan'] },
  { id: 'claims', paths: ['/dunning/handovers'] },
  { id: 'writeoffs', paths: ['/dunning/write-offs'] },
  { id: 'board', paths: ['/figures', '/figures/forecast'] },
  { id: 'figures', paths: ['/figures/key'] },
  { id: 'payables', paths: [] },
  { id: 'provisions', paths: ['/figures/provisions'] },
  { id: 'reports', paths: ['/figures/report', '/credit/losses'] },
  { id: 'settings', paths: ['/company', '/policy', '/preferences'] },
  { id: 'safety', paths: ['/safety'] },
] as const satisfies { id: string; paths: string[] }[]
export type HelpTopic = (typeof helpTopics)[number]['id']

/** A topic as it is read: sections of a paragraph each, with steps in order or points in none. */
export type HelpText = {
  title: string
  lead: string
  sections: { title: string; text: string; steps?: string[]; points?: string[] }[]
}
export type HelpTexts = Record<HelpTopic, HelpText>

/** The topic of the screen at this address; the longest path that fits. */
export const topicOf = (path: string): HelpTopic => {
  const fits = helpTopics.flatMap(({ id, paths }) =>
    paths.filter((one) => path === one || path.startsWith(`${one}/`)).map((one) => ({ id, length: one.length })),
  )
  return fits.sort((a, b) => b.length - a.length)[0]?.id ?? 'begin'
}
