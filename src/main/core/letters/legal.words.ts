import type { LetterLanguage } from '../kernel/contract.ts'

/**
 * The law under which a letter's charges were worked out, as domain knowledge and not as code: what each series of
 * late-payment rates rests on, in the words of the reader. The keys are those of resources/rates/late-interest.json.
 */
export const regimes = ['FR', 'FR-public', 'DE', 'BE', 'NL', 'LU', 'IT', 'ES', 'IE', 'GB', 'EU'] as const
export type Regime = (typeof regimes)[number]

/** Citations that stand in brackets behind what they support; empty where the law names none we could check. */
export type Citations = { interest: string; indemnity: string; notice: string; court: string }

type Rule = 'ecb10' | 'ecb8' | 'ecb8-half' | 'ecb8-frozen' | 'ecb8-payment' | 'base9' | 'boe8'

export const RULE_OF: Record<Regime, Rule> = {
  FR: 'ecb10',
  'FR-public': 'ecb8-frozen',
  DE: 'base9',
  BE: 'ecb8-half',
  NL: 'ecb8',
  LU: 'ecb8',
  IT: 'ecb8',
  ES: 'ecb8',
  IE: 'ecb8-payment',
  GB: 'boe8',
  EU: 'ecb8',
}

export const RATES: Record<LetterLanguage, Record<Rule | 'shown', string>> = {
  fr: {
    ecb10:
      'taux de refinancement de la Banque centrale européenne en vigueur au premier jour du semestre, majoré de 10 points',
    ecb8: 'taux de refinancement de la Banque centrale européenne en vigueur pour le semestre, majoré de 8 points',
    'ecb8-half':
      'taux de refinancement de la Banque centrale européenne en vigueur pour le semestre, majoré de 8 points et arrondi au demi-point supérieur',
    'ecb8-frozen':
      'taux de refinancement de la Banque centrale européenne du semestre au cours duquel les intérêts ont commencé à courir, majoré de 8 points',
    'ecb8-payment': 'taux de refinancement de la Banque centrale européenne au jour du décompte, majoré de 8 points',
    base9: 'taux d’intérêt de base allemand (Basiszinssatz) du semestre, majoré de 9 points',
    boe8: 'taux de la Banque d’Angleterre au 30 juin ou au 31 décembre qui précède le retard, majoré de 8 points, fixe pour toute sa durée',
    shown: 'au taux indiqué dans le décompte',
  },
  en: {
    ecb10:
      'main refinancing rate of the European Central Bank in force on the first day of the half-year plus 10 points',
    ecb8: 'main refinancing rate of the European Central Bank for the half-year plus 8 points',
    'ecb8-half':
      'main refinancing rate of the European Central Bank for the half-year plus 8 points, rounded up to the next half point',
    'ecb8-frozen':
      'main refinancing rate of the European Central Bank for the half-year in which interest began to run plus 8 points',
    'ecb8-payment': 'main refinancing rate of the European Central Bank on the day of the statement plus 8 points',
    base9: '9 percentage points above the German base rate (Basiszinssatz) of the half-year',
    boe8: 'Bank of England rate on the 30 June or 31 December before the delay plus 8 points, fixed for its whole length',
    shown: 'at the rate shown in the statement',
  },
  de: {
    ecb10:
      'Hauptrefinanzierungssatz der Europäischen Zentralbank am ersten Tag des Halbjahres zuzüglich 10 Prozentpunkten',
    ecb8: 'Hauptrefinanzierungssatz der Europäischen Zentralbank für das Halbjahr zuzüglich 8 Prozentpunkten',
    'ecb8-half':
      'Hauptrefinanzierungssatz der Europäischen Zentralbank für das Halbjahr zuzüglich 8 Prozentpunkten, auf den nächsten halben Punkt aufgerundet',
    'ecb8-frozen':
      'Hauptrefinanzierungssatz der Europäischen Zentralbank für das Halbjahr des Zinsbeginns zuzüglich 8 Prozentpunkten',
    'ecb8-payment':
      'Hauptrefinanzierungssatz der Europäischen Zentralbank am Tag der Berechnung zuzüglich 8 Prozentpunkten',
    base9: '9 Prozentpunkte über dem jeweiligen Basiszinssatz',
    boe8: 'Leitzins der Bank of England am 30. Juni oder 31. Dezember vor Verzugsbeginn zuzüglich 8 Prozentpunkten, fest für die gesamte Dauer',
    shown: 'zu dem in der Aufstellung genannten Satz',
  },
  es: {
    ecb10:
      'tipo de las operaciones principales de financiación del Banco Central Europeo vigente el primer día del semestre, más 10 puntos',
    ecb8: 'tipo de las operaciones principales de financiación del Banco Central Europeo aplicable al semestre, más 8 puntos',
    'ecb8-half':
      'tipo de las operaciones principales de financiación del Banco Central Europeo aplicable al semestre, más 8 puntos, redondeado al medio punto superior',
    'ecb8-frozen':
      'tipo de las operaciones principales de financiación del Banco Central Europeo del semestre en que empezaron a devengarse, más 8 puntos',
    'ecb8-payment':
      'tipo de las operaciones principales de financiación del Banco Central Europeo el día de la liquidación, más 8 puntos',
    base9: 'tipo de interés básico alemán (Basiszinssatz) del semestre, más 9 puntos',
    boe8: 'tipo del Banco de Inglaterra a 30 de junio o 31 de diciembre anterior al retraso, más 8 puntos, fijo durante toda su duración',
    shown: 'al tipo indicado en la liquidación',
  },
}

const none = { notice: '', court: '' }

export const CITATIONS: Record<LetterLanguage, Record<Regime, Citations>> = {
  fr: {
    FR: {
      interest: 'article L. 441-10 II du Code de commerce',
      indemnity: 'articles L. 441-10 II et D. 441-5 du Code de commerce',
      notice: 'articles 1344 et suivants du Code civil',
      court: 'articles 1231-6 et 1344-1 du Code civil',
    },
    'FR-public': {
      interest: 'article R. 2192-31 du Code de la commande publique',
      indemnity: 'article D. 2192-35 du Code de la commande publique',
      ...none,
    },
    DE: {
      interest: '§ 288, alinéa 2, du Code civil allemand',
      indemnity: '§ 288, alinéa 5, du Code civil allemand',
      notice: '§ 286 du Code civil allemand',
      court: '§§ 286 et 288 du Code civil allemand',
    },
    BE: {
      interest: 'article 5 de la loi belge du 2 août 2002',
      indemnity: 'article 6 de la loi belge du 2 août 2002',
      ...none,
    },
    NL: {
      interest: 'article 6:119a du Code civil néerlandais',
      indemnity: 'article 6:96 du Code civil néerlandais',
      ...none,
    },
    LU: {
      interest: 'loi luxembourgeoise modifiée du 18 avril 2004',
      indemnity: 'loi luxembourgeoise modifiée du 18 avril 2004',
      ...none,
    },
    IT: {
      interest: 'article 5 du décret législatif italien n° 231/2002',
      indemnity: 'article 6 du décret législatif italien n° 231/2002',
      ...none,
    },
    ES: {
      interest: 'article 7 de la loi espagnole 3/2004',
      indemnity: 'article 8 de la loi espagnole 3/2004',
      notice: 'articles 1100 et 1973 du Code civil espagnol',
      court: 'loi espagnole 3/2004',
    },
    IE: {
      interest: 'règlement irlandais de 2012 sur les retards de paiement',
      indemnity: 'règlement irlandais de 2012 sur les retards de paiement',
      ...none,
    },
    GB: {
      interest: 'Late Payment of Commercial Debts (Interest) Act 1998',
      indemnity: 'article 5A du même Act de 1998',
      ...none,
    },
    EU: {
      interest: 'directive 2011/7/UE, article 3',
      indemnity: 'directive 2011/7/UE, article 6',
      ...none,
    },
  },
  en: {
    FR: {
      interest: 'article L. 441-10 II of the French Commercial Code',
      indemnity: 'articles L. 441-10 II and D. 441-5 of the French Commercial Code',
      notice: 'mise en demeure, articles 1344 and following of the French Civil Code',
      court: 'articles 1231-6 and 1344-1 of the French Civil Code',
    },
    'FR-public': {
      interest: 'article R. 2192-31 of the French Public Procurement Code',
      indemnity: 'article D. 2192-35 of the French Public Procurement Code',
      ...none,
    },
    DE: {
      interest: 'section 288(2) of the German Civil Code',
      indemnity: 'section 288(5) of the German Civil Code',
      notice: 'section 286 of the German Civil Code',
      court: 'sections 286 and 288 of the German Civil Code',
    },
    BE: {
      interest: 'article 5 of the Belgian Act of 2 August 2002',
      indemnity: 'article 6 of the Belgian Act of 2 August 2002',
      ...none,
    },
    NL: {
      interest: 'article 6:119a of the Dutch Civil Code',
      indemnity: 'article 6:96 of the Dutch Civil Code',
      ...none,
    },
    LU: {
      interest: 'Luxembourg Act of 18 April 2004 as amended',
      indemnity: 'Luxembourg Act of 18 April 2004 as amended',
      ...none,
    },
    IT: {
      interest: 'article 5 of Italian Legislative Decree 231/2002',
      indemnity: 'article 6 of Italian Legislative Decree 231/2002',
      ...none,
    },
    ES: {
      interest: 'article 7 of Spanish Act 3/2004',
      indemnity: 'article 8 of Spanish Act 3/2004',
      notice: 'articles 1100 and 1973 of the Spanish Civil Code',
      court: 'Spanish Act 3/2004',
    },
    IE: {
      interest: 'European Communities (Late Payment in Commercial Transactions) Regulations 2012',
      indemnity: 'the same Regulations of 2012',
      ...none,
    },
    GB: {
      interest: 'Late Payment of Commercial Debts (Interest) Act 1998',
      indemnity: 'section 5A of the same Act of 1998',
      ...none,
    },
    EU: { interest: 'Directive 2011/7/EU, article 3', indemnity: 'Directive 2011/7/EU, article 6', ...none },
  },
  de: {
    FR: {
      interest: 'Artikel L. 441-10 II des französischen Handelsgesetzbuchs',
      indemnity: 'Artikel L. 441-10 II und D. 441-5 des französischen Handelsgesetzbuchs',
      notice: 'mise en demeure nach Artikel 1344 ff. des französischen Zivilgesetzbuchs',
      court: 'Artikel 1231-6 und 1344-1 des französischen Zivilgesetzbuchs',
    },
    'FR-public': {
      interest: 'Artikel R. 2192-31 des französischen Vergabegesetzbuchs',
      indemnity: 'Artikel D. 2192-35 des französischen Vergabegesetzbuchs',
      ...none,
    },
    DE: {
      interest: '§ 288 Abs. 2 BGB',
      indemnity: '§ 288 Abs. 5 BGB',
      notice: '§ 286 BGB',
      court: '§§ 286, 288 BGB',
    },
    BE: {
      interest: 'Artikel 5 des belgischen Gesetzes vom 2. August 2002',
      indemnity: 'Artikel 6 des belgischen Gesetzes vom 2. August 2002',
      ...none,
    },
    NL: {
      interest: 'Artikel 6:119a des niederländischen Zivilgesetzbuchs',
      indemnity: 'Artikel 6:96 des niederländischen Zivilgesetzbuchs',
      ...none,
    },
    LU: {
      interest: 'geändertes luxemburgisches Gesetz vom 18. April 2004',
      indemnity: 'geändertes luxemburgisches Gesetz vom 18. April 2004',
      ...none,
    },
    IT: {
      interest: 'Artikel 5 des italienischen Gesetzesdekrets Nr. 231/2002',
      indemnity: 'Artikel 6 des italienischen Gesetzesdekrets Nr. 231/2002',
      ...none,
    },
    ES: {
      interest: 'Artikel 7 des spanischen Gesetzes 3/2004',
      indemnity: 'Artikel 8 des spanischen Gesetzes 3/2004',
      notice: 'Artikel 1100 und 1973 des spanischen Zivilgesetzbuchs',
      court: 'spanisches Gesetz 3/2004',
    },
    IE: {
      interest: 'irische Verordnung über Zahlungsverzug von 2012',
      indemnity: 'irische Verordnung über Zahlungsverzug von 2012',
      ...none,
    },
    GB: {
      interest: 'Late Payment of Commercial Debts (Interest) Act 1998',
      indemnity: 'Section 5A desselben Gesetzes von 1998',
      ...none,
    },
    EU: { interest: 'Richtlinie 2011/7/EU, Artikel 3', indemnity: 'Richtlinie 2011/7/EU, Artikel 6', ...none },
  },
  es: {
    FR: {
      interest: 'artículo L. 441-10 II del Código de Comercio francés',
      indemnity: 'artículos L. 441-10 II y D. 441-5 del Código de Comercio francés',
      notice: 'mise en demeure, artículos 1344 y siguientes del Código Civil francés',
      court: 'artículos 1231-6 y 1344-1 del Código Civil francés',
    },
    'FR-public': {
      interest: 'artículo R. 2192-31 del Código de la Contratación Pública francés',
      indemnity: 'artículo D. 2192-35 del Código de la Contratación Pública francés',
      ...none,
    },
    DE: {
      interest: 'artículo 288.2 del Código Civil alemán',
      indemnity: 'artículo 288.5 del Código Civil alemán',
      notice: 'artículo 286 del Código Civil alemán',
      court: 'artículos 286 y 288 del Código Civil alemán',
    },
    BE: {
      interest: 'artículo 5 de la Ley belga de 2 de agosto de 2002',
      indemnity: 'artículo 6 de la Ley belga de 2 de agosto de 2002',
      ...none,
    },
    NL: {
      interest: 'artículo 6:119a del Código Civil neerlandés',
      indemnity: 'artículo 6:96 del Código Civil neerlandés',
      ...none,
    },
    LU: {
      interest: 'Ley luxemburguesa modificada de 18 de abril de 2004',
      indemnity: 'Ley luxemburguesa modificada de 18 de abril de 2004',
      ...none,
    },
    IT: {
      interest: 'artículo 5 del Decreto Legislativo italiano 231/2002',
      indemnity: 'artículo 6 del Decreto Legislativo italiano 231/2002',
      ...none,
    },
    ES: {
      interest: 'artículo 7 de la Ley 3/2004',
      indemnity: 'artículo 8 de la Ley 3/2004',
      notice: 'artículos 1100 y 1973 del Código Civil',
      court: 'Ley 3/2004',
    },
    IE: {
      interest: 'Reglamento irlandés de 2012 sobre morosidad',
      indemnity: 'Reglamento irlandés de 2012 sobre morosidad',
      ...none,
    },
    GB: {
      interest: 'Late Payment of Commercial Debts (Interest) Act 1998',
      indemnity: 'sección 5A de la misma Ley de 1998',
      ...none,
    },
    EU: { interest: 'Directiva 2011/7/UE, artículo 3', indemnity: 'Directiva 2011/7/UE, artículo 6', ...none },
  },
}

/** The fixed sum for recovery costs as each law sets it, by invoice. */
export const FIXED_SUMS: Record<LetterLanguage, Record<'forty' | 'tiersEur' | 'tiersGbp', string>> = {
  fr: {
    forty: '40 € par facture',
    tiersEur: '40, 70 ou 100 € par facture selon son montant',
    tiersGbp: '40, 70 ou 100 £ par facture selon son montant',
  },
  en: {
    forty: '€40 per invoice',
    tiersEur: '€40, €70 or €100 per invoice, according to its amount',
    tiersGbp: '£40, £70 or £100 per invoice, according to its amount',
  },
  de: {
    forty: '40 € je Rechnung',
    tiersEur: '40, 70 oder 100 € je Rechnung, je nach Betrag',
    tiersGbp: '40, 70 oder 100 £ je Rechnung, je nach Betrag',
  },
  es: {
    forty: '40 € por factura',
    tiersEur: '40, 70 o 100 € por factura, según su importe',
    tiersGbp: '40, 70 o 100 £ por factura, según su importe',
  },
}
