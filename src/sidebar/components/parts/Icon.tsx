/** Drawn signs, 20 px grid, coloured as the text beside them. */

const shapes = {
  refresh: 'M16.5 4.5v4h-4M3.5 15.5v-4h4M15.9 8.5A6.3 6.3 0 0 0 4.6 7.2M4.1 11.5a6.3 6.3 0 0 0 11.3 1.3',
  search: 'M8.8 14.1a5.3 5.3 0 1 0 0-10.6 5.3 5.3 0 0 0 0 10.6zM12.8 12.8l4 4',
  copy: 'M7.5 7.5h8.5v8.5H7.5zM4 12.5V4h8.5',
  check: 'M4.5 10.5l3.7 3.7 7.5-8',
  alert: 'M10 6.2v4.6M10 13.6v.2M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14z',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6.5V10l2.5 2',
  down: 'M5.5 8l4.5 4.5L14.5 8',
  right: 'M8 5.5l4.5 4.5L8 14.5',
  back: 'M12 5.5L7.5 10l4.5 4.5',
  window: 'M3.5 4.5h13v11h-13zM3.5 8h13',
  letter: 'M3.5 5h13v10h-13zM3.5 5.5l6.5 5 6.5-5',
  row: 'M3.5 5h13v10h-13zM3.5 10h13M8 5v10',
} as const
export type Shape = keyof typeof shapes

export function Icon({ shape }: { readonly shape: Shape }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={shapes[shape]} fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  )
}
