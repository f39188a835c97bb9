/** Everything that the gallery shows, under one name. */

export * from './galleryCards.mjs'
export * from './galleryData.mjs'
export * from './galleryDesk.mjs'
export * from './galleryMonth.mjs'
