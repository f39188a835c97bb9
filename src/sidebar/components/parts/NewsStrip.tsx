/** What came late, above whatever is on screen: quiet, with the way to it; it stays until it was read. */

import type { NewsList } from '../../models/page/news'
import { common } from '../../text/common.ru'
import { Button } from './Button'
import { Icon } from './Icon'

export function NewsStrip({ news }: { readonly news: NewsList }) {
  return (
    <>
      {news.items.value.map((one) => (
        <div key={one.sentence} class={one.bad ? 'notice bad' : 'notice good'}>
          <Icon shape={one.bad ? 'alert' : 'check'} />
          <div>
            {one.sentence}{' '}
            {one.way && (
              <Button
                look="link"
                onClick={() => {
                  news.drop(one)
                  one.way?.go()
                }}
              >
                {one.way.title}
              </Button>
            )}
            <Button look="link" onClick={() => news.drop(one)}>
              {common.understood}
            </Button>
          </div>
        </div>
      ))}
    </>
  )
}
