/**
 * A fixed number of places, given to keys as they come. When all are taken, they are given anew in a round that passes
 * over what was asked for since the round before, and in the last few turns.
 */
export class Places {
  private readonly placeOf = new Map<number, number>();
  private readonly keys: (number | undefined)[];
  private readonly used: Int32Array;
  /** 1 where a place was asked for since the round came by. */
  private readonly asked: Uint8Array;
  private next = 0;
  private turn = 0;

  /**
   * @param turns in which a key was asked for and after which it keeps its place, this one among them; all the keys of
   * so many turns must be fewer than the places
   */
  constructor(
    count: number,
    private readonly turns: number,
  ) {
    this.keys = Array.from({length: count}, () => undefined);
    this.used = new Int32Array(count).fill(-turns);
    this.asked = new Uint8Array(count);
  }

  nextTurn(): void {
    this.turn++;
  }

  /** The place of a key that has one. */
  find(key: number): number | undefined {
    const place = this.placeOf.get(key);
    if (place !== undefined) {
      this.used[place] = this.turn;
      this.asked[place] = 1;
    }
    return place;
  }

  /** A place for a key that has none. */
  take(key: number): number {
    for (; this.isKept(this.next); this.step()) this.asked[this.next] = 0;
    const place = this.next;
    this.step();
    const before = this.keys[place];
    if (before !== undefined) this.placeOf.delete(before);
    this.keys[place] = key;
    this.placeOf.set(key, place);
    this.used[place] = this.turn;
    return place;
  }

  private isKept(place: number): boolean {
    return this.asked[place] === 1 || (this.used[place] as number) > this.turn - this.turns;
  }

  private step(): void {
    this.next = this.next + 1 < this.keys.length ? this.next + 1 : 0;
  }
}
