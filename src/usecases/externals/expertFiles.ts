/** A file that comes with an external consultant's report (C9): may it come, does it stand already, and the line it leaves on the card. */

import { cleanFileName } from '../../domain/deal/attachedFile'
import type { Deal } from '../../domain/deal/deal'
import { type ExpertFile, expertFileLimit, expertFileOf, expertFiles, markedUrl } from '../../domain/external/expertFiles'
import { linkTag } from '../../domain/external/signedLink'
import { pageRefusals } from '../../domain/text/pageText.ru'
import { problemText } from '../../domain/text/text.ru'
import { contentProblem, type FileToSave, listFile, readersOf, type SentFile } from '../card/attachFile'
import { type Changes, changes, type Moment } from '../changes'
import type { Desk } from '../desk'
import type { Found } from '../located'

/** `stands`: the same file came before, its answer may have been lost. `refusal`: a sentence for the page. */
export type ExpertFileAnswer<T> = { readonly stands: ExpertFile } | { readonly refusal: string } | T

/**
 * Asked before anything is saved. That the deal takes a report now is the link's to judge.
 * @param owner the account that the web app runs as; `tag` of the link that it came by
 */
export function expertFileToSave(
  deal: Deal,
  sent: SentFile & { readonly owner: string; readonly tag?: string },
  desk: Desk,
  { now }: Moment,
): ExpertFileAnswer<FileToSave & { readonly file: ExpertFile }> {
  const problem = contentProblem(sent)
  if (problem !== null) return { refusal: problemText(problem, now) }
  const file = expertFileOf(cleanFileName(sent.name), sent.base64)
  return standing(deal, file, sent.tag) ?? { file, name: file.name, mimeType: sent.mimeType, readers: readersOf(deal, desk, sent.owner) }
}

/** The saved file's line, below the others. @param client the deal's, null = it has none */
export function addExpertFile(
  { deal, client }: Pick<Found, 'deal' | 'client'>,
  file: ExpertFile & { readonly url: string; readonly tag?: string },
  { now }: Moment,
): ExpertFileAnswer<{ readonly changes: Changes }> {
  const known = standing(deal, file, file.tag)
  if (known !== null) return known
  const { rows, problem } = listFile(
    { deal, client },
    { name: file.name, url: markedUrl(file.url, file.tag ?? linkTag('report', deal), file) },
  )
  if (problem !== null) return { refusal: problemText(problem, now) }
  return { changes: changes({ kind: 'page/attach', reason: file.name, ...rows }) }
}

function standing(
  deal: Deal,
  { key }: ExpertFile,
  tag = linkTag('report', deal),
): { readonly stands: ExpertFile } | { readonly refusal: string } | null {
  const files = expertFiles(deal.files, tag)
  const same = files.find((one) => one.key === key)
  if (same !== undefined) return { stands: same }
  return files.length < expertFileLimit ? null : { refusal: pageRefusals.tooManyFiles(expertFileLimit) }
}
