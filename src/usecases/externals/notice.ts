/** Something that a page for somebody outside tells, and nothing to do. */

import type { NoticeView } from '../../rpc/pageContract'

export function notice({ title, text }: { readonly title: string; readonly text: string }, final = false): NoticeView {
  return { view: 'notice', title, text, final }
}
