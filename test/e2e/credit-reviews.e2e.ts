import type { Page } from '@playwright/test'
import { call, goTo, openDemo } from './demo.ts'
import { expect, test } from './fixtures.ts'

type Policy = { inForceFrom: string | null; content: { credit: { authority: unknown[]; deputies: unknown[] } } }
type Exposures = { rows: { customerId: string; name: string; limitState: string }[] }
type Reviews = { reviews: { customerId: string }[] }

const dialog = (app: Page) => app.getByRole('dialog')
const bar = (app: Page) => app.getByRole('region', { name: 'Décision', exact: true })
const list = (app: Page, name: string) => app.getByRole('grid', { name, exact: true })
const ceilings = (amount: number) => [amount, amount, amount, amount, amount]

/** From the last version's day on: nobody is named, or only those given. */
const publish = async (app: Page, authority: unknown[]): Promise<void> => {
  const { versions } = await call<{ versions: Policy[] }>(app, 'policy.versions', {})
  const [last] = versions
  if (!last) throw new Error('no policy')
  const credit = { ...last.content.credit, authority, deputies: [] }
  await call(app, 'policy.save', {
    content: { ...last.content, credit },
    summary: 'Délégations',
    inForceFrom: last.inForceFrom ?? '2026-01-01',
  })
}

/** Somebody without a limit and without a review under way. */
const withoutLimit = async (app: Page): Promise<string> => {
  const { rows } = await call<Exposures>(app, 'limits.exposures', { limit: 1000 })
  const { reviews } = await call<Reviews>(app, 'reviews.list', { show: 'open', limit: 1000 })
  const free = rows.find(
    ({ customerId, limitState }) => limitState === 'none' && reviews.every((one) => one.customerId !== customerId),
  )
  if (!free) throw new Error('every customer of the demo has a limit')
  return free.name
}

/** From the queue to the page of a new review, by keyboard. */
const openReview = async (app: Page, name: string): Promise<void> => {
  await expect(list(app, 'Crédit\u202f: à décider').locator('tbody tr').first()).toBeVisible()
  await app.keyboard.press('n')
  await dialog(app).getByRole('combobox', { name: 'Client' }).fill(name)
  await expect(app.getByRole('option').first()).toContainText(name)
  await app.keyboard.press('ArrowDown')
  await app.keyboard.press('Enter')
  await dialog(app).getByLabel('La question, en quelques mots').fill('Le client demande une première limite.')
  await dialog(app).getByRole('button', { name: 'Ouvrir la revue' }).press('Enter')
  await expect(app.getByRole('heading', { level: 1 })).toContainText(name)
}

const propose = async (app: Page, amount: string): Promise<void> => {
  await app.keyboard.press('p')
  await app.keyboard.type(amount)
  await app.getByLabel(/^Motif/).fill('Paie à trente jours depuis un an')
}

test('a review is opened, proposed, decided and told to the customer by keyboard', async ({ app, accessible }) => {
  await openDemo(app, '/credit')
  await publish(app, [])
  const name = await withoutLimit(app)
  await goTo(app, '/credit')
  await expect(list(app, 'Crédit\u202f: à décider').locator('tbody tr').first()).toBeVisible()
  await accessible()
  await openReview(app, name)
  await expect(app.getByText('Le client demande une première limite.')).toBeVisible()
  await expect(app.getByRole('table', { name: 'Limite recommandée' })).toContainText('Besoin')
  await accessible()

  await propose(app, '2500')
  await expect(app.getByText(/^Première limite\s: 2\s500,00\s€$/)).toBeVisible()
  await expect(app.getByText('la politique ne nomme personne')).toBeVisible()
  await app.keyboard.press('Control+Enter')
  await expect(app.getByRole('list', { name: 'Versions de la proposition' })).toContainText('attend une réponse')
  await expect(bar(app)).toContainText(/aucune → 2\s500,00\s€/)
  await app.keyboard.press('Escape')
  await expect(app).toHaveURL(/\/credit$/)
  await expect(
    list(app, 'Crédit\u202f: à décider').locator('tbody tr').filter({ hasText: name }).filter({ hasText: 'à décider' }),
  ).toContainText('Première limite')
  await app.goForward()

  await expect(bar(app).getByRole('button', { name: /^Approuver/ })).toBeVisible()
  await app.keyboard.press('a')
  await expect(dialog(app)).toContainText(/Une première limite de 2\s500,00\s€ est accordée/)
  await expect(dialog(app).getByLabel(/^Motif/)).toBeFocused()
  await app.keyboard.type('Besoin couvert')
  await app.keyboard.press('Control+Enter')
  await expect(app.getByText(/^Approuvée\s: Première limite 2\s500,00\s€/)).toBeVisible()
  await expect(bar(app)).toHaveCount(0)

  await app.keyboard.press('9')
  await expect(app.getByRole('img', { name: 'Page 1 de la lettre de décision' })).toBeVisible()
  await app.keyboard.press('l')
  const letter = app.waitForEvent('download')
  await dialog(app).getByRole('button', { name: 'Émettre la lettre' }).press('Enter')
  expect((await letter).suggestedFilename()).toMatch(/\.pdf$/)
  await expect(app.getByText(/^Émise le/)).toBeVisible()
})

test('who may not decide is told why, and who may; a proposal taken back stays among the versions', async ({
  app,
  accessible,
}) => {
  await openDemo(app, '/credit')
  await publish(app, [{ person: 'Hélène Vasseur', ceilings: ceilings(100_000_00) }])
  const name = await withoutLimit(app)
  await goTo(app, '/credit')
  await openReview(app, name)
  await propose(app, '3000')
  await expect(app.getByRole('status').filter({ hasText: 'Décidera' })).toContainText('Hélène Vasseur')
  await accessible()
  await app.keyboard.press('Control+Enter')
  await expect(bar(app)).toContainText(
    'Ce montant dépasse votre délégation\u202f: la décision revient à Hélène Vasseur.',
  )
  await expect(bar(app).getByRole('button', { name: /^Approuver/ })).toHaveCount(0)
  await expect(app.getByRole('list', { name: 'Circuit de décision' })).toContainText('sa réponse est attendue')

  await bar(app)
    .getByRole('button', { name: /^Reprendre/ })
    .press('Enter')
  await expect(app.getByRole('list', { name: 'Versions de la proposition' })).toContainText('reprise par son auteur')
  await app.keyboard.press('n')
  await expect(app.getByLabel('Ajouter à la discussion')).toBeFocused()
  await app.keyboard.type('Attendre les comptes annuels')
  await app.keyboard.press('Control+Enter')
  await expect(app.getByRole('listitem').filter({ hasText: 'Attendre les comptes annuels' })).toBeVisible()
})

test('an alert is seen with a reason and leaves the list; another opens its review', async ({ app, accessible }) => {
  await openDemo(app, '/credit/alerts?kind=score-drop')
  const rows = list(app, 'Alertes').locator('tbody tr')
  await expect(rows.first()).toBeVisible()
  const before = await rows.count()
  await app.keyboard.press('j')
  await expect(app.getByRole('complementary')).toContainText('Score de paiement de')
  await accessible()
  await app.keyboard.press('v')
  await expect(dialog(app).getByLabel(/^Pourquoi/)).toBeFocused()
  await app.keyboard.type('Litige en cours, réglé vendredi')
  await app.keyboard.press('Control+Enter')
  await expect(rows).toHaveCount(before - 1)

  await app.keyboard.press('j')
  await app.keyboard.press('Enter')
  await expect(app).toHaveURL(/\/credit\/reviews\/[0-9a-f-]+$/)
  await expect(app.getByText('Que change cette alerte au crédit de')).toBeVisible()
})
