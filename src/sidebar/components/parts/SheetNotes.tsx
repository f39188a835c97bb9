/** On «Сегодня»: what stands wrong in the office's sheets, quietly, with its address. */

import type { Issue } from '../../../domain/problem'
import { text } from '../../text.ru'
import { Fold } from './Fold'
import { IssueLine } from './Notices'

export function SheetNotes({ notes }: { readonly notes: readonly Issue[] }) {
  if (notes.length === 0) return null
  return (
    <Fold title={text.today.notes(notes.length)}>
      {notes.map((note) => (
        <IssueLine key={[note.where, note.row, note.column, note.message].join(' ')} issue={note} />
      ))}
    </Fold>
  )
}
