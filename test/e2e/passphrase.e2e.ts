import { createBook } from './book.ts'
import { call, goTo } from './demo.ts'
import { expect, test } from './fixtures.ts'

const PASSPHRASE = 'tracteur velours nuage'

test('a book is encrypted, asks for its passphrase, and opens with its recovery key too', async ({
  app,
  accessible,
}) => {
  await createBook(app)
  await goTo(app, '/safety?section=passphrase')
  await app.getByRole('button', { name: 'Chiffrer le dossier…' }).press('Enter')
  const asked = app.getByRole('dialog', { name: 'Chiffrer le dossier' })
  const next = asked.getByLabel('Nouvelle phrase secrète', { exact: true })
  const again = asked.getByLabel('La même, une seconde fois')
  await next.fill('azertyuiop12')
  await expect(asked.getByText('des touches voisines du clavier')).toBeVisible()
  await again.fill('azertyuiop12')
  await again.press('Enter')
  await expect(asked.getByRole('alert')).toContainText('serait vite trouvée')
  await next.fill(PASSPHRASE)
  await expect(asked.getByText('Très bonne')).toBeVisible()
  await accessible()
  await again.fill(PASSPHRASE)
  await again.press('Enter')

  const shown = app.getByRole('dialog', { name: 'Clé de secours' })
  await expect(shown.locator('code')).toHaveCount(13)
  const groups = await shown.locator('code').allInnerTexts()
  await accessible()
  await shown.getByLabel('Dernier groupe de la clé').fill(groups.at(-1)?.toLowerCase() ?? '')
  await shown.getByLabel('Dernier groupe de la clé').press('Enter')
  await expect(app.getByRole('heading', { name: 'Ce dossier est chiffré' })).toBeVisible()
  await expect(app.getByText('La clé de secours est notée')).toBeVisible()
  await expect(shown).toHaveCount(0)
  await accessible()

  await call(app, 'book.close', {})
  await goTo(app, '/')
  await app.getByRole('button', { name: /^Maison Alpha/ }).press('Enter')
  const question = app.getByLabel('Phrase secrète', { exact: true })
  await expect(question).toBeFocused()
  await accessible()
  await question.fill('pas celle-ci')
  await question.press('Enter')
  await expect(app.getByRole('alert')).toContainText('Ce n’est pas la phrase secrète')
  await question.fill(['00000', ...groups.slice(1)].join(' '))
  await question.press('Enter')
  await expect(app.getByRole('alert')).toContainText('groupes : 1.')
  await question.fill(groups.join(' '))
  await question.press('Enter')
  await expect(app).toHaveURL(/\/(today|customers|imports|worklist)/)
})
