import type { Habit } from './demo.habits.rules.ts'

/** What is particular about a customer, beyond its habit. */
export type Role =
  /** Open items on every edge of the ageing buckets. */
  | 'edges'
  /** Instalments. */
  | 'instalments'
  /** Balances too small to remind. */
  | 'tiny'
  /** Paid before any invoice. */
  | 'advance'
  | 'no-reminders'
  /** Suspended as a whole, until a day to come. */
  | 'on-hold'
  /** One invoice suspended. */
  | 'item-on-hold'
  /** A suspension that was lifted. */
  | 'hold-released'
  /** A letter sent to it comes from the balance of the year before. */
  | 'opening'
  /** Transfers that nobody has matched yet. */
  | 'unmatched'
  /** The same company as another customer: same SIREN. */
  | 'duplicate'
  | 'prospect'
  /** A debt older than the book, soon barred by limitation. */
  | 'ancient'

export type Person = {
  name: string
  street: string
  postalCode: string
  city: string
  segment: 'food' | 'shops' | 'industry' | 'crafts' | 'mail-order' | 'export'
  /** Null: the company's own. */
  terms: string | null
  habit: Habit
  /** Invoices a year. */
  yearly: number
  country?: string
  vatNumber?: string
  currency?: string
  roles?: Role[]
}

type Line = [string, string, string, string, Person['segment'], string | null, Habit, number, Role[]?]

const french = (lines: Line[]): Person[] =>
  lines.map(([name, street, postalCode, city, segment, terms, habit, yearly, roles]) => ({
    name,
    street,
    postalCode,
    city,
    segment,
    terms,
    habit,
    yearly,
    ...(roles ? { roles } : {}),
  }))

/** Sixty invented customers: towns and postal codes are real, names, streets and people are not. */
export const people: readonly Person[] = [
  ...french([
    ['Fromagerie du Haut Vallon', '3 chemin des Alpages', '74000', 'Annecy', 'food', '30', 'prompt', 22],
    ['Biscuiterie Perrachon', '27 rue de la Minoterie', '71000', 'Mâcon', 'food', '45eom-a', 'slow', 26],
    ['Cafés Montbrisson', '8 quai des Torréfacteurs', '42000', 'Saint-Étienne', 'food', '30', 'prompt', 20],
    ['Maison Verdolin', '112 avenue du Parc', '69003', 'Lyon', 'shops', '30', 'late', 14, ['edges']],
    ['Conserverie des Trois Ports', '5 quai du Commerce', '29200', 'Brest', 'food', '30eom+10', 'slow', 18],
    ['Savonnerie Castellane et Fils', '41 rue des Huileries', '13006', 'Marseille', 'crafts', '60', 'prompt', 16],
    ['Menuiserie Delaunoy', '19 route de Vienne', '38000', 'Grenoble', 'crafts', '30', 'late', 12],
    ['Brasserie de la Combe Noire', '2 impasse du Houblon', '73000', 'Chambéry', 'food', '30', 'bad', 15],
    ['Librairie Galimard-Roche', '6 place de l’Horloge', '63000', 'Clermont-Ferrand', 'shops', null, 'prompt', 9],
    ['Pépinières Aubertin', '74 chemin des Serres', '49000', 'Angers', 'crafts', '45eom-b', 'slow', 11],
    ['Verrerie Lucendre', '33 rue du Four', '76600', 'Le Havre', 'industry', '60', 'early', 18],
    ['Confiserie Bellecombe', '10 rue des Dragées', '54000', 'Nancy', 'food', '30', 'prompt', 21],
    ['Transports Vaucanson Frères', '58 boulevard des Messageries', '26000', 'Valence', 'industry', '30', 'slow', 13],
    ['Atelier Céramique Lune Bleue', '4 rue du Tour', '87000', 'Limoges', 'crafts', null, 'early', 7, ['tiny']],
    ['Épicerie fine Sauvagnat', '21 rue des Halles', '37000', 'Tours', 'shops', '30', 'slow', 12],
    ['Domaine de Pierrefontaine', '1 route du Château', '21000', 'Dijon', 'food', '45eom-a', 'bad', 14, ['ancient']],
    ['Laboratoires Hydrélia', '90 avenue Ampère', '67000', 'Strasbourg', 'industry', '45eom-a', 'prompt', 24],
    ['Chocolaterie Morvandeau', '15 rue du Cacao', '58000', 'Nevers', 'food', '30', 'stopped', 16],
    ['Papeterie Centrale Duverneuil', '7 rue Gutenberg', '45000', 'Orléans', 'shops', '30', 'prompt', 10],
    ['Miellerie des Causses', '12 route de Sévérac', '12000', 'Rodez', 'food', null, 'early', 8],
    ['Imprimerie Quatrefeuille', '36 rue Plantin', '59000', 'Lille', 'industry', '60', 'late', 17],
    ['Cave coopérative de Sauterive', '9 place des Vendanges', '34000', 'Montpellier', 'food', '45eom-a', 'slow', 15],
    ['Parfumerie Ondine Rivage', '18 rue des Jasmins', '06000', 'Nice', 'shops', '30', 'slow', 11],
    ['Boulangeries Lepetitpas', '52 rue du Levain', '35000', 'Rennes', 'food', '30', 'prompt', 24],
    ['Jouets Tourniquet', '3 rue de la Toupie', '39000', 'Lons-le-Saunier', 'crafts', '60', 'bad', 10],
    ['Cycles Ferrandière', '84 cours du Guidon', '42000', 'Saint-Étienne', 'industry', '30', 'late', 12],
    ['Traiteur Saint-Almire', '29 rue Brillat', '01000', 'Bourg-en-Bresse', 'food', '30', 'slow', 18],
    ['Menuiserie Delaunoy SARL', '19 route de Vienne', '38000', 'Grenoble', 'crafts', '30', 'late', 6, ['duplicate']],
    ['Distillerie Garance', '6 chemin de l’Alambic', '30000', 'Nîmes', 'food', '30', 'prompt', 9],
    [
      'Textiles Marcelline',
      '101 rue de la Navette',
      '59200',
      'Tourcoing',
      'industry',
      '45eom-a',
      'bad',
      13,
      ['on-hold'],
    ],
    ['Huîtrières de la Rance', '2 cale des Parcs', '17000', 'La Rochelle', 'food', '30', 'early', 14],
    ['Optique Beauregard', '44 rue des Lunetiers', '86000', 'Poitiers', 'shops', null, 'prompt', 6],
    [
      'Mécanique de précision Orlhac',
      '13 zone de la Fontanille',
      '15000',
      'Aurillac',
      'industry',
      '60',
      'slow',
      14,
      ['instalments'],
    ],
    ['Herboristerie du Val Clair', '8 rue des Simples', '07000', 'Privas', 'shops', '30', 'prompt', 8],
    ['Salaisons Croix-Blanche', '25 route du Puy', '43000', 'Le Puy-en-Velay', 'food', '30', 'late', 17],
    ['Galerie Pontarlac', '16 rue des Arts', '33000', 'Bordeaux', 'shops', '30', 'stopped', 8],
    ['Rivelaine Logistique', '14 rue des Canuts', '69004', 'Lyon', 'industry', '60', 'slow', 10, ['no-reminders']],
    ['Sellerie Montauban-Royal', '31 rue du Pommeau', '31000', 'Toulouse', 'crafts', '30', 'slow', 7],
    ['Vergers de Limanne', '70 route de la Limagne', '63000', 'Clermont-Ferrand', 'food', '30eom+10', 'prompt', 15],
    [
      'Maroquinerie Ferrucci',
      '22 rue des Tanneurs',
      '75011',
      'Paris',
      'crafts',
      '45eom-a',
      'late',
      13,
      ['item-on-hold'],
    ],
    ['La Boîte aux Thés', '5 passage des Infusions', '44000', 'Nantes', 'mail-order', '30', 'prompt', 19],
    ['Colis Verts', '66 rue du Centre de tri', '93200', 'Saint-Denis', 'mail-order', '30', 'slow', 25],
    [
      'Cosmétiques Aurélune',
      '11 avenue des Essences',
      '92100',
      'Boulogne-Billancourt',
      'mail-order',
      '45eom-b',
      'bad',
      16,
      ['hold-released'],
    ],
    ['Droguerie Champaubert', '40 rue du Grenier', '51100', 'Reims', 'shops', '30', 'prompt', 8, ['opening']],
    ['Pâtes Fraîches Rossignol', '17 rue de la Semoule', '83000', 'Toulon', 'food', '30', 'slow', 16],
    ['Horlogerie Besançonnet', '9 rue du Balancier', '25000', 'Besançon', 'crafts', '60', 'early', 7],
    ['Meubles Grandval', '120 route Nationale', '80000', 'Amiens', 'industry', '45eom-a', 'stopped', 11, ['opening']],
    ['Semences du Pays d’Othe', '28 rue des Moissons', '10000', 'Troyes', 'food', '60', 'prompt', 10, ['unmatched']],
    ['Poissonneries de l’Estran', '1 quai des Criées', '56000', 'Vannes', 'food', '0', 'slow', 13],
    ['Studio Photo Argentique', '7 rue du Bain d’arrêt', '84000', 'Avignon', 'shops', '30', 'early', 5, ['advance']],
    ['Fleurs Coupées Mimosa', '3 marché aux Fleurs', '83000', 'Toulon', 'shops', null, 'prompt', 0, ['prospect']],
  ]),
  {
    name: 'Hartwell & Pryce Ltd',
    street: '12 Tannery Row',
    postalCode: 'BS1 4DJ',
    city: 'Bristol',
    country: 'GB',
    vatNumber: 'GB999900017',
    segment: 'export',
    terms: '30',
    habit: 'slow',
    yearly: 12,
    currency: 'GBP',
  },
  {
    name: 'Moorland Provisions Ltd',
    street: '8 Canal Street',
    postalCode: 'LS1 4AP',
    city: 'Leeds',
    country: 'GB',
    vatNumber: 'GB999900029',
    segment: 'export',
    terms: '30',
    habit: 'late',
    yearly: 10,
    currency: 'GBP',
  },
  {
    name: 'Blue Ridge Pantry Inc.',
    street: '410 Walnut Avenue',
    postalCode: '28801',
    city: 'Asheville',
    country: 'US',
    segment: 'export',
    terms: '60',
    habit: 'slow',
    yearly: 9,
    currency: 'USD',
  },
  {
    name: 'Rheinufer Verpackung GmbH',
    street: 'Speicherstraße 21',
    postalCode: '50667',
    city: 'Köln',
    country: 'DE',
    vatNumber: 'DE999990011',
    segment: 'export',
    terms: '30',
    habit: 'prompt',
    yearly: 14,
  },
  {
    name: 'Alpenkräuter Handels GmbH',
    street: 'Lindenweg 5',
    postalCode: '80331',
    city: 'München',
    country: 'DE',
    vatNumber: 'DE999990028',
    segment: 'export',
    terms: '30',
    habit: 'early',
    yearly: 8,
  },
  {
    name: 'Chocolaterie Van Aelbroeck',
    street: '44 rue des Brasseurs',
    postalCode: '1000',
    city: 'Bruxelles',
    country: 'BE',
    vatNumber: 'BE0999999013',
    segment: 'export',
    terms: '30eom-b',
    habit: 'slow',
    yearly: 13,
  },
  {
    name: 'Conservas del Cabo S.L.',
    street: 'Calle del Muelle 17',
    postalCode: '36201',
    city: 'Vigo',
    country: 'ES',
    vatNumber: 'ESB99999017',
    segment: 'export',
    terms: '60',
    habit: 'bad',
    yearly: 9,
  },
  {
    name: 'Officine Belfiore S.r.l.',
    street: 'Via dei Cartai 9',
    postalCode: '10122',
    city: 'Torino',
    country: 'IT',
    vatNumber: 'IT99999990012',
    segment: 'export',
    terms: '45eom-a',
    habit: 'late',
    yearly: 11,
  },
  {
    name: 'Tamarisk Foods Ltd',
    street: '3 Harbour Terrace',
    postalCode: 'T12 X8N6',
    city: 'Cork',
    country: 'IE',
    vatNumber: 'IE9999901W',
    segment: 'export',
    terms: '30',
    habit: 'prompt',
    yearly: 10,
  },
]

export const firstNames = [
  'Aline',
  'Benoît',
  'Camille',
  'Delphine',
  'Émile',
  'Fanny',
  'Gaëtan',
  'Hortense',
  'Inès',
  'Julien',
  'Karine',
  'Lucas',
  'Maud',
  'Nadège',
  'Olivier',
  'Pauline',
  'Quentin',
  'Rosalie',
  'Samuel',
  'Thérèse',
] as const

export const lastNames = [
  'Aubriot',
  'Bachelin',
  'Caradec',
  'Dufourneau',
  'Esquirol',
  'Fontanel',
  'Gaudry',
  'Hennequart',
  'Jauffret',
  'Kerdoncuff',
  'Lagarrigue',
  'Malaval',
  'Noblecourt',
  'Orsoni',
  'Pelissou',
  'Quintard',
  'Roumagnac',
  'Sabatière',
  'Tournemire',
  'Vasselin',
] as const

/** What the firm sells: the text on an invoice, and the price of one in cents without tax. */
export const goods = [
  { fr: 'Caisses américaines double cannelure', en: 'Double-wall shipping boxes', price: 187 },
  { fr: 'Étuis pliants imprimés', en: 'Printed folding cartons', price: 34 },
  { fr: 'Rouleaux de papier de calage', en: 'Void-fill paper rolls', price: 2465 },
  { fr: 'Sacs kraft à poignées torsadées', en: 'Kraft bags with twisted handles', price: 29 },
  { fr: 'Film étirable 23 µm', en: 'Stretch film 23 µm', price: 1090 },
  { fr: 'Barquettes en carton alimentaire', en: 'Food-grade board trays', price: 12 },
  { fr: 'Adhésif papier 50 m', en: 'Paper tape 50 m', price: 415 },
  { fr: 'Palettes carton', en: 'Corrugated pallets', price: 890 },
] as const
