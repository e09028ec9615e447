/** How a tie is rounded: `half-up` away from zero, as people do; `half-even` to the even neighbour, as banks do. */
export type Rounding = 'half-up' | 'half-even';
