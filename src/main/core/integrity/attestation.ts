import { readLogo, requireCompany } from '../company/company.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { Language } from '../kernel/contract.ts'
import { formatDay } from '../kernel/format.ts'
import type { DocumentData } from '../letters/document.model.ts'
import { typesetterOf } from '../letters/typesetter.port.ts'

const WORDS = {
  fr: {
    file: 'empreinte-du-journal',
    title: 'Empreinte du journal',
    subtitle: 'Preuve de l’état du dossier à ce jour, à garder ailleurs que lui',
    whole: 'Le journal est intact',
    broken: 'Le journal ou des lignes du dossier ont été changés par un autre programme',
    company: 'Société',
    day: 'Jour de travail',
    at: 'Instant (UTC)',
    by: 'Établie par',
    entries: 'Opérations au journal',
    head: 'Empreinte de la dernière (SHA-256)',
    how: 'L’empreinte de chaque opération couvre celle de la précédente. Tant que l’opération du même rang porte cette empreinte, rien de ce qui la précède n’a été récrit.',
  },
  en: {
    file: 'fingerprint-of-the-audit',
    title: 'Fingerprint of the audit',
    subtitle: 'Proof of the state of the book on this day, to be kept elsewhere',
    whole: 'The audit is whole',
    broken: 'Another program changed the audit or rows of the book',
    company: 'Company',
    day: 'Working day',
    at: 'Instant (UTC)',
    by: 'Drawn up by',
    entries: 'Entries of the audit',
    head: 'Fingerprint of the last one (SHA-256)',
    how: 'The fingerprint of each entry covers that of the one before. As long as the entry of the same number bears this fingerprint, nothing before it was rewritten.',
  },
} as const

type Chain = { entries: number; head: string; ok: boolean }

/** One page with the head of the chain. */
export const attestation = async (ctx: QueryContext, { entries, head, ok }: Chain, language: Language) => {
  const words = WORDS[language]
  const company = await requireCompany(ctx)
  const data: DocumentData = {
    language,
    company: { name: company.name, logo: await readLogo(ctx, company), accent: company.accent },
    title: words.title,
    subtitle: words.subtitle,
    reference: '',
    day: ctx.today,
    bylines: [],
    state: ok ? { text: words.whole, tone: 'good' } : { text: words.broken, tone: 'bad' },
    sections: [
      {
        title: '',
        blocks: [
          {
            kind: 'facts',
            columns: 2,
            facts: [
              { label: words.company, value: company.name },
              { label: words.day, value: formatDay(ctx.today, language) },
              { label: words.at, value: ctx.now },
              { label: words.by, value: ctx.user },
              { label: words.entries, value: String(entries) },
            ],
          },
          // In groups, so that it can be read out and copied by hand.
          { kind: 'facts', columns: 1, facts: [{ label: words.head, value: (head.match(/.{1,8}/g) ?? []).join(' ') }] },
          { kind: 'note', text: words.how },
        ],
      },
    ],
  }
  const name = `${words.file}-${ctx.today}.pdf`
  const pdf = typesetterOf(ctx.ports).documentPdf(data)
  return { name, file: new File([new Uint8Array(pdf)], name, { type: 'application/pdf' }) }
}
