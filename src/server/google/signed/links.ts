/** Links of a letter, made when it is sent: ⟦1⟧ in its text becomes the address of the first, signed. */

import { readPagesAddress } from '../../../domain/external/pagesAddress'
import { linkQuery } from '../../../domain/external/signedLink'
import type { Office } from '../../../domain/office/office'
import type { PageLink } from '../../../usecases/changes'
import { PlatformError, platformErrorOf } from '../platformError'
import { rememberPages, type StoredProperties, storedProperties } from '../spreadsheet'
import { signatureOf } from './signature'

/**
 * In a run of the web app, and only there, Google tells the address that people outside can open: it is kept for the runs that write letters.
 * @param known of the properties as they were read
 * @returns the address; '' = not known
 */
export function learnAddress({ pagesUrl }: Pick<StoredProperties, 'pagesUrl'>): string {
  try {
    const address = readPagesAddress(ScriptApp.getService().getUrl() ?? '') ?? ''
    if (address !== '' && address !== pagesUrl) rememberPages(address)
    return address || pagesUrl
  } catch (error) {
    console.error(`pages: ${platformErrorOf(error).message}`)
    return pagesUrl
  }
}

/** @param typed in «Настройки», which goes first; '' = not known yet */
export function pagesAddress(typed: string): string {
  return typed || storedProperties().pagesUrl
}

/** Whether a link can be written: without the web app letters to clients go without one. */
export function hasPages({ settings }: Pick<Office, 'settings'>): boolean {
  const { pageKey, pagesUrl } = storedProperties()
  return pageKey !== '' && (settings.pagesAddress || pagesUrl) !== ''
}

type InText = (text: string, written?: (address: string) => string) => string

/**
 * Puts the addresses into the texts of one letter; the properties are read once.
 * @throws PlatformError noWebApp where a letter has links and there is no address for them: the letter waits
 */
export function linksFor(links: readonly PageLink[], typed: string): InText {
  if (links.length === 0) return (text) => text
  const { pageKey, pagesUrl } = storedProperties()
  const url = typed || pagesUrl
  if (url === '' || pageKey === '') throw new PlatformError('noWebApp')
  const addresses = links.map((link) => `${url}?${linkQuery({ ...link, value: link.value ?? '', signature: signatureOf(link, pageKey) })}`)
  return (text, written = (address) => address) =>
    text.replace(/⟦(\d+)⟧/g, (mark, place) => {
      const address = addresses[Number(place) - 1]
      return address === undefined ? mark : written(address)
    })
}
