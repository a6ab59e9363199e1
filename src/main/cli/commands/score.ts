import { type Command, Option } from 'commander'
import { type ScoreModelCode, scoreModels } from '../../core/financials/financials.contract.ts'
import { Refusal } from '../../core/kernel/errors.ts'
import { answers, declare } from '../command.ts'
import { openFile } from '../files.ts'
import { type Client, type Common, withProgram } from '../session.ts'
import { left, right, table } from '../table.ts'

type Scoring = Common & { model: ScoreModelCode; input: string }

/** `credit score`, under the command that is given. */
export const declareScore = (credit: Command): void => {
  const command = declare(credit, 'score', 'a score from the figures of a financial statement, with its working')
    .addOption(new Option('--model <name>').choices(scoreModels).makeOptionMandatory())
    .requiredOption('--input <file>', 'one JSON object of decimal strings')
  answers(command, async (options: Scoring) => {
    const figures = figuresIn(options.input, await (await openFile(options.input)).text())
    const score = await withProgram(options, (client) => client.financials.score({ model: options.model, figures }))
    return { json: toJson(score), text: toText(score) }
  })
}

/** The figures of a file: text that is a decimal, or a number as JSON writes it; null stands for a figure not known. */
const figuresIn = (path: string, text: string): Record<string, string> => {
  const given = parse(path, text)
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new Refusal('input.invalid', `${path} is not one JSON object`, { field: 'input' })
  return Object.fromEntries(
    Object.entries(given)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => {
        if (typeof value !== 'string' && typeof value !== 'number')
          throw new Refusal('input.invalid', `${key} is not a decimal`, { field: key, value })
        return [key, String(value)]
      }),
  )
}

const parse = (path: string, text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new Refusal('input.invalid', `${path} is not JSON`, { field: 'input' })
  }
}

type Score = Awaited<ReturnType<Client['financials']['score']>>

const toJson = ({ model, score, class: zone, terms, constant, rounding, probability, caution }: Score) => ({
  model,
  score,
  class: zone,
  ratios: Object.fromEntries(terms.map(({ code, value }) => [code, value])),
  contributions: Object.fromEntries(terms.map(({ code, contribution }) => [code, contribution])),
  constant,
  rounding,
  probability,
  caution: caution.en,
})

const toText = ({ score, zone, terms, constant, rounding, probability, caution }: Score): string =>
  [
    table(
      [left('Term'), left('Ratio'), right('Value'), right('Coefficient'), right('Contribution')],
      terms.map(({ code, en, value, coefficient, contribution }) => [code, en, value, coefficient, contribution]),
    ),
    ...(Number(constant) === 0 ? [] : [`Constant ${constant}`]),
    ...(Number(rounding) === 0 ? [] : [`Rounding ${rounding}`]),
    '',
    `${score}: ${zone.en}${probability ? `, failure within three years ${chance(probability)}` : ''}`,
    caution.en,
  ].join('\n')

const chance = ({ above, below }: NonNullable<Score['probability']>): string =>
  above === null ? `below ${below}%` : below === null ? `above ${above}%` : `${above} to ${below}%`
