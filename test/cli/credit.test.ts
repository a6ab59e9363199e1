import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFolder } from './encours.ts'

const { encours, file, remove } = openFolder()
afterAll(remove)

const INDUSTRY = {
  grossOperatingSurplus: '260',
  totalDebt: '1600',
  permanentCapital: '1300',
  totalAssets: '2500',
  receivablesAndCash: '1100',
  financialCharges: '45',
  revenue: '4200',
  staffCosts: '800',
  valueAdded: '1250',
}
const PRIVATE = {
  workingCapital: '350',
  retainedEarnings: '500',
  ebit: '180',
  equity: '900',
  totalLiabilities: '1600',
  totalAssets: '2500',
  sales: '4200',
}

beforeAll(() => {
  file('industry.json', JSON.stringify(INDUSTRY))
  file('private.json', JSON.stringify(PRIVATE))
  file('numbers.json', JSON.stringify({ ...PRIVATE, sales: 4200, ebit: 180.5 }))
  file('incomplete.json', JSON.stringify({ ...INDUSTRY, valueAdded: null }))
  file('nothing-sold.json', JSON.stringify({ ...INDUSTRY, revenue: '0' }))
  file('local.json', JSON.stringify({ ...INDUSTRY, revenue: '4 200,50' }))
  file('nested.json', JSON.stringify({ ...INDUSTRY, revenue: { amount: '1' } }))
  file('list.json', '[]')
  file('broken.json', '{')
})

describe('credit score', () => {
  test('prints the score, its class and its ratios', async () => {
    const { status, json, err } = await encours(
      'credit',
      'score',
      '--model',
      'conan-holder',
      '--input',
      'industry.json',
      '--json',
    )
    expect([status, err]).toEqual([0, ''])
    expect(json()).toMatchObject({
      model: 'conan-holder',
      score: '15.05',
      class: 'good',
      ratios: { R1: '0.1625', R2: '0.5200', R3: '0.4400', R4: '0.0107', R5: '0.6400' },
      contributions: { R1: '3.90', R2: '11.44', R3: '7.04', R4: '-0.93', R5: '-6.40' },
      probability: { above: 10, below: 30 },
    })
  })

  test.each([
    ['altman-z1', '2.41', 'grey'],
    ['altman-z2', '2.64', 'safe'],
    ['altman-em', '5.89', 'safe'],
  ])('by %s', async (model, score, zone) => {
    const { json } = await encours('credit', 'score', '--model', model, '--input', 'private.json', '--json')
    expect(json()).toMatchObject({ model, score, class: zone })
  })

  test('takes numbers as JSON writes them', async () => {
    const { json } = await encours('credit', 'score', '--model', 'altman-z2', '--input', 'numbers.json', '--json')
    expect(json().score).toBe('2.65')
  })

  test('for people: each term, what it adds, and for whom the model was made', async () => {
    const { out } = await encours('credit', 'score', '--model', 'conan-holder', '--input', 'industry.json')
    expect(out).toContain('Permanent capital / total assets')
    expect(out).toContain('15.05: Good, failure within three years 10 to 30%')
    expect(out).toContain('French industrial firms')
  })

  test('names the key that is missing', async () => {
    const { status, json } = await encours(
      'credit',
      'score',
      '--model',
      'conan-holder',
      '--input',
      'incomplete.json',
      '--json',
    )
    expect(status).toBe(2)
    expect(json()).toEqual({
      error: {
        code: 'score.key-missing',
        message: 'conan-holder needs valueAdded',
        details: { model: 'conan-holder', key: 'valueAdded', keys: ['valueAdded'] },
      },
    })
  })

  test.each([
    ['conan-holder', 'nothing-sold.json', 'score.not-meaningful'],
    ['conan-holder', 'local.json', 'input.invalid'],
    ['conan-holder', 'nested.json', 'input.invalid'],
    ['conan-holder', 'list.json', 'input.invalid'],
    ['conan-holder', 'broken.json', 'input.invalid'],
    ['conan-holder', 'nowhere.json', 'not-found'],
    ['bdf', 'industry.json', 'score.key-missing'],
  ])('%s of %s is refused: %s', async (model, input, code) => {
    const { status, json } = await encours('credit', 'score', '--model', model, '--input', input, '--json')
    expect([status, json().error.code]).toEqual([2, code])
  })

  test('another model is a word that is off', async () => {
    const { status, err } = await encours('credit', 'score', '--model', 'afdcc', '--input', 'industry.json')
    expect(status).toBe(1)
    expect(err).toContain('Allowed choices are conan-holder')
  })
})
