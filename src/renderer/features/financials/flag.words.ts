import type { FigureKey, StatementLine } from '../../../main/core/financials/figure-keys.schema.ts'
import { figureDefinitions } from '../../../main/core/financials/figures.rules.ts'
import type { Statement, StatementFlag } from '../../../main/core/financials/financials.contract.ts'
import { liasse } from '../../../main/core/financials/liasse.rules.ts'
import type { Language } from '../../../main/core/kernel/contract.ts'
import type { Translate } from '../../app/i18n.ts'
import type { Tone } from '../../components/tone.ts'

const isFigure = (line: string): line is FigureKey => line in figureDefinitions

/** `FL Chiffre d’affaires net`, or the name of a figure. */
export const lineName = (line: string, language: Language): string => {
  if (isFigure(line)) return figureDefinitions[line][language]
  const box = liasse[line as keyof typeof liasse]
  return box ? `${line} ${box[language]}` : line
}

/** Names in one sentence. */
export const lineNames = (lines: readonly string[], language: Language): string =>
  lines.map((line) => lineName(line, language)).join(', ')

const tones: Record<StatementFlag['code'], Tone> = {
  unbalanced: 'risk',
  'details-differ': 'late',
  'no-revenue': 'risk',
  'lines-missing': 'neutral',
  'negative-equity': 'risk',
  'equity-lost': 'risk',
  annualised: 'neutral',
  stale: 'late',
  twice: 'late',
}
export const flagTone = ({ code }: StatementFlag): Tone => tones[code]

/** What a reader must know before the figures, as a sentence. */
export const flagWords = (
  { code, details }: StatementFlag,
  { currency }: Pick<Statement, 'currency'>,
  t: Translate,
  language: Language,
): string => {
  const total = typeof details.total === 'string' ? lineName(details.total, language) : ''
  const keys = Array.isArray(details.keys) ? lineNames(details.keys as StatementLine[], language) : ''
  return t(`financials:flag.${code}`, { currency, ...details, total, keys })
}
