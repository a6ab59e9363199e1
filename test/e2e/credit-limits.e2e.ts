import type { Page } from '@playwright/test'
import { call, goTo, openDemo } from './demo.ts'
import { expect, test } from './fixtures.ts'

type Exposures = {
  rows: { customerId: string; name: string; total: number; overdue: { amount: number } }[]
}
type OfCustomer = { own: { base: { limit: { kind: string } | null } }; group: object | null }
type Policy = { content: { credit: { authority: unknown[] } } }

const panel = (app: Page) => app.getByRole('complementary')
const dialog = (app: Page) => app.getByRole('dialog')
const list = (app: Page, name: string) => app.getByRole('grid', { name, exact: true })
const decisions = (app: Page) => app.getByRole('table', { name: 'Décisions', exact: true })

/** Says who may decide; nobody named: anyone. */
const authorise = async (app: Page, people: { person: string; ceilings: number[] }[]) => {
  const { content } = await call<Policy>(app, 'policy.get', {})
  content.credit.authority = people
  await call(app, 'policy.save', { content, summary: 'Délégations' })
}

/** A customer that owes something late and whose limit has just been withdrawn. */
const unlimited = async (app: Page) => {
  const { rows } = await call<Exposures>(app, 'limits.exposures', {})
  for (const { customerId, name, total, overdue } of rows) {
    const { own, group } = await call<OfCustomer>(app, 'limits.ofCustomer', { customerId })
    if (total <= 0 || overdue.amount <= 0 || group || own.base.limit?.kind === 'temporary') continue
    await call(app, 'limits.set', { kind: 'internal', customerId, amount: null, reason: 'Fin de la limite' })
    return { customerId, name, total }
  }
  throw new Error('the demo book has no such customer')
}

test('a limit is decided by keyboard and stands in the head of the customer; zero is cash only', async ({
  app,
  accessible,
}) => {
  await openDemo(app, '/customers')
  await authorise(app, [])
  const { customerId, name, total } = await unlimited(app)
  await goTo(app, `/customers/${customerId}`)
  const head = app.getByRole('link', { name: /^Limite de crédit/ })
  await expect(head).toContainText('non fixée')
  await head.press('Enter')
  await expect(app).toHaveURL(/tab=credit/)
  await expect(decisions(app)).toContainText('Fin de la limite')
  await accessible()

  await app.keyboard.press('l')
  await expect(dialog(app)).toContainText(`Décider pour ${name}`)
  await expect(dialog(app).getByLabel('Limite *')).toBeFocused()
  // Euros: ten times what is owed, so that nothing is passed.
  await app.keyboard.type(String(Math.ceil(total / 10)))
  await dialog(app).getByRole('textbox', { name: 'Motif' }).fill('Bons comptes, garantie de la maison mère')
  await accessible()
  await dialog(app)
    .getByRole('button', { name: /^Fixer la limite/ })
    .press('Enter')
  await expect(dialog(app)).toHaveCount(0)
  await expect(head).toContainText('disponible')
  await expect(decisions(app)).toContainText('Bons comptes, garantie de la maison mère')

  await app.keyboard.press('l')
  await dialog(app).getByText('Zéro : au comptant').click()
  await dialog(app).getByRole('textbox', { name: 'Motif' }).fill('Trois impayés')
  await expect(dialog(app).getByRole('status').filter({ hasText: 'Inférieure à l’encours' })).toBeVisible()
  await dialog(app).getByRole('button', { name: 'Mettre au comptant' }).press('Enter')
  await expect(head).toContainText('Zéro : au comptant')
  await expect(app.getByRole('link', { name: /^bloqué/ })).toBeVisible()
  await expect(decisions(app)).toContainText('Trois impayés')
  await expect(decisions(app)).toContainText('Bons comptes, garantie de la maison mère')
})

test('what exceeds the authority is refused with the names of those who may decide, and goes to a review', async ({
  app,
  accessible,
}) => {
  await openDemo(app, '/customers')
  await authorise(app, [{ person: 'Anne Roux', ceilings: [9e9, 9e9, 9e9, 9e9, 9e9] }])
  const { customerId } = await unlimited(app)
  await goTo(app, `/customers/${customerId}?tab=credit`)
  await expect(app.getByRole('button', { name: /^Fixer une limite/ })).toBeVisible()
  await app.keyboard.press('l')
  await expect(dialog(app).getByLabel('Limite *')).toBeFocused()
  await app.keyboard.type('50000')
  await expect(dialog(app).getByText('Peut décider ce montant : Anne Roux.')).toBeVisible()
  await dialog(app).getByRole('textbox', { name: 'Motif' }).fill('Demande du client')
  await dialog(app)
    .getByRole('button', { name: /^Fixer la limite/ })
    .press('Enter')
  await expect(dialog(app).getByRole('alert')).toContainText('dépasse la délégation')
  await accessible()
  await dialog(app).getByRole('button', { name: 'Ouvrir une revue' }).press('Enter')
  await expect(app).toHaveURL(/\/credit\/reviews\/[0-9a-f-]{36}/)
})

test('exposures are walked with their parts; a group shares a limit; an insured invoice is declared', async ({
  app,
  accessible,
}) => {
  await openDemo(app, '/credit/exposure')
  await authorise(app, [])
  const { customerId, name } = await unlimited(app)
  await expect(app.locator('main input[data-search]')).toBeVisible()
  await app.keyboard.press('/')
  await app.keyboard.type(name)
  const exposures = list(app, 'Encours et limites')
  await expect(exposures.locator('tbody tr')).toHaveCount(1)
  await exposures.focus()
  await app.keyboard.press('j')
  await expect(panel(app).getByRole('table', { name: 'Encours par composante' })).toBeVisible()
  await accessible()
  await app.keyboard.press('Enter')
  await expect(app).toHaveURL(new RegExp(`${customerId}.*tab=credit`))

  await goTo(app, '/credit/groups')
  await expect(app.getByRole('button', { name: 'Nouveau groupe' })).toBeVisible()
  await app.keyboard.press('n')
  await expect(dialog(app).getByRole('textbox').first()).toBeFocused()
  await app.keyboard.type('Groupe du test')
  const member = dialog(app).getByRole('combobox', { name: 'Ajouter un client' })
  await member.fill(name)
  await expect(app.getByRole('option')).toHaveCount(1)
  await app.keyboard.press('ArrowDown')
  await app.keyboard.press('Enter')
  await expect(dialog(app).getByRole('listitem')).toContainText(name)
  await dialog(app).getByRole('button', { name: 'Enregistrer le groupe' }).press('Enter')
  await expect(panel(app).getByRole('heading', { level: 2 })).toHaveText('Groupe du test')
  await expect(panel(app).getByRole('table', { name: 'Membres' })).toContainText(name)
  await accessible()

  await call(app, 'limits.set', {
    kind: 'insured',
    customerId,
    amount: 9_000_000,
    from: '2020-01-01',
    insurer: 'Assureur du test',
    policyNumber: 'P-1',
    coveredShare: '90',
    reason: 'Agrément',
  })
  await goTo(app, '/credit/claims?search=Assureur%20du%20test')
  const claims = list(app, 'Impayés assurés')
  await expect(claims.locator('tbody tr').first()).toBeVisible()
  const before = await claims.locator('tbody tr').count()
  await app.keyboard.press('j')
  const number = await panel(app).getByRole('heading', { level: 2 }).textContent()
  await accessible()
  await app.keyboard.press('d')
  await expect(dialog(app)).toContainText(`Impayé ${number} déclaré`)
  await dialog(app).getByLabel('Référence du dossier').fill('S-42')
  await app.keyboard.press('Enter')
  await expect(app.getByText(`Impayé ${number} déclaré`)).toBeVisible()
  await expect(claims.locator('tbody tr')).toHaveCount(before - 1)
})
