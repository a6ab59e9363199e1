export const preferencesFr = { nav: 'preferences' }
