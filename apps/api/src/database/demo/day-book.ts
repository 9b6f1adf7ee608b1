/** How full the clinic is around today: so many chairs today, and so many of yesterday's sessions still unsigned. */
export class DayBook {
  private chairsLeft: number;
  private unsignedLeft: number;

  constructor(chairs: number, unsigned: number) {
    this.chairsLeft = chairs;
    this.unsignedLeft = unsigned;
  }

  /** Takes a chair today if one is left. */
  takesToday(): boolean {
    if (this.chairsLeft <= 0) return false;
    this.chairsLeft -= 1;
    return true;
  }

  /** Leaves one of yesterday's sessions unsigned if some should be. */
  leavesUnsigned(): boolean {
    if (this.unsignedLeft <= 0) return false;
    this.unsignedLeft -= 1;
    return true;
  }
}
