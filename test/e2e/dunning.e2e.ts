import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { call, goTo, openDemo } from './demo.ts'
import { expect, test } from './fixtures.ts'

const proposed = (app: Page) => app.getByRole('grid', { name: 'Relances proposées' })
const issued = (app: Page) => app.getByRole('grid', { name: 'Lettres émises' })
const panel = (app: Page) => app.getByRole('complementary')
const dialog = (app: Page) => app.getByRole('dialog')
const issueButton = (app: Page) => app.getByRole('button', { name: /^Émettre \d+ relances?$/ })

/** The number a button says. */
const numberIn = async (button: ReturnType<typeof issueButton>): Promise<number> =>
  Number(/\d+/.exec((await button.textContent()) ?? '')?.[0])

/** The page of a letter is a picture that could be drawn. */
const expectPage = async (app: Page, name: RegExp) => {
  const page = app.getByRole('img', { name }).first()
  await expect(page).toBeVisible()
  await expect.poll(() => page.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
}

test('a run from the proposal to the files, by keyboard where it counts', async ({ app, accessible }) => {
  // Some forty letters are set, packed and read again.
  test.slow()
  await openDemo(app, '/dunning')
  await expect(app.getByText('Dernier règlement enregistré\u202f: 31/10/2026')).toBeVisible()
  await expectPage(app, /Page 1 de la relance de/)
  await accessible()

  // The whole of the gravest level is unticked with Space on its line.
  const all = await numberIn(issueButton(app))
  const group = await proposed(app).locator('tbody tr').first().textContent()
  const formal = Number(/(\d+)\srelances/.exec(group ?? '')?.[1])
  await proposed(app).focus()
  await app.keyboard.press('Home')
  await app.keyboard.press('Space')
  await expect(issueButton(app)).toHaveText(`Émettre ${all - formal} relances`)
  await app.keyboard.press('Space')
  await expect(issueButton(app)).toHaveText(`Émettre ${all} relances`)

  await app.getByRole('tab', { name: 'Détail' }).click()
  await expect(app.getByText('Total réclamé')).toBeVisible()
  await app.getByRole('tab', { name: /Non relancées/ }).click()
  await expect(app.getByRole('grid', { name: 'Échéances en retard sans relance' })).toContainText(
    'Dernier niveau déjà atteint',
  )

  await issueButton(app).click()
  const confirm = dialog(app).getByRole('button', { name: `Émettre ${all} relances` })
  await expect(confirm).toBeDisabled()
  await dialog(app)
    .getByRole('checkbox', { name: /mises en demeure/ })
    .check()
  await confirm.click()
  await expect(app.getByText(`${all} relances émises`)).toBeVisible({ timeout: 30_000 })
  await accessible()

  const [zip] = await Promise.all([
    app.waitForEvent('download'),
    app.getByRole('button', { name: 'Un PDF par client (ZIP)' }).click(),
  ])
  const files = unzipSync(await readFile(await zip.path()))
  expect(Object.keys(files).filter((name) => name.endsWith('.pdf'))).toHaveLength(all)

  await app.getByRole('button', { name: `Marquer ${all} lettres envoyées` }).click()
  await dialog(app)
    .getByRole('button', { name: `Marquer ${all} lettres envoyées` })
    .click()
  await expect(issued(app).locator('tbody tr').first()).toContainText('envoyée le 22/11/2026')

  await app.getByRole('tab', { name: 'À émettre' }).click()
  await expect(app.getByText('Aucune relance à émettre au 22/11/2026')).toBeVisible()
  await expect(app.getByText(/La prochaine relance sera due le/)).toBeVisible()
})

test('an issued letter keeps its fingerprint; one that was not sent is cancelled with a reason', async ({
  app,
  accessible,
}) => {
  await openDemo(app, '/dunning/letters')
  await issued(app).locator('tbody tr').filter({ hasText: 'envoyée le' }).first().click()
  await expect(panel(app)).toContainText('Empreinte SHA-256')
  await expect(panel(app).getByRole('button', { name: 'Annuler la lettre' })).toHaveCount(0)

  // The list draws the rows in sight only, and those that wait stand at its end.
  const { letters } = await call<{ letters: { id: string; reference: string; sentOn: string | null }[] }>(
    app,
    'dunning.letters',
    { limit: 1000 },
  )
  const waiting = letters.find(({ sentOn }) => sentOn === null)
  await goTo(app, `/dunning/letters?letter=${waiting?.id}`)
  await expect(panel(app)).toContainText(waiting?.reference ?? '')
  await expect(panel(app)).toContainText('Empreinte SHA-256')
  const [file] = await Promise.all([
    app.waitForEvent('download'),
    panel(app).getByRole('button', { name: 'Enregistrer le PDF' }).click(),
  ])
  const sha256 = createHash('sha256')
    .update(await readFile(await file.path()))
    .digest('hex')
  await expect(panel(app)).toContainText(sha256)

  await panel(app).getByRole('button', { name: 'Annuler la lettre' }).click()
  await dialog(app).getByLabel('Motif de l’annulation').fill('Facture contestée')
  await accessible()
  await dialog(app).getByRole('button', { name: 'Annuler la lettre' }).click()
  await expect(panel(app)).toContainText('Motif\u202f: Facture contestée')
  await expect(panel(app)).toContainText('annulée le 22/11/2026')
})

test('a plan that cannot work says why, level by level', async ({ app, accessible }) => {
  await openDemo(app, '/dunning/plan')
  const save = app.getByRole('button', { name: 'Enregistrer le plan' })
  const level = app.getByRole('button', { name: /Relance ferme/ })
  await expect(save).toBeDisabled()
  await level.click()
  await app.getByLabel('Jours', { exact: true }).fill('5')
  await expect(app.getByText('Niveau 3\u202f: le retard doit être plus long')).toBeVisible()
  await expect(save).toBeDisabled()
  await accessible()

  await app.getByRole('tab', { name: 'Lettres émises' }).click()
  await dialog(app).getByRole('button', { name: 'Rester' }).click()
  await app.getByLabel('Jours', { exact: true }).fill('25')
  await save.click()
  await expect(app.getByText('Plan de relance enregistré')).toBeVisible()
  await app.reload()
  await expect(level).toContainText('25 jours après l’échéance')
})

test('a second plan for a segment, with a notice, an approval and a day off', async ({ app, accessible }) => {
  await openDemo(app, '/dunning/plan')
  await app.getByRole('button', { name: 'Nouveau plan' }).first().click()
  const editor = app.getByRole('region', { name: 'Nouveau plan' })
  await editor.getByLabel('Nom du plan').fill('Suivi serré')
  await app.getByRole('button', { name: 'Ajouter un avis avant échéance' }).click()
  await expect(app.getByText(/^7 jours avant l’échéance$/)).toBeVisible()
  await app.getByRole('button', { name: /^1 Contrôle/ }).click()
  await app.getByRole('combobox', { name: 'Accord' }).click()
  await app.getByRole('option', { name: 'approbation par une deuxième personne' }).click()
  await app.getByRole('button', { name: 'Enregistrer le plan' }).click()
  const plans = app.getByRole('navigation', { name: 'Plans de relance' })
  await expect(plans.getByRole('button', { name: /Suivi serré/ })).toContainText('ne sert à personne')
  await app.getByRole('checkbox', { name: /^Commerce/ }).click()
  await expect(app.getByRole('checkbox', { name: /^Commerce/ })).toBeChecked()
  await expect(plans.getByRole('button', { name: /Suivi serré/ })).toContainText('1 segment')
  await app.getByRole('button', { name: 'Archiver' }).click()
  await expect(app.getByText('Suivi serré sert encore à des segments')).toBeVisible()
  await accessible()

  await plans.getByRole('button', { name: 'Jours chômés' }).click()
  await app.getByRole('button', { name: 'Travailler le 11/11/2026' }).click()
  await expect(app.getByRole('row', { name: /Armistice de 1918/ })).toContainText('travaillé')
  await accessible()

  await goTo(app, '/dunning')
  const approve = app.getByRole('button', { name: /^Approuver \d+ relances?$/ })
  await approve.click()
  await accessible()
  await dialog(app)
    .getByRole('button', { name: /^Approuver/ })
    .click()
  await expect(app.getByText(/relances? approuvées?/)).toBeVisible()
  await expect(approve).toBeHidden()

  await app.getByRole('tab', { name: /À transmettre/ }).click()
  await app.getByRole('button', { name: 'Transmettre…' }).first().click()
  await expect(dialog(app).getByLabel('Client')).not.toHaveValue('')
})

test('a wording shows its page while it is typed, and its mistakes with their line', async ({ app, accessible }) => {
  await openDemo(app, '/dunning/wordings?key=reminder&language=fr')
  await expectPage(app, /Aperçu de la lettre/)
  const body = app.getByLabel('Corps de la lettre')
  const shipped = await body.inputValue()
  await body.fill(`${shipped}\n{{ customer.nom }}`)
  const line = shipped.split('\n').length + 1
  await expect(
    app.getByRole('button', { name: new RegExp(`Corps, ligne ${line}.*customer\\.nom.*n’existe pas`) }),
  ).toBeVisible()
  await expect(app.getByRole('button', { name: 'Enregistrer le texte' })).toBeDisabled()
  await accessible()

  await body.fill(`${shipped}\n`)
  await app.getByRole('button', { name: 'Insérer un champ' }).click()
  await app.getByRole('menuitem', { name: /^reference/ }).click()
  await expect(body).toHaveValue(`${shipped}\n{{ reference }}`)
  await app.getByRole('button', { name: 'Enregistrer le texte' }).click()
  await expect(app.getByText('Texte enregistré')).toBeVisible()
  await expect(app.getByRole('navigation', { name: 'Textes' })).toContainText('Modifié en FR')

  await app.getByRole('button', { name: 'Revenir au texte d’origine' }).click()
  await dialog(app).getByRole('button', { name: 'Remplacer mon texte' }).click()
  await expect(body).toHaveValue(shipped)
})

test('a book without invoices says where they come from', async ({ app, accessible }) => {
  await call(app, 'book.create', { company: { name: 'Atelier neuf' } })
  await goTo(app, '/dunning')
  await expect(app.getByText('Aucune créance ouverte')).toBeVisible()
  await app.getByRole('tab', { name: 'Lettres émises' }).click()
  await expect(app.getByText('Aucune lettre émise')).toBeVisible()
  await goTo(app, '/receivables')
  await expect(app.getByText('Aucune créance ouverte')).toBeVisible()
  await goTo(app, '/receivables/aged')
  await expect(app.getByText('Aucun encours au 22/11/2026')).toBeVisible()
  await accessible()
})

test('every screen is readable in the dark, at the smallest size', async ({ app, accessible }) => {
  await app.emulateMedia({ colorScheme: 'dark' })
  await app.setViewportSize({ width: 1024, height: 700 })
  await openDemo(app, '/dunning')
  await expectPage(app, /Page 1 de la relance de/)
  await accessible()
  await app.getByRole('tab', { name: 'Lettres émises' }).click()
  await expect(app.getByRole('heading', { level: 1, name: 'Lettres émises' })).toBeVisible()
  await accessible()
  for (const screen of ['Plans de relance', 'Textes des lettres']) {
    await app.getByRole('button', { name: 'Plus' }).click()
    await app.getByRole('menuitem', { name: screen }).click()
    await expect(app.getByRole('heading', { level: 1, name: screen })).toBeVisible()
    await accessible()
  }
})
