/** Invented people of the demo company. Hélène Marchetti signs its letters. */
export const KARIM = 'Karim Besson'
export const NADIA = 'Nadia Corre'
export const HELENE = 'Hélène Marchetti'
export const PHILIPPE = 'Philippe Rivelaine'
