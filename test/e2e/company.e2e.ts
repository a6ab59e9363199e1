import { createBook } from './book.ts'
import { expect, test } from './fixtures.ts'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test.beforeEach(async ({ app }) => {
  await createBook(app)
  await app.getByRole('link', { name: 'Réglages', exact: true }).click()
  await expect(app.getByRole('heading', { name: 'Réglages', level: 1 })).toBeVisible()
})

test('the identity is checked in words, saved with Ctrl+S and taken back', async ({ app, accessible }) => {
  await expect(app.getByLabel('Raison sociale')).toHaveValue('Maison Alpha')
  await accessible()
  const siren = app.getByLabel('SIREN')
  await siren.fill('732829321')
  await siren.press('Control+s')
  await expect(app.getByText('1 champ à corriger')).toBeVisible()
  await expect(app.getByText(/clé de contrôle/)).toBeVisible()
  await accessible()

  await siren.fill('732 829 320')
  await app.getByLabel('N° de TVA').fill('FR44732829320')
  await app.getByLabel('Ville').fill('Lyon')
  await app.getByLabel('Ville').press('Control+s')
  const toast = app.getByRole('alert').filter({ hasText: 'Réglages enregistrés' })
  await expect(toast).toBeVisible()
  await expect(app.getByText('Modifications non enregistrées')).toHaveCount(0)
  await toast.getByRole('button', { name: 'Annuler' }).click()
  await expect(app.getByLabel('Ville')).toHaveValue('')
})

test('a VAT number of another SIREN is told', async ({ app }) => {
  await app.getByLabel('SIREN').fill('732829320')
  await app.getByLabel('N° de TVA').fill('FR96552100554')
  await expect(app.getByText(/n’est pas celui du SIREN/)).toBeVisible()
})

test('unsaved settings are not left behind without a word', async ({ app, accessible }) => {
  await app.getByLabel('Ville').fill('Lyon')
  // From one section to another nothing is lost and nothing is asked.
  await app.getByRole('tab', { name: 'Taux' }).click()
  await app.getByRole('tab', { name: 'Société' }).click()
  await expect(app.getByLabel('Ville')).toHaveValue('Lyon')

  await app.getByRole('link', { name: 'Clients', exact: true }).click()
  const asked = app.getByRole('dialog', { name: 'Quitter sans enregistrer' })
  await expect(asked).toBeVisible()
  await accessible()
  await asked.getByRole('button', { name: 'Rester' }).press('Enter')
  await expect(app.getByLabel('Ville')).toHaveValue('Lyon')
  await app.getByRole('link', { name: 'Clients', exact: true }).click()
  await asked.getByRole('button', { name: 'Quitter sans enregistrer' }).click()
  await expect(app).toHaveURL(/customers/)
})

test('payment terms show the due dates they give and the legal ceiling', async ({ app }) => {
  const kind = app.getByRole('combobox', { name: 'Mode de calcul' })
  await kind.press('Enter')
  await app.getByRole('option', { name: 'Jours, puis fin de mois' }).click()
  const days = app.getByRole('textbox', { name: 'Jours', exact: true })
  await days.fill('45')
  const examples = app.getByRole('table', { name: 'Exemples d’échéances' })
  await expect(examples.getByRole('row')).toHaveCount(4)
  await expect(examples).toContainText(/\d+ jours/)
  await expect(app.getByText(/plafond légal/)).toHaveCount(0)
  await days.fill('75')
  await expect(app.getByText(/plafond légal/)).toBeVisible()
  await expect(app.getByText(/seront recalculées/)).toBeVisible()
  await app.getByRole('button', { name: 'Annuler les modifications' }).click()
  await expect(app.getByText(/plafond légal/)).toHaveCount(0)
})

test('an IBAN is grouped and checked while it is typed', async ({ app, accessible }) => {
  await app.getByRole('tab', { name: 'Banque' }).click()
  await accessible()
  await app.getByRole('button', { name: 'Ajouter un compte' }).press('Enter')
  const iban = app.getByLabel('IBAN')
  await iban.pressSequentially('fr763000600001123456789018')
  await expect(iban).toHaveValue('FR76 3000 6000 0112 3456 7890 18')
  await expect(app.getByText('Encore 1 caractères')).toBeVisible()
  await iban.pressSequentially('8')
  await expect(app.getByText(/La clé de contrôle ne correspond pas/)).toBeVisible()
  await expect(app.getByRole('button', { name: 'Enregistrer le compte' })).toBeDisabled()
  await iban.press('Backspace')
  await iban.pressSequentially('9')
  await expect(app.getByText('IBAN valide')).toBeVisible()
  await accessible()
  await iban.press('Enter')
  await expect(app.getByRole('cell', { name: 'FR76 3000 6000 0112 3456 7890 189' })).toBeVisible()

  await app.getByRole('button', { name: 'Retirer', exact: true }).click()
  const dialog = app.getByRole('dialog', { name: 'Retirer le compte en EUR' })
  await expect(dialog).toContainText('Plus aucune relance en EUR ne pourra être émise')
  await dialog.getByRole('button', { name: 'Retirer le compte' }).press('Enter')
  await expect(app.getByText('Aucun compte bancaire')).toBeVisible()
  await app.getByRole('link', { name: 'Sécurité' }).click()
  await app.getByRole('tab', { name: 'Activité' }).click()
  const activity = app.getByRole('grid', { name: 'Activité' })
  await expect(activity.getByText('Compte bancaire retiré')).toBeVisible()
  await expect(activity.getByText('Compte bancaire enregistré')).toBeVisible()
  await accessible()
})

test('the letterhead takes a logo and a colour, and shows the letter', async ({ app, accessible }) => {
  await app.getByRole('tab', { name: 'Papier à en-tête' }).press('Enter')
  await expect(app.getByAltText('Aperçu de la lettre, page 1')).toBeVisible()
  const chooser = app.waitForEvent('filechooser')
  await app.getByRole('button', { name: 'Choisir un fichier' }).press('Enter')
  await (await chooser).setFiles({ name: 'logo.txt', mimeType: 'text/plain', buffer: Buffer.from('logo') })
  await expect(app.getByText(/logo.txt n’en est pas une/)).toBeVisible()
  const again = app.waitForEvent('filechooser')
  await app.getByRole('button', { name: 'Choisir un fichier' }).press('Enter')
  await (await again).setFiles({ name: 'logo.png', mimeType: 'image/png', buffer: PIXEL })
  await expect(app.getByAltText('Logo de Maison Alpha')).toBeVisible()

  await app.getByLabel('Couleur d’accent', { exact: true }).fill('#ffcc00')
  await expect(app.getByText(/trop clair/)).toBeVisible()
  await app.getByLabel('Couleur d’accent', { exact: true }).fill('#7a1f3d')
  await expect(app.getByText(/lisible/)).toBeVisible()
  await expect(app.getByAltText('Aperçu de la lettre, page 1')).toHaveAttribute('src', /%237a1f3d/)
  await accessible()
  await app.getByRole('button', { name: 'Retirer le logo' }).click()
  await expect(app.getByAltText('Logo de Maison Alpha')).toHaveCount(0)
})

test('the rate tables stand with their source and day of review', async ({ app, accessible }) => {
  await app.getByRole('tab', { name: 'Taux' }).click()
  await expect(app.getByRole('row', { name: /2e semestre 2026/ })).toContainText(/12,40\s%/)
  await expect(app.getByText('C. com. L441-10 II', { exact: true })).toBeVisible()
  await expect(app.getByText('Revue le', { exact: true }).first()).toBeVisible()
  await accessible()
})
