import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { BASE_ROWS, writeVariant } from '../support/fec-variants.ts'
import { chooseFiles, createBook } from './book.ts'
import { expect, test } from './fixtures.ts'

const CHOOSE = 'Choisir des fichiers'
const realLedger = resolve('../shared/data/fec/111111111FEC20221231.TXT')

const text = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.isBuffer(content) ? content : Buffer.from(content),
})

/** Twelve lines of January 2026: 480.00 carried forward, 1,200.00 paid, 60.30 less a credit note of 12.00. */
const ledger = async (name = '732829320FEC20261231.txt') =>
  text(name, Buffer.from(await writeVariant([{ separator: '|' }]).arrayBuffer()))

const exportedElsewhere = [
  'Code client;Nom du client;N° facture;Date facture;Échéance;Total TTC;Commentaire',
  'C001;Maison Béta;FA-1;05/01/2026;04/02/2026;1 200,00;livraison',
  'C002;Gamma SARL;FA-2;15/01/2026;14/02/2026;850,50;',
  'C002;Gamma SARL;AV-3;20/01/2026;;-50,50;avoir',
  '',
].join('\r\n')

test.beforeEach(async ({ app }) => {
  await createBook(app)
  await app.getByRole('link', { name: 'Importer', exact: true }).click()
  await expect(app.getByRole('heading', { name: 'Importer', level: 1 })).toBeVisible()
})

test('from a ledger to the aged balance, with the keyboard', async ({ app, accessible }) => {
  await accessible()
  await chooseFiles(app, CHOOSE, await ledger())
  const card = app.getByRole('region', { name: '732829320FEC20261231.txt' })
  await expect(card).toContainText('FEC, fichier des écritures comptables')
  await expect(card).toContainText('colonnes séparées par barre verticale')
  await expect(card).toContainText(/528,30\s€/)
  await expect(card).toContainText('À créer')
  await card.getByRole('button', { name: 'Premières lignes du fichier' }).press('Enter')
  await expect(card.getByRole('cell', { name: 'Facture Gâteaux & Cie' }).first()).toBeVisible()
  await accessible()

  await card.getByRole('button', { name: 'Importer', exact: true }).press('Enter')
  await expect(card.getByRole('status')).toHaveText('Importé')
  await accessible()
  await card.getByRole('link', { name: 'Balance âgée au 20/01/2026' }).press('Enter')
  await expect(app).toHaveURL(/receivables\/aged/)
  await expect(app.getByText(/528,30\s€/).first()).toBeVisible()
  await expect(app.getByText('Café Hélène')).toHaveCount(0)
  await expect(app.getByText('Gâteaux & Cie').first()).toBeVisible()
})

test('a real ledger of 934 lines, aged at the end of 2023', async ({ app }) => {
  test.skip(!existsSync(realLedger), '../shared/data is not here')
  await chooseFiles(app, CHOOSE, realLedger)
  const card = app.getByRole('region', { name: '111111111FEC20221231.TXT' })
  await expect(card).toContainText(/14\s416,52\s€/)
  await expect(card).toContainText('934 lignes lues')
  await card.getByRole('button', { name: 'Importer', exact: true }).click()
  await card.getByRole('link', { name: /Balance âgée au/ }).click()
  await expect(app).toHaveURL(/receivables\/aged/)
  await app.goto(`${new URL(app.url()).origin}/receivables/aged?asOf=2023-12-31`)
  await expect(app.getByText(/14\s416,52\s€/).first()).toBeVisible()
})

test('refused lines refuse the file until they are left out, and can be taken away', async ({ app, accessible }) => {
  const whole = (await ledger()).buffer.toString()
  await chooseFiles(app, CHOOSE, text('abîmé.txt', whole.replace('|60,30|', '|6O,30|')))
  const card = app.getByRole('region', { name: 'abîmé.txt' })
  await expect(card.getByText('1 ligne refusée')).toBeVisible()
  await expect(card.getByRole('cell', { name: '6O,30' })).toBeVisible()
  await expect(card.getByRole('cell', { name: 'Ce n’est pas un montant' })).toBeVisible()
  await expect(card.getByRole('button', { name: 'Importer', exact: true })).toHaveCount(0)
  await accessible()

  const [download] = await Promise.all([
    app.waitForEvent('download'),
    card.getByRole('button', { name: 'Télécharger les lignes refusées' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('lignes refusées - abîmé.csv')
  const line = BASE_ROWS.findIndex((row) => row.includes('60,30')) + 2
  expect(readFileSync(await download.path(), 'utf8')).toContain(`${line};Debit;"6O,30";Ce n’est pas un montant`)

  await card.getByRole('button', { name: 'Importer sans la ligne refusée' }).press('Enter')
  await expect(card.getByRole('status')).toHaveText('Importé')
  await expect(card).toContainText('1 ligne a été laissée de côté')
})

test('a file read again brings nothing', async ({ app }) => {
  await chooseFiles(app, CHOOSE, await ledger())
  const card = app.getByRole('region', { name: '732829320FEC20261231.txt' })
  await card.getByRole('button', { name: 'Importer', exact: true }).click()
  await card.getByRole('button', { name: 'Retirer de la liste' }).click()
  await chooseFiles(app, CHOOSE, await ledger('copie.txt'))
  const copy = app.getByRole('region', { name: 'copie.txt' })
  await expect(copy).toContainText('Ce fichier a déjà été importé')
  await expect(copy).toContainText('Tout ce que contient ce fichier est déjà dans le dossier.')
  await expect(copy.getByRole('button', { name: 'Importer', exact: true })).toHaveCount(0)
})

test('another program’s export through the mapping, recognised the next time', async ({ app, accessible }) => {
  await chooseFiles(app, CHOOSE, text('export.csv', exportedElsewhere))
  const card = app.getByRole('region', { name: 'export.csv' })
  const preview = card.getByRole('region', { name: 'Ce qui sera lu' })
  await expect(preview.getByRole('row', { name: /2 Facture FA-1 C001 · Maison Béta/ })).toBeVisible()
  await expect(preview.getByRole('row', { name: /4 Avoir AV-3/ })).toContainText(/−50,50/)
  await accessible()

  // The preview follows what the user says a column holds.
  const amount = card.getByRole('combobox', { name: 'Ce que contient la colonne Total TTC' })
  await amount.selectOption('Ne pas reprendre')
  await expect(card.getByText(/Il manque encore/)).toContainText('un montant')
  await expect(card.getByRole('button', { name: 'Vérifier tout le fichier' })).toBeDisabled()
  await amount.selectOption('Reste dû')
  await expect(preview.getByRole('row', { name: /2 Facture FA-1/ })).toContainText(/1\s200,00/)

  await card.getByRole('textbox', { name: 'Nom des correspondances' }).fill('Logiciel maison')
  await card.getByRole('button', { name: 'Vérifier tout le fichier' }).press('Enter')
  await expect(card).toContainText(/2\s000,00\s€/)
  await card.getByRole('button', { name: 'Importer', exact: true }).press('Enter')
  await expect(card.getByRole('status')).toHaveText('Importé')
  await card.getByRole('button', { name: 'Retirer de la liste' }).click()

  const later = exportedElsewhere.replace('FA-2;15/01/2026;14/02/2026;850,50', 'FA-4;15/02/2026;17/03/2026;10,00')
  await chooseFiles(app, CHOOSE, text('février.csv', later))
  const next = app.getByRole('region', { name: 'février.csv' })
  await expect(next).toContainText('correspondances «\u202fLogiciel maison\u202f» reconnues')
  await expect(next.getByRole('button', { name: 'Importer', exact: true })).toBeVisible()
  await next.getByRole('button', { name: 'Revoir les correspondances' }).click()
  await expect(next.getByRole('combobox', { name: 'Ce que contient la colonne Total TTC' })).toHaveValue('open')
})

test('a date that cannot be is marked in the preview', async ({ app }) => {
  await chooseFiles(app, CHOOSE, text('export.csv', exportedElsewhere.replace('15/01/2026', '31/02/2026')))
  const preview = app.getByRole('region', { name: 'Ce qui sera lu' })
  await expect(preview.getByRole('row', { name: /^3/ })).toContainText('Ce n’est pas une date')
})

test('the templates come back through the front door', async ({ app }) => {
  const files: string[] = []
  for (const name of ['Modèle de Créances, Excel', 'Modèle de Clients, CSV']) {
    const [download] = await Promise.all([
      app.waitForEvent('download'),
      app.getByRole('button', { name }).press('Enter'),
    ])
    const path = resolve(await download.path(), '..', download.suggestedFilename())
    await download.saveAs(path)
    files.push(path)
  }
  await chooseFiles(app, CHOOSE, files)
  await expect(app.getByText('Format reconnu\u202f: Modèle de créances')).toBeVisible()
  await expect(app.getByText('Format reconnu\u202f: Modèle de clients')).toBeVisible()
  await app.getByRole('button', { name: 'Importer les 2 fichiers prêts' }).click()
  await expect(app.getByRole('status').filter({ hasText: 'Importé' })).toHaveCount(2)
})

test('a file that is no table says so', async ({ app, accessible }) => {
  await chooseFiles(app, CHOOSE, text('photo.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0])))
  await expect(app.getByRole('alert')).toContainText('Ce fichier n’est pas du texte')
  await accessible()
})

test('a file dropped anywhere on the screen is taken', async ({ app }) => {
  const { name, buffer } = await ledger('déposé.txt')
  const carried = await app.evaluateHandle(
    ([title, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content], title))
      return transfer
    },
    [name, buffer.toString()] as const,
  )
  const heading = app.getByRole('heading', { level: 1 })
  await heading.dispatchEvent('dragover', { dataTransfer: carried })
  await heading.dispatchEvent('drop', { dataTransfer: carried })
  await expect(app.getByRole('region', { name })).toContainText(/528,30\s€/)
})

test('a cancelled import leaves nothing', async ({ app }) => {
  const [header = '', ...lines] = (await ledger()).buffer.toString().trimEnd().split('\n')
  // The ledger many times over, each time as other entries of other customers.
  const years = Array.from({ length: 4000 }, (_, i) =>
    lines.map((line) => line.replace(/^(\w+\|[^|]*\|)(\d+)/, `$1${i}-$2`).replaceAll('|C00', `|C${i}-`)),
  )
  await chooseFiles(app, CHOOSE, text('long.txt', [header, ...years.flat()].join('\n')))
  const card = app.getByRole('region', { name: 'long.txt' })
  await card.getByRole('button', { name: 'Importer', exact: true }).click({ timeout: 30_000 })
  await card.getByRole('button', { name: 'Annuler' }).click()
  await expect(card).toContainText('Annulé\u202f: rien n’a été changé')
  await app.getByRole('tab', { name: 'Historique' }).click()
  await expect(app.getByText('Aucun fichier importé')).toBeVisible({ timeout: 30_000 })
})

test('the history keeps the report of each file', async ({ app, accessible }) => {
  await chooseFiles(app, CHOOSE, await ledger())
  await app.getByRole('button', { name: 'Importer', exact: true }).click()
  await expect(app.getByRole('link', { name: /Balance âgée/ })).toBeVisible()
  await app.getByRole('tab', { name: 'Historique' }).press('Enter')
  const files = app.getByRole('grid', { name: 'Fichiers importés' })
  await files.focus()
  await files.press('ArrowDown')
  const report = app.getByRole('complementary', { name: 'Rapport d’import' })
  await expect(report).toContainText(/528,30\s€/)
  await accessible()
  await app.keyboard.press('Escape')
  await expect(report).toHaveCount(0)
})
