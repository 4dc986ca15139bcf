package homeostat.task.memory.cognitive;

/**
 * A direction as the activity of units around a ring.
 *
 * @param units number of units, at preferred directions 2 pi k / units
 */
record Ring(int units) {
  Ring {
    if (units < 2) {
      throw new IllegalArgumentException("dim_ring is " + units + "; it must be at least 2");
    }
  }

  /** (1 + strength cos(theta_k - theta)) / 2, with theta the direction of a unit. */
  double[] code(int direction, double strength) {
    double[] activity = new double[units];
    for (int k = 0; k < units; k++) {
      double angle = 2 * Math.PI * (k - direction) / units;
      activity[k] = 0.5 * (1 + strength * StrictMath.cos(angle));
    }
    return activity;
  }
}
